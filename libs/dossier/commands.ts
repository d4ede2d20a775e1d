import type {
  DrawnBy,
  Hindrance,
  PaperSignature,
  RefusedSignature,
  RequestedSignature,
} from '#libs/issuing/signature.js';
import type { CalendarReference } from '#libs/calendar/calendar.js';
import type { AgencyId, Digest, DossierId, LicenceId, PersonId } from '#libs/kernel/ids.js';
import type { ApplicantKind, Channel } from '#libs/procedures/procedure.js';
import type { AskedChange } from '#libs/procedures/result.js';
import type { ErasureGround } from './erasure-events.js';
import type { ForwardingAnswer } from './letter-events.js';
import type {
  DecisionKind,
  Finding,
  GivenReason,
  HandoverWay,
  OpinionPosition,
  SubmittedPaper,
  SupplementItem,
} from './events.js';

/** Which paper it is about: a number may have been voided while its paper was drawn. */
export interface NumberedPaper {
  /** Whose certificate it is; absent for a letter. */
  readonly licenceId?: LicenceId;
  /** The number it was drawn for, where the licence does not tell it. */
  readonly text?: string;
}

/** What can be asked of a dossier. Time, identity and register numbers come in beside it (`Circumstances`). */
export interface DossierCommands {
  readonly submitDossier: {
    readonly dossierId: DossierId;
    /** Which procedure; its version is the one in force on the day of receipt. */
    readonly procedureId: string;
    readonly channel: Channel;
    readonly applicant: PersonId;
    readonly applicantKind: ApplicantKind;
    readonly form: Digest;
    readonly papers: readonly SubmittedPaper[];
    readonly trackingSecret: Digest;
    /** Which licence it is about, where the procedure changes one. */
    readonly licenceId?: LicenceId;
    /** What is asked of that licence, as the form's answers say. */
    readonly asked?: AskedChange;
  };
  readonly acceptDossier: Record<never, never>;
  readonly refuseIntake: { readonly reasons: readonly GivenReason[]; readonly guidance: string };
  readonly redirectDossier: { readonly toAgency: string; readonly reason: string };
  readonly confirmCompleteness: Record<never, never>;
  readonly requestSupplement: { readonly items: readonly SupplementItem[] };
  readonly receiveSupplement: {
    readonly papers: readonly SubmittedPaper[];
    readonly form?: Digest;
    /** With a form: what it asks of the licence now. */
    readonly asked?: AskedChange;
  };
  readonly lapseSupplement: { readonly round: number };
  readonly assignTask: { readonly task: string; readonly to: PersonId };
  readonly claimTask: { readonly task: string };
  readonly releaseTask: { readonly task: string };
  readonly handOverTask: { readonly task: string; readonly to: PersonId; readonly note: string };
  readonly recordAppraisal: { readonly findings: readonly Finding[]; readonly report?: Digest };
  readonly askOpinions: {
    readonly agencies: readonly { readonly agency: AgencyId; readonly question?: string }[];
  };
  readonly giveOpinion: {
    readonly agency: AgencyId;
    readonly position: OpinionPosition;
    readonly summary: string;
  };
  readonly noteOpinionOverdue: { readonly agency: AgencyId };
  readonly proposeDecision: {
    readonly kind: DecisionKind;
    readonly termYears?: number;
    readonly reasons: readonly GivenReason[];
  };
  readonly returnDraft: { readonly reason: string };
  readonly grantLicence: Record<never, never>;
  readonly approveForwarding: Record<never, never>;
  readonly denyLicence: Record<never, never>;
  readonly recordForwardingAnswer: ForwardingAnswer;
  readonly allocateLicenceNumber: { readonly licenceId: LicenceId };
  readonly voidLicenceNumber: { readonly reason: string };
  readonly noteSignatureRefused: RefusedSignature & NumberedPaper;
  readonly requestSignatureAgain: Record<never, never>;
  readonly noteSignatureRequested: RequestedSignature & NumberedPaper;
  readonly noteSignatureAnswered: Pick<RequestedSignature, 'role' | 'attempt'>;
  readonly notePaperHindered: Hindrance & NumberedPaper;
  readonly issueCertificate: NumberedPaper & {
    readonly certificate: Digest;
    readonly pages: number;
    readonly template: DrawnBy;
    readonly signatures?: readonly PaperSignature[];
  };
  /** `dropped`: why the licence can never be changed as decided. */
  readonly enterLicence: { readonly licenceId: LicenceId; readonly dropped?: string };
  readonly handOverResult: { readonly way: HandoverWay };
  readonly withdrawDossier: { readonly reason: string };
  readonly stopDossier: { readonly reasons: readonly GivenReason[] };
  readonly reopenDossier: { readonly reason: string };
  readonly eraseForm: { readonly ground: ErasureGround };
  readonly extendDeadline: { readonly days: number; readonly reason: string; readonly apology: string };
  /** The edition of the calendar under which the dates were looked at beforehand. */
  readonly moveDeadlines: { readonly edition: CalendarReference };
  readonly remindOfficer: { readonly task: string };
  readonly escalateLateness: { readonly task: string };
  readonly remindApplicant: { readonly about: 'collection' | 'supplement'; readonly count: number };
}

export type DossierCommandType = keyof DossierCommands;
export type DossierCommand = {
  readonly [Type in DossierCommandType]: { readonly type: Type; readonly data: DossierCommands[Type] };
}[DossierCommandType];
