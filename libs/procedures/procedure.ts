import type { Duration } from '#libs/calendar/duration.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { AgencyId } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { ResultRule } from './result.js';
import type { ProcedureStage } from './stages.js';
import type { OverdueRule, Supervision } from './supervision.js';

/**
 * Where a rule stands, and how sure we are of its wording. `provisional`: not read in the official text;
 * `officeRule`: the law is silent, the office has set it for itself.
 */
export interface Citation {
  readonly source: string;
  readonly certainty: 'verified' | 'secondary' | 'provisional' | 'officeRule';
}

export interface CodedReason {
  readonly code: string;
  readonly text: Bilingual;
}

export type Channel = 'online' | 'counter' | 'post';

export interface Paper {
  readonly code: string;
  readonly name: Bilingual;
  /** `always`, or one paper of a group of alternatives, or when a form field has a value. */
  readonly required:
    | { readonly kind: 'always' }
    | {
        readonly kind: 'oneOf';
        readonly group: string;
        /** Who may choose this alternative; absent: everybody. */
        readonly applicantKinds?: readonly ApplicantKind[];
      }
    | { readonly kind: 'whenApplicantIs'; readonly applicantKind: ApplicantKind };
  readonly copies: number;
  /** `validCopy`: issued from the register, certified, or compared with the original. */
  readonly form?: 'original' | 'validCopy' | 'printout';
  /** Handed in once for each of several, as one consent per source. */
  readonly repeats?: boolean;
  readonly citation: Citation;
}

export type ApplicantKind = 'enterprise' | 'publicBody' | 'association' | 'school' | 'pressAgency';

export interface ChecklistItem {
  readonly code: string;
  readonly text: Bilingual;
  readonly citation: Citation;
}

/** An agency that is asked while the dossier is appraised. */
export interface OpinionRule {
  readonly agency: AgencyId;
  readonly agencyName: Bilingual;
  readonly subject: Bilingual;
  readonly within: Duration;
  /** What an unanswered request means once its time is over. `blocks`: the decision must wait all the same. */
  readonly silence: 'countsAsAgreement' | 'countsAsNoObjection' | 'blocks';
  /** An objection of this agency forbids a grant. */
  readonly objectionForbidsGrant: boolean;
  readonly citation: Citation;
}

export interface SupplementRule {
  /** Largest number of requests in the life of one dossier. */
  readonly maxRequests: number;
  /** How long after acceptance a supplement may still be asked; absent: while the dossier is being appraised. */
  readonly askWithin?: Duration;
  /** How long the applicant has before the request lapses. */
  readonly answerWithin: Duration;
  /** What a complete answer does to the decision clock. */
  readonly effectOnClock: 'restarts' | 'resumes';
  readonly citation: Citation;
}

/** A duty of the licence holder that comes back every year on the same date. */
export interface Obligation {
  readonly code: string;
  readonly name: Bilingual;
  /** Last day, as `01-14` for "before 15 January". */
  readonly dueOn: string;
  /** First calendar year after the year of issue in which it is owed. */
  readonly firstAfterYears: number;
  readonly remindBefore: readonly Duration[];
  /** The form of the report, for the calendar year past; absent: nothing is handed in here. */
  readonly form?: FormReference;
  readonly overdue?: OverdueRule;
  readonly citation: Citation;
}

/**
 * What of the application is printed on the licence. `fact` names it as the template does, `holder.name`; `text` is filled from the
 * form answers by JSON pointer: `số {/registration/number} ngày {/registration/issuedOn|date}`. A text with an unanswered field is left out.
 */
export interface LicenceContent {
  readonly fact: string;
  readonly text: string;
  /** A list in the answers: the fact is a list too, and pointers start at each entry; `{}` is the entry itself. */
  readonly each?: string;
}

