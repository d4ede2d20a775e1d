import type { Parts } from '../parts.js';
import type { DossierCourse } from '#libs/commands/dossier-course.js';

export interface NamesOnPaper {
  readonly nameOf: (id: string) => string;
  /** The name with the post. */
  readonly handOf: (id: string) => string;
}

/** What everybody who had these dossiers in hand is called; the software is no person. */
export async function namesIn(
  { backbone }: Parts,
  courses: readonly DossierCourse[],
  others: readonly string[] = [],
): Promise<NamesOnPaper> {
  const ids = courses.flatMap(({ dossier, moves }) => [
    dossier.applicant,
    ...moves.flatMap(({ by, events }) => [by, ...events.flatMap(({ data }) => personsIn(data))]),
  ]);
  const known = await backbone.people.findAll([...new Set([...ids, ...others])]);
  const nameOf = (id: string) => (id === 'system' ? 'Hệ thống' : (known.get(id)?.name ?? id));
  return {
    nameOf,
    handOf: (id) => {
      const title = known.get(id)?.title;
      return title === undefined ? nameOf(id) : `${nameOf(id)}, ${title}`;
    },
  };
}

function personsIn(data: object): readonly string[] {
  const { from, to } = data as { readonly from?: unknown; readonly to?: unknown };
  return [from, to].filter((id) => typeof id === 'string');
}
