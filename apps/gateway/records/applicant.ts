import type { JsonObject } from '#libs/kernel/json.js';
import { licenceFacts } from '#libs/procedures/licence-facts.js';
import type { DossierCourse } from '#libs/commands/dossier-course.js';

interface Applicant {
  readonly name: string;
  readonly address: string;
  readonly phone?: string;
}

/** Who applies, as the form says it; without its answers, which can be erased, only the name that the person is known by. */
export function applicantOf(
  { procedure }: Pick<DossierCourse, 'procedure'>,
  answers: JsonObject | undefined,
  knownAs: string,
): Applicant {
  const facts = answers === undefined ? {} : licenceFacts(procedure.licence.contents ?? [], answers);
  const { name = knownAs, address = 'Không còn lưu', phone } = (facts['holder'] ?? {}) as Partial<Applicant>;
  return { name, address, ...(phone === undefined ? {} : { phone }) };
}
