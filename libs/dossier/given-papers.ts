import type { Procedure } from '#libs/procedures/procedure.js';
import { type ResultKind, resultKindOf } from '#libs/procedures/result.js';
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
  extension: 'CertificateIssued',
  amendment: 'CertificateIssued',
  reissue: 'CertificateIssued',
  changeNoted: 'CertificateIssued',
  returnNoted: 'CertificateIssued',
} as const satisfies Readonly<Record<string, DossierEventType>>;

export type GivenPaper = keyof typeof givenPapers;

/** In which of them a granted application ends; the certificate of a new licence has the code of that licence. */
const resultPapers: Readonly<Record<ResultKind, GivenPaper | undefined>> = {
  'licence.issue': undefined,
  'licence.extend': 'extension',
  'licence.amend': 'amendment',
  'licence.reissue': 'reissue',
  'licence.noteChange': 'changeNoted',
  'licence.return': 'returnNoted',
  'dossier.forward': undefined,
};

const kinds = Object.keys(givenPapers) as readonly GivenPaper[];

/** What the applicant is given when this happens. */
export function paperGivenBy(type: DossierEventType, procedure: Procedure): GivenPaper | undefined {
  if (type === 'CertificateIssued') return resultPapers[resultKindOf(procedure)];
  return kinds.find((kind) => givenPapers[kind] === type);
}

/** The name of one of them for ever: a slip by the position of the log that it tells of, a letter by its number. */
export function givenPaperId(kind: GivenPaper, which: number | string): string {
  return `${kind} ${which}`;
}
