import type { DossierEventType } from './events.js';

const notes: ReadonlySet<string> = new Set<DossierEventType>([
  'OfficerReminded',
  'LatenessEscalated',
  'ApplicantReminded',
  'LicenceEntered',
]);

/** True for what time notes without changing anything a person decides on: who looked before has still seen all that matters. */
export function isNote(type: string): boolean {
  return notes.has(type);
}
