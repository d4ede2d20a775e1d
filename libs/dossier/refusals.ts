import type { LicenceId, PersonId } from '#libs/kernel/ids.js';
import type { RefusalOf } from '#libs/kernel/refusal.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { Channel, ApplicantKind } from '#libs/procedures/procedure.js';
import type { LicenceInNeed } from './circumstances.js';
import type { DecisionKind, DossierEvent } from './events.js';
import type { Stage } from './state.js';

/** Where the dossier stands says no: the command belongs to another stage. */
interface AtThisStage {
  readonly stage: Stage | 'none';
  readonly command: string;
}

/** Every reason for which a command gives no event, with what explains it. */
export interface DossierRefusals {
  readonly NotFiledYet: AtThisStage;
  readonly AlreadyFiled: AtThisStage;
  readonly NotYetAccepted: AtThisStage;
  readonly AlreadyAccepted: AtThisStage;
  readonly WaitsForSupplement: AtThisStage;
  readonly NoSupplementAsked: AtThisStage;
  readonly NotYetUnderAppraisal: AtThisStage;
  readonly AlreadyUnderAppraisal: AtThisStage;
  readonly NoDecisionProposed: AtThisStage;
  readonly DecisionIsProposed: AtThisStage;
  readonly NotYetGranted: AtThisStage;
  readonly AlreadyDecided: AtThisStage;
  readonly CertificateNotIssued: AtThisStage;
  readonly CertificateAlreadyIssued: AtThisStage;
  readonly DossierClosed: AtThisStage;
  readonly DossierStillOpen: AtThisStage;

  readonly ProcedureProvisional: { readonly procedure: string; readonly version: string };
  readonly NotInForceOnDay: {
    readonly procedure: string;
    readonly version: string;
    readonly on: LocalDate;
  };
  readonly ChannelNotOffered: { readonly channel: Channel };
  /** `servedBy`: ids of the procedures that are for them, by the same form. */
  readonly ApplicantKindNotServed: {
    readonly applicantKind: ApplicantKind;
    readonly servedBy: readonly string[];
  };
  readonly LicenceNotNamed: Record<never, never>;
  readonly LicenceNotExpected: Record<never, never>;
  /** Also where there is no such licence. */
  readonly NotHolderOfLicence: { readonly licenceId: LicenceId };
  readonly PaperUnknown: { readonly paper: string };
  readonly PaperNotForApplicant: { readonly paper: string; readonly applicantKind: ApplicantKind };
  readonly PaperTwice: { readonly paper: string };
  readonly PapersMissing: { readonly missing: readonly (readonly string[])[] };
  readonly ReasonsMissing: { readonly list: 'intakeRefusals' | 'denialReasons' | 'stopReasons' };
  readonly ReasonUnknown: { readonly code: string; readonly list: string };
  readonly TextMissing: { readonly field: string };
  readonly SupplementEmpty: Record<never, never>;
  readonly SupplementItemUnclear: { readonly paper?: string; readonly field?: string };
  readonly DeficiencyUnknown: { readonly code: string };
  readonly SupplementsUsedUp: { readonly maxRequests: number };
  readonly TooLateToAskSupplement: { readonly until: Instant };
  readonly SupplementTooLate: { readonly until: Instant };
  readonly SupplementRoundUnknown: { readonly round: number };
  readonly SupplementIncomplete: { readonly papers: readonly string[]; readonly formNeeded: boolean };
  readonly UnknownTask: { readonly task: string };
  readonly TaskNotOpen: { readonly task: string };
  readonly TaskHeldByAnother: { readonly task: string; readonly holder: PersonId };
  readonly TaskNotHeld: { readonly task: string };
  readonly HandedToSelf: { readonly task: string };
  readonly RedirectedToSelf: { readonly agency: string };
  readonly ChecklistItemUnknown: { readonly item: string };
  readonly ChecklistItemTwice: { readonly item: string };
  readonly ChecklistIncomplete: { readonly missing: readonly string[] };
  readonly ChecklistItemUnmet: { readonly items: readonly string[] };
  readonly AgenciesMissing: Record<never, never>;
  readonly AgencyNotConsulted: { readonly agency: string };
  readonly OpinionAlreadyAsked: { readonly agency: string };
  readonly OpinionNotAsked: { readonly agency: string };
  readonly OpinionAlreadyGiven: { readonly agency: string };
  readonly OpinionsNotAsked: { readonly agencies: readonly string[] };
  readonly OpinionsStillAwaited: { readonly agencies: readonly string[] };
  readonly ObjectionForbidsGrant: { readonly agencies: readonly string[] };
  readonly ReasonsNotExpected: Record<never, never>;
  readonly TermNotExpected: Record<never, never>;
  readonly TermNotAllowed: { readonly maxTermYears: number };
  readonly PreparerMayNotApprove: { readonly preparedBy: PersonId };
  /** `authority`: to whom the dossier is sent on instead. */
  readonly DecidedElsewhere: { readonly authority: string };
  readonly DecidedHere: Record<never, never>;
  readonly DraftSaysOtherwise: { readonly draft: DecisionKind };
  readonly NotSentOn: { readonly outcome: string };
  readonly AnswerAlreadyRecorded: { readonly decidedOn: LocalDate };
  readonly NothingToCorrect: Record<never, never>;
  readonly DateAhead: { readonly date: LocalDate; readonly today: LocalDate };
  readonly DateBeforeSending: { readonly date: LocalDate; readonly sentOn: LocalDate };
  readonly TextNotExpected: { readonly field: string };
  readonly NumberAlreadyAllocated: { readonly text: string };
  readonly NumberNotAllocated: Record<never, never>;
  readonly SignatureIsOfAnother: { readonly signer: string };
  readonly SignatureNotRefused: Record<never, never>;
  readonly LicenceAlreadyEntered: Record<never, never>;
  readonly OtherLicence: { readonly licenceId: LicenceId };
  readonly NoLicenceToEnter: Record<never, never>;
  readonly LicenceNotYetEntered: { readonly text: string };
  /** `stage`: where the licence stands; one that has ended may still owe a document. */
  readonly LicenceNeedsForm: LicenceInNeed;
  readonly FormIsErased: { readonly erasedAt: Instant };
  readonly NotReopenable: { readonly outcome: string };
  readonly AlreadyExtended: Record<never, never>;
  readonly DaysNotAllowed: { readonly min: number; readonly max: number };
  readonly ExtensionTooLate: { readonly until: LocalDate };
  /** Editions as `vietnam 2026.2`. */
  readonly EditionNotInForce: { readonly asked: string; readonly inForce: string };
  readonly NotYetDue: { readonly at: Instant };
  readonly AlreadyDone: Record<never, never>;
}

export type DossierRefusalName = keyof DossierRefusals;
export type DossierRefusal = RefusalOf<DossierRefusals>;

/** What a command leads to: facts to record, or why there are none. */
export type Decision = readonly DossierEvent[] | DossierRefusal;

export function refuse<Name extends DossierRefusalName>(
  name: Name,
  details: DossierRefusals[Name],
): DossierRefusal {
  return { refusal: name, details } as DossierRefusal;
}
