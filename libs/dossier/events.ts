import type { RegisterNumber } from '#libs/issuing/register-number.js';
import type { DrawnBy, PaperSignature } from '#libs/issuing/signature.js';
import type { AgencyId, Digest, DossierId, LicenceId, PersonId } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { ApplicantKind, Channel, ProcedureReference } from '#libs/procedures/procedure.js';
import type { AskedChange } from '#libs/procedures/result.js';
import type { ErasureEvents } from './erasure-events.js';
import type { LetterEvents } from './letter-events.js';
import type { MovedDeadlines } from './moved-deadlines.js';
import type { SigningEvents } from './signing-events.js';

/** A paper as it was handed in: the bytes lie in the blob store under their digest. */
export interface SubmittedPaper {
  readonly code: string;
  readonly digest: Digest;
  readonly mediaType: string;
  readonly bytes: number;
}

export interface GivenReason {
  readonly code: string;
  readonly note?: string;
}

export interface SupplementItem {
  /** What is deficient: a paper by its code, or a field of the form by its path. */
  readonly about: { readonly paper: string } | { readonly field: string };
  readonly deficiency: string;
  readonly guidance: string;
}

export interface Finding {
  readonly item: string;
  readonly met: boolean;
  readonly note?: string;
}

/** An existing licence that a dossier is about. */
export interface LicenceReference {
  readonly licenceId: LicenceId;
  /** As printed, `12/GP-TTĐT`. */
  readonly text: string;
  readonly issuedOn: LocalDate;
}

export type OpinionPosition = 'agrees' | 'agreesWithConditions' | 'objects';
/** `forward`: another authority decides; drafts of earlier releases say `grant` there. */
export type DecisionKind = 'grant' | 'deny' | 'forward';
export type HandoverWay = 'counter' | 'post' | 'online';

