import type { Procedure } from '#libs/procedures/procedure.js';
import { type ResultKind, resultKindOf } from '#libs/procedures/result.js';
import type { DossierEventType } from './events.js';
import type { Dossier } from './state.js';

/** What a dossier's applicant is given in writing on the way, by the fact that it tells of. */
const byFact = {
  DossierAccepted: 'receipt',
  SupplementRequested: 'supplement',
  IntakeRefused: 'refusal',
  DeadlineExtended: 'apology',
  DossierStopped: 'stop',
  DossierWithdrawn: 'stop',
  LetterIssued: 'denial',
  DossierForwarded: 'forwarding',
} as const satisfies Readonly<Partial<Record<DossierEventType, string>>>;

/** In which paper a granted application ends; the certificate of a new licence has the code of that licence. */
const byResult = {
  'licence.issue': undefined,
  'licence.extend': 'extension',
  'licence.amend': 'amendment',
  'licence.reissue': 'reissue',
  'licence.noteChange': 'changeNoted',
  'licence.return': 'returnNoted',
  'dossier.forward': undefined,
} as const satisfies Readonly<Record<ResultKind, string | undefined>>;

type WayPaper = (typeof byFact)[keyof typeof byFact];
export type ResultPaper = NonNullable<(typeof byResult)[ResultKind]>;
export type GivenPaper = WayPaper | ResultPaper;

/** What the applicant is given when this happens to a dossier, which then is as it is. */
export function paperGivenBy(
  type: DossierEventType,
  procedure: Procedure,
  { acceptance }: Pick<Dossier, 'acceptance'>,
): GivenPaper | undefined {
  if (type === 'CertificateIssued') return resultPaperOf(procedure);
  // Who withdraws before the desk accepted anything is given nothing: there is no work yet that could stop.
  if (type === 'DossierWithdrawn' && acceptance === undefined) return undefined;
  const papers: Readonly<Partial<Record<DossierEventType, GivenPaper>>> = byFact;
  return papers[type];
}

/** The decision or letter about a licence in which an application of this procedure ends. */
export function resultPaperOf(procedure: Procedure): ResultPaper | undefined {
  return byResult[resultKindOf(procedure)];
}

/** The name of one of them for ever: a slip by the position of the log that it tells of, a letter by its number. */
export function givenPaperId(kind: GivenPaper, which: number | string): string {
  return `${kind} ${which}`;
}
