import type { Parts } from '../parts.js';
import type { DossierCourse } from './dossier-course.js';

/** What everybody who had these dossiers in hand is called, with the post; the software is no person. */
export async function namesIn(
  { backbone }: Parts,
  courses: readonly DossierCourse[],
): Promise<(id: string) => string> {
  const ids = courses.flatMap(({ dossier, moves }) => [
    dossier.applicant,
    ...moves.flatMap(({ by, events }) => [by, ...events.flatMap(({ data }) => personsIn(data))]),
  ]);
  const known = await backbone.people.findAll([...new Set(ids)]);
  return (id) => {
    if (id === 'system') return 'Hệ thống';
    const person = known.get(id);
    if (person === undefined) return id;
    return person.title === undefined ? person.name : `${person.name}, ${person.title}`;
  };
}

function personsIn(data: object): readonly string[] {
  const { from, to } = data as { readonly from?: unknown; readonly to?: unknown };
  return [from, to].filter((id) => typeof id === 'string');
}
