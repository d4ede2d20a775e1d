import type { Extension, Pause } from '#libs/calendar/deadline.js';
import type { RegisterNumber } from '#libs/issuing/register-number.js';
import type { Signing } from '#libs/issuing/signing.js';
import type { AgencyId, Digest, DossierId, LicenceId, PersonId } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { ApplicantKind, Channel, ProcedureReference } from '#libs/procedures/procedure.js';
import type { AskedChange } from '#libs/procedures/result.js';
import type {
  DecisionKind,
  Finding,
  GivenReason,
  LicenceReference,
  OpinionPosition,
  SubmittedPaper,
  SupplementItem,
} from './events.js';

export type Stage =
  | 'receipt'
  | 'completeness'
  | 'supplement'
  | 'appraisal'
  | 'decision'
  | 'certificate'
  | 'handover'
  | 'closed';

export type Outcome =
  'granted' | 'forwarded' | 'denied' | 'refused' | 'withdrawn' | 'stopped' | 'redirected' | 'lapsed';

/** True of a dossier in every stage. */
export interface Filed {
  readonly id: DossierId;
  /** Number of events folded; the version a person saw. */
  readonly version: number;
  readonly procedure: ProcedureReference;
  readonly agency: AgencyId;
  readonly channel: Channel;
  readonly applicant: PersonId;
  readonly applicantKind: ApplicantKind;
  readonly form: Digest;
  readonly papers: readonly SubmittedPaper[];
  readonly trackingSecret: Digest;
  readonly about?: LicenceReference;
  readonly asked?: AskedChange;
  readonly receivedAt: Instant;
  /** Times each stage was entered; makes the ids of tasks unique. */
  readonly visits: Readonly<Partial<Record<Stage, number>>>;
  /** Who holds which open task, by task id; a task nobody holds is absent. */
  readonly holders: Readonly<Record<string, PersonId>>;
  /** Tasks whose officer was reminded, and whose lateness was escalated: task id + due instant. */
  readonly reminded: readonly string[];
  readonly escalated: readonly string[];
  readonly supplements: readonly SupplementRound[];
  /** Since when, and until when, the present stage's work is due, by the office's own step limits. */
  readonly stepStartedAt: Instant;
  readonly stepDueAt: Instant;
  readonly acceptance?: Acceptance;
}

/** Set when the dossier was accepted: its code, and the decision clock. */
export interface Acceptance {
  readonly code: string;
  readonly acceptedAt: Instant;
  /** What the legal limit stood still for, and by how much it was extended: with the limit, all its date depends on. */
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
  /** From when the limit runs anew, where a supplement set it back to zero. */
  readonly restartedAt?: Instant;
  readonly dueAt: Instant;
  readonly appointedOn: LocalDate;
}

export interface SupplementRound {
  readonly round: number;
  readonly items: readonly SupplementItem[];
  readonly requestedAt: Instant;
  readonly answerBy: Instant;
  readonly receivedAt?: Instant;
}

export interface Opinion {
  readonly agency: AgencyId;
  /** The visit of the appraisal in which it was asked; part of its task's id. */
  readonly visit: number;
  readonly askedAt: Instant;
  readonly dueAt: Instant;
  readonly overdueNoted: boolean;
  readonly given?: { readonly position: OpinionPosition; readonly summary: string };
}

export interface Draft {
  readonly kind: DecisionKind;
  readonly preparedBy: PersonId;
  readonly termYears?: number;
  readonly reasons: readonly GivenReason[];
}

/** The number of a letter, as it was given. */
export type LetterNumber = RegisterNumber;

export interface LicenceNumber extends RegisterNumber {
  readonly licenceId: LicenceId;
  readonly expiresOn: LocalDate;
  readonly expiredBeforeOn?: LocalDate;
}

export interface Appraised {
  readonly opinions: readonly Opinion[];
  readonly findings?: readonly Finding[];
  readonly report?: Digest;
}

interface Accepted extends Filed {
  readonly acceptance: Acceptance;
}

export type ReceiptStage = Filed & { readonly stage: 'receipt' };
export type CompletenessStage = Accepted & { readonly stage: 'completeness' };
/** Waits for the applicant; the stage it came from is resumed as it was left. */
export type SupplementStage = Filed & {
  readonly stage: 'supplement';
  readonly open: SupplementRound;
  readonly remindersSent: number;
  readonly resumes: ReceiptStage | CompletenessStage | AppraisalStage;
};
export type AppraisalStage = Accepted & Appraised & { readonly stage: 'appraisal' };
export type DecisionStage = Accepted & Appraised & { readonly stage: 'decision'; readonly draft: Draft };
export type CertificateStage = Accepted & {
  readonly stage: 'certificate';
  readonly termYears: number;
  /** Reasons of a denial: its letter is numbered and signed as a certificate is. */
  readonly denied?: readonly GivenReason[];
  /** Another authority decides; its letter is numbered and signed as a certificate is. */
  readonly forwarding?: true;
  /** Of the licence, or of the decision about one. */
  readonly number?: LicenceNumber;
  /** Of the letter that tells of a denial, or that sends the dossier on. */
  readonly letter?: LetterNumber;
  readonly signing?: Signing;
};
/** A licence with its certificate; `entered` once it is in the register. */
export interface LicenceResult {
  readonly kind: 'licence';
  readonly number: LicenceNumber;
  readonly certificate: Digest;
  readonly entered: boolean;
}

export interface Denial {
  readonly kind: 'denial';
  readonly reasons: readonly GivenReason[];
  /** Where its letter lies; absent where none was made here. */
  readonly letter?: Digest;
}

export type HandoverStage = Accepted & {
  readonly stage: 'handover';
  readonly result: LicenceResult | Denial;
  readonly remindersSent: number;
  readonly readyAt: Instant;
};
export type OpenDossier =
  | ReceiptStage
  | CompletenessStage
  | SupplementStage
  | AppraisalStage
  | DecisionStage
  | CertificateStage
  | HandoverStage;
export type ClosedStage = Filed & {
  readonly stage: 'closed';
  readonly outcome: Outcome;
  /** What a re-opening returns to, and since when it has rested; absent where nothing may be re-opened. */
  readonly rested?: { readonly stage: OpenDossier; readonly since: Instant };
  /** What was handed over, where it was a licence. */
  readonly licence?: LicenceResult;
  /** Since when nothing of what was answered is kept. */
  readonly formErasedAt?: Instant;
  /** To whom it was sent on, and on which day they decided, where that was recorded. */
  readonly forwarded?: { readonly to: string; readonly on: LocalDate; readonly answeredOn?: LocalDate };
};
export type Dossier = OpenDossier | ClosedStage;

/** A stream without events is no dossier yet. */
export type DossierState = Dossier | undefined;
