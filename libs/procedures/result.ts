import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { JsonObject } from '#libs/kernel/json.js';
import type { LocalDate } from '#libs/kernel/time.js';
import { licenceFacts } from './licence-facts.js';
import type { LicenceContent, Procedure } from './procedure.js';

/** What an application that is granted does to a licence. */
export type ResultKind =
  | 'licence.issue'
  | 'licence.extend'
  | 'licence.amend'
  | 'licence.reissue'
  | 'licence.noteChange'
  | 'licence.return'
  /** Another authority decides: the dossier is sent there with a proposal. */
  | 'dossier.forward';

/** What a grant does to a licence, and what of the form's answers it depends on. */
export interface ResultRule {
  readonly kind: ResultKind;
  /** What is asked of the licence, in the fields of `AskedChange`; everything else that was answered stays outside the log. */
  readonly asked?: readonly LicenceContent[];
  /** How facts of a licence are called where a change of them is printed, by the names that its template has for them. */
  readonly factNames?: Readonly<Record<string, string>>;
  /** Which facts of the licence the answers replace, once granted. */
  readonly renews?: RenewedFacts;
  /** What of the licence the form starts with: pointer into the answers, fact. */
  readonly prefill?: Readonly<Record<string, string>>;
  /** To whom an application is sent on that is decided elsewhere. */
  readonly forwardTo?: Addressee;
}

/** An authority that a letter is written to, as it is called there. */
export interface Addressee {
  readonly name: Bilingual;
  readonly address: string;
}

/** Texts like those of `LicenceContent`: which fact, and what it is now. */
export interface RenewedFacts {
  readonly fact: string;
  readonly value: string;
  readonly each?: string;
  /** Facts by what the answers call them, where that is not their name. */
  readonly names?: Readonly<Record<string, string>>;
}

/** What of a licence an application asks to be changed: codes of its form, nothing that tells of a person. */
export interface AskedChange {
  /** Facts of the licence, as its template names them. */
  readonly facts?: readonly string[];
  readonly cause?: 'lost' | 'damaged';
  readonly change?: 'owner' | 'headOffice';
  readonly changedOn?: LocalDate;
}

interface Feature {
  /** Who applies must say which licence it is about. */
  readonly isAboutLicence: boolean;
  /** The grant is for so many years. */
  readonly hasTerm: boolean;
}

const features: Readonly<Record<ResultKind, Feature>> = {
  'licence.issue': { isAboutLicence: false, hasTerm: true },
  'licence.extend': { isAboutLicence: true, hasTerm: true },
  'licence.amend': { isAboutLicence: true, hasTerm: false },
  'licence.reissue': { isAboutLicence: true, hasTerm: false },
  'licence.noteChange': { isAboutLicence: true, hasTerm: false },
  'licence.return': { isAboutLicence: true, hasTerm: false },
  'dossier.forward': { isAboutLicence: false, hasTerm: false },
};

type WithResult = Pick<Procedure, 'result'>;

export function resultKindOf({ result }: WithResult): ResultKind {
  return result?.kind ?? 'licence.issue';
}

export function isAboutLicence(procedure: WithResult): boolean {
  return features[resultKindOf(procedure)].isAboutLicence;
}

export function hasTerm(procedure: WithResult): boolean {
  return features[resultKindOf(procedure)].hasTerm;
}

/** The answers have passed the form's validation, which names every value that may stand here; undefined where nothing is asked. */
export function askedChange({ result }: WithResult, answers: JsonObject): AskedChange | undefined {
  return result?.asked && licenceFacts(result.asked, answers);
}
