import type { Procedure } from './procedure.js';

/** What an application that is granted does to a licence. */
export type ResultKind = 'licence.issue' | 'licence.extend';

export function resultKindOf({ result }: Pick<Procedure, 'result'>): ResultKind {
  return result?.kind ?? 'licence.issue';
}

const namesLicence: Readonly<Record<ResultKind, boolean>> = {
  'licence.issue': false,
  'licence.extend': true,
};

/** Whether who applies must say which licence it is about. */
export function isAboutLicence(procedure: Pick<Procedure, 'result'>): boolean {
  return namesLicence[resultKindOf(procedure)];
}