/** Who issues the licence, as its head, its signature and its recipients are printed. */
export interface LicenceIssuer {
  readonly parent: string;
  readonly name: string;
  /** "Giám đốc Sở …", above the legal grounds. */
  readonly decider: string;
  readonly place: string;
  readonly proposedBy: string;
  readonly recipients: readonly string[];
  /** Text after the slash of a letter's number, `207/SVHTTDL-QLBCXB`; absent: what is denied is denied without a letter from here. */
  readonly letterSuffix?: string;
  /** Absent where it is not known: slips of the desk then refuse to be drawn. */
  readonly desk?: OneStopDesk;
}

/** Who receives dossiers for the issuer and gives out results, as its slips say. */
export interface OneStopDesk {
  readonly name: string;
  readonly phone: string;
  /** Where and how results are given out. */
  readonly resultAt: string;
  /** What the applicant pays, in words; "Không" where nothing is due. */
  readonly fee: string;
}

export interface LicenceRule {
  /** Text after the slash of a licence number: `12/GP-TTĐT`. */
  readonly numberSuffix: string;
  readonly name: Bilingual;
  /** What is allowed, as printed below "GIẤY PHÉP". */
  readonly subject?: string;
  readonly maxTermYears: number;
  readonly template: string;
  readonly legalGrounds: readonly string[];
  readonly holderDuties: readonly string[];
  readonly contents?: readonly LicenceContent[];
  readonly issuer?: LicenceIssuer;
  readonly obligations: readonly Obligation[];
  readonly renewalReminders: readonly Duration[];
  /** Absent: nothing but time happens to the licence. */
  readonly supervision?: Supervision;
  readonly citation: Citation;
}

/** What an officer is granted for the step, counted inside the legal limit; the office's own rule. */
export interface StepLimits {
  /** From submission to acceptance or refusal at the one-stop desk; before the legal limit starts. */
  readonly receipt: Duration;
  readonly completeness: Duration;
  readonly appraisal: Duration;
  readonly decision: Duration;
  readonly certificate: Duration;
  readonly handover: Duration;
}

/** A figure or text that could not be read in the official source; shown to users as such. */
export interface ProvisionalValue {
  /** Where in the procedure, as `decisionLimit` or `licence.maxTermYears`. */
  readonly path: string;
  readonly note: Bilingual;
}

export interface FormReference {
  readonly id: string;
  readonly version: string;
  readonly name: Bilingual;
}

/** One version of a procedure: data, immutable once published. The code never asks which procedure it is. */
export interface Procedure {
  readonly id: string;
  readonly version: string;
  /** Code in the national database of administrative procedures, `1.005452`. */
  readonly nationalCode: string;
  readonly name: Bilingual;
  readonly field: Bilingual;
  readonly competentAgency: AgencyId;
  /** First and last day on which a dossier received falls under this version. */
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
  readonly channels: readonly Channel[];
  readonly applicantKinds: readonly ApplicantKind[];
  readonly form: FormReference;
  readonly papers: readonly Paper[];
  readonly deficiencies: readonly CodedReason[];
  readonly intakeRefusals: readonly CodedReason[];
  readonly denialReasons: readonly CodedReason[];
  readonly stopReasons: readonly CodedReason[];
  readonly checklist: readonly ChecklistItem[];
  readonly opinions: readonly OpinionRule[];
  readonly supplement: SupplementRule;
  /** From acceptance to the result: the legal limit. */
  readonly decisionLimit: { readonly within: Duration; readonly citation: Citation };
  readonly steps: StepLimits;
  /** Absent: every stage there is. One that is left out is passed at once. */
  readonly stages?: readonly ProcedureStage[];
  /** Share of a step's time after which its officer is reminded, 0 to 1. */
  readonly remindAfterShare: number;
  /** The finished result waits: how often the applicant is reminded to collect it. */
  readonly collectionReminders: { readonly every: Duration; readonly times: number };
  readonly licence: LicenceRule;
  /** What a grant does to a licence; absent: a new one is issued. */
  readonly result?: ResultRule;
  readonly provisional: readonly ProvisionalValue[];
  /** Not confirmed either, but no right, date or money depends on it: shown as such, no bar to publication. */
  readonly unconfirmed?: readonly ProvisionalValue[];
}

/** What every event of a dossier is stamped with: which version of which rules decided. */
export interface ProcedureReference {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
}