export interface DossierEvents extends SigningEvents, LetterEvents, ErasureEvents {
  readonly DossierSubmitted: {
    readonly dossierId: DossierId;
    readonly procedure: ProcedureReference;
    readonly agency: AgencyId;
    readonly channel: Channel;
    readonly applicant: PersonId;
    readonly applicantKind: ApplicantKind;
    /** Digest of the salted form answers: a commitment that says nothing about them. */
    readonly form: Digest;
    readonly papers: readonly SubmittedPaper[];
    /** SHA-256 of the second secret for public tracking. */
    readonly trackingSecret: Digest;
    readonly receivedAt: Instant;
    readonly acceptBy: Instant;
    /** The licence that a grant will change; absent where a new one is issued. */
    readonly about?: LicenceReference;
    /** What is asked of that licence; absent where the procedure alone says it. */
    readonly asked?: AskedChange;
  };
  readonly DossierAccepted: {
    readonly code: string;
    readonly codeDate: LocalDate;
    readonly codeSerial: number;
    /** The decision clock starts here. */
    readonly acceptedAt: Instant;
    readonly dueAt: Instant;
    /** The appointed date printed on the receipt. */
    readonly appointedOn: LocalDate;
    readonly checkBy: Instant;
  };
  readonly IntakeRefused: { readonly reasons: readonly GivenReason[]; readonly guidance: string };
  readonly DossierRedirected: { readonly toAgency: string; readonly reason: string };
  readonly CompletenessConfirmed: { readonly confirmedAt: Instant; readonly appraiseBy: Instant };
  readonly SupplementRequested: {
    readonly round: number;
    readonly items: readonly SupplementItem[];
    readonly requestedAt: Instant;
    readonly answerBy: Instant;
  };
  readonly SupplementReceived: {
    readonly round: number;
    readonly papers: readonly SubmittedPaper[];
    readonly form?: Digest;
    readonly asked?: AskedChange;
    readonly receivedAt: Instant;
    /** Recomputed by the clock; absent before acceptance, when no clock runs yet. */
    readonly dueAt?: Instant;
    /** The limit runs from zero since then (Decree 61/2018 Art. 19(4)); absent where it goes on as it stood. */
    readonly restartedAt?: Instant;
    readonly stepDueAt: Instant;
  };
  readonly SupplementLapsed: { readonly round: number; readonly lapsedAt: Instant };
  readonly TaskAssigned: { readonly task: string; readonly to: PersonId };
  readonly TaskClaimed: { readonly task: string; readonly by: PersonId };
  readonly TaskReleased: { readonly task: string; readonly by: PersonId };
  readonly TaskHandedOver: {
    readonly task: string;
    readonly from: PersonId;
    readonly to: PersonId;
    readonly note: string;
  };
  readonly AppraisalRecorded: { readonly findings: readonly Finding[]; readonly report?: Digest };
  readonly OpinionAsked: {
    readonly agency: AgencyId;
    readonly askedAt: Instant;
    readonly dueAt: Instant;
    readonly question?: string;
  };
  readonly OpinionGiven: {
    readonly agency: AgencyId;
    readonly position: OpinionPosition;
    readonly summary: string;
    readonly late: boolean;
  };
  readonly OpinionOverdueNoted: { readonly agency: AgencyId; readonly dueAt: Instant };
  readonly DecisionProposed: {
    readonly kind: DecisionKind;
    readonly preparedBy: PersonId;
    readonly termYears?: number;
    readonly reasons: readonly GivenReason[];
    readonly proposedAt: Instant;
    readonly decideBy: Instant;
  };
  readonly DraftReturned: {
    readonly reason: string;
    readonly returnedAt: Instant;
    readonly appraiseBy: Instant;
  };
  readonly LicenceGranted: {
    readonly approvedBy: PersonId;
    readonly termYears: number;
    readonly grantedAt: Instant;
    readonly numberBy: Instant;
  };
  readonly LicenceDenied: {
    readonly approvedBy: PersonId;
    readonly reasons: readonly GivenReason[];
    readonly deniedAt: Instant;
    /** Until when its letter is to be numbered and signed; absent where no letter is made here. */
    readonly numberBy?: Instant;
    /** Until when it is to be handed over, where no letter is made here. */
    readonly handOverBy?: Instant;
  };
  readonly LicenceNumberAllocated: RegisterNumber & {
    readonly licenceId: LicenceId;
    readonly expiresOn: LocalDate;
    /** The last day it had before, where the number is that of a decision to extend it. */
    readonly expiredBeforeOn?: LocalDate;
  };
  /** A number once given is never given again: why this one stands for no licence. */
  readonly LicenceNumberVoided: {
    readonly number: number;
    readonly year: number;
    readonly text: string;
    readonly reason: string;
  };
  readonly CertificateIssued: {
    readonly certificate: Digest;
    readonly pages: number;
    readonly template: DrawnBy;
    /** Who signed, in order; absent on certificates of the time before they were signed here. */
    readonly signatures?: readonly PaperSignature[];
    readonly issuedAt: Instant;
    readonly handOverBy: Instant;
  };
  readonly LicenceEntered: { readonly licenceId: LicenceId };
  /** The licence ended before it could be changed as decided; the name of its refusal says how. */
  readonly LicenceEntryDropped: { readonly licenceId: LicenceId; readonly refusal: string };
  readonly ResultHandedOver: { readonly way: HandoverWay; readonly handedOverAt: Instant };
  readonly DossierWithdrawn: { readonly reason: string; readonly withdrawnAt: Instant };
  readonly DossierStopped: { readonly reasons: readonly GivenReason[]; readonly stoppedAt: Instant };
  readonly DossierReopened: {
    readonly reason: string;
    readonly reopenedAt: Instant;
    /** For a supplement that is awaited again: until when it may be answered. */
    readonly stepDueAt: Instant;
    /** Recomputed by the clock; absent before acceptance, and while a supplement is awaited. */
    readonly dueAt?: Instant;
    /** Agencies that could no longer answer when the dossier was closed are asked anew. */
    readonly opinions?: readonly { readonly agency: AgencyId; readonly dueAt: Instant }[];
  };
  readonly DeadlineExtended: {
    /** Working days, counted from the date that held before. */
    readonly days: number;
    readonly extendedAt: Instant;
    readonly from: Instant;
    readonly to: Instant;
    readonly appointedOn: LocalDate;
    /** Where the old date had cut the present step short: until when it is due now. */
    readonly stepDueAt?: Instant;
    readonly reason: string;
    readonly apology: string;
  };
  readonly DeadlinesMoved: MovedDeadlines;
  readonly OfficerReminded: { readonly task: string; readonly dueAt: Instant };
  readonly LatenessEscalated: { readonly task: string; readonly dueAt: Instant };
  readonly ApplicantReminded: { readonly about: 'collection' | 'supplement'; readonly count: number };
}

export type DossierEventType = keyof DossierEvents;
export type DossierEvent = {
  readonly [Type in DossierEventType]: { readonly type: Type; readonly data: DossierEvents[Type] };
}[DossierEventType];
