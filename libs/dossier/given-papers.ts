import type { DossierEventType } from './events.js';

/** What a dossier's applicant is given in writing on the way, and the fact that each tells of. */
export const givenPapers = {
  receipt: 'DossierAccepted',
  supplement: 'SupplementRequested',
  refusal: 'IntakeRefused',
  apology: 'DeadlineExtended',
  stop: 'DossierStopped',
  denial: 'LetterIssued',
  forwarding: 'DossierForwarded',
} as const satisfies Readonly<Record<string, DossierEventType>>;

export type GivenPaper = keyof typeof givenPapers;

/** The name of one of them for ever: a slip by the position of the log that it tells of, a letter by its number. */
export function givenPaperId(kind: GivenPaper, which: number | string): string {
  return `${kind} ${which}`;
}
