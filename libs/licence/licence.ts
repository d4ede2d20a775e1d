import type { AgencyId, DossierId, LicenceId, PersonId } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { ProcedureReference } from '#libs/procedures/procedure.js';
import type { LicenceEvent, LicenceEvents } from './events.js';
import { documented, isAboutDocument, type DocumentEvent, type OfficialDocument } from './documents.js';
import { type Inspection, inspected, inspectionOf } from './inspections.js';
import { type Progress, progressed } from './progress.js';
import { workNotice } from './work-notice.js';

export type LicenceStage = 'inForce' | 'suspended' | 'revoked' | 'expired' | 'returned' | 'replaced';

/** What is true of a licence wherever it stands. */
export interface LicenceSubject {
  readonly id: LicenceId;
  /** Number of events folded. */
  readonly version: number;
  readonly dossierId: DossierId;
  /** The version under which it was issued; its duties and reminders. */
  readonly procedure: ProcedureReference;
  readonly agency: AgencyId;
  readonly holder: PersonId;
  /** As printed, `12/GP-TTĐT`. */
  readonly text: string;
  readonly issuedOn: LocalDate;
  /** Last day in force. */
  readonly expiresOn: LocalDate;
  /** What the authority asked beside the yearly duties. */
  readonly asked: readonly LicenceEvents['ObligationAsked'][];
  /** One entry for each duty about which anything happened. */
  readonly obligations: readonly Progress[];
  /** The newest reminder to renew the present term. */
  readonly renewalRemindedAt?: Instant;
  readonly extensions: number;
  /** Terms that an extension has moved on. */
  readonly extendedTerms: readonly { readonly expiresOn: LocalDate; readonly remindedAt?: Instant }[];
  /** One entry for each that was ever asked for. */
  readonly inspections: readonly Inspection[];
  /** One entry for each suspension: the remedy whose overrun it followed, or the violation. */
  readonly suspendedFor: readonly string[];
  /** One entry for each that was ever ordered. */
  readonly documents: readonly OfficialDocument[];
  /** Of which tasks somebody was reminded, and which were told to be late. */
  readonly told: Readonly<Record<'reminded' | 'escalated', readonly string[]>>;
}

/** A suspension that lasts. */
export type Suspension = Pick<LicenceEvents['LicenceSuspended'], 'suspendedOn' | 'until' | 'clause'>;

type Standing =
  | { readonly stage: 'inForce' }
  | { readonly stage: 'suspended'; readonly suspension: Suspension }
  | { readonly stage: 'revoked' | 'expired' | 'returned' | 'replaced'; readonly endedOn: LocalDate };

export type Licence = LicenceSubject & Standing;
export type LivingLicence = Extract<Licence, { readonly stage: 'inForce' | 'suspended' }>;

/** A stream without events is no licence yet. */
export type LicenceState = Licence | undefined;

/** The state after one more fact. Believes the past: what is in the log happened. */
export function evolveLicence(state: LicenceState, event: LicenceEvent): LicenceState {
  const next = event.type === 'LicenceOpened' ? opened(event.data) : state && evolved(state, event);
  return next && { ...next, version: (state?.version ?? 0) + 1 };
}

export function foldLicence(events: readonly LicenceEvent[]): LicenceState {
  return events.reduce<LicenceState>(evolveLicence, undefined);
}

export function isLiving(licence: Licence): licence is LivingLicence {
  return licence.stage === 'inForce' || licence.stage === 'suspended';
}

function opened(data: LicenceEvents['LicenceOpened']): Licence {
  const { licenceId: id, dossierId, procedure, agency, holder, text, issuedOn, expiresOn } = data;
  const subject = { id, dossierId, procedure, agency, holder, text, issuedOn, expiresOn };
  const past = {
    asked: [],
    obligations: [],
    extensions: 0,
    extendedTerms: [],
    inspections: [],
    suspendedFor: [],
    documents: [],
    told: { reminded: [], escalated: [] },
  };
  return { ...subject, ...past, version: 0, stage: 'inForce' };
}

type Later = Exclude<LicenceEvent, { readonly type: 'LicenceOpened' }>;

function evolved(licence: Licence, event: Later): Licence {
  if (isAboutDocument(event)) return { ...licence, documents: documented(licence.documents, event) };
  return changed(licence, event);
}

function changed(licence: Licence, event: Exclude<Later, DocumentEvent>): Licence {
  switch (event.type) {
    case 'ObligationAsked':
      return { ...licence, asked: [...licence.asked, event.data] };
    case 'ObligationReminded':
    case 'ReportSubmitted':
    case 'ReportReturned':
    case 'ReportAccepted':
    case 'ObligationExcused':
    case 'ObligationLapsed':
    case 'ReportLeftUnexamined':
      return { ...licence, obligations: progressed(licence, event) };
    case 'ObligationMissed':
      return missed(licence, event);
    case 'InspectionClaimed':
    case 'InspectionReleased':
    case 'InspectionClosed':
      return { ...licence, inspections: inspected(licence.inspections, event) };
    case 'RenewalReminded':
      return { ...licence, renewalRemindedAt: event.data.remindedAt };
    case 'LicenceExtended':
      return extended(licence, event.data);
    case 'LicenceAmended':
    case 'LicenceReissued':
    case 'HolderChangeNoted':
      return licence;
    case 'WorkReminded':
    case 'WorkEscalated':
      return told(licence, event);
    case 'LicenceSuspended':
    case 'SuspensionLifted':
    case 'SuspensionEnded':
    case 'LicenceRevoked':
    case 'LicenceReturned':
    case 'LicenceReplaced':
    case 'LicenceExpired':
      return restaged(licence, event);
  }
}

function missed(licence: Licence, event: Extract<Later, { readonly type: 'ObligationMissed' }>): Licence {
  const inspections = [...licence.inspections, inspectionOf(event.data)];
  return { ...licence, inspections, obligations: progressed(licence, event) };
}

function told(
  licence: Licence,
  { type, data: { task: id, dueAt } }: Extract<Later, { readonly type: 'WorkReminded' | 'WorkEscalated' }>,
): Licence {
  const how = type === 'WorkReminded' ? 'reminded' : 'escalated';
  const notices = [...licence.told[how], workNotice({ id, dueAt })];
  return { ...licence, told: { ...licence.told, [how]: notices } };
}

/** A reminder of the old term says nothing about the new one. */
function extended(licence: Licence, { expiresOn }: LicenceEvents['LicenceExtended']): Licence {
  const { renewalRemindedAt: remindedAt, ...rest } = licence;
  const term = { expiresOn: licence.expiresOn, ...(remindedAt && { remindedAt }) };
  const extendedTerms = [...licence.extendedTerms, term];
  return { ...rest, expiresOn, extensions: licence.extensions + 1, extendedTerms };
}

type Restaging = Extract<
  Later,
  {
    readonly type:
      | 'LicenceSuspended'
      | 'SuspensionLifted'
      | 'SuspensionEnded'
      | 'LicenceRevoked'
      | 'LicenceReturned'
      | 'LicenceReplaced'
      | 'LicenceExpired';
  }
>;

function restaged(licence: Licence, { type, data }: Restaging): Licence {
  const subject = subjectOf(licence);
  switch (type) {
    case 'LicenceSuspended': {
      const suspendedFor = [...subject.suspendedFor, groundOf(data)];
      const { suspendedOn, until, clause } = data;
      return { ...subject, suspendedFor, stage: 'suspended', suspension: { suspendedOn, until, clause } };
    }
    case 'SuspensionLifted':
    case 'SuspensionEnded':
      return { ...subject, stage: 'inForce' };
    case 'LicenceRevoked':
      return { ...subject, stage: 'revoked', endedOn: data.revokedOn };
    case 'LicenceReturned':
      return { ...subject, stage: 'returned', endedOn: data.returnedOn };
    case 'LicenceReplaced':
      return { ...subject, stage: 'replaced', endedOn: data.replacedOn };
    case 'LicenceExpired':
      return { ...subject, stage: 'expired', endedOn: data.expiredOn };
  }
}

function groundOf({ ground }: LicenceEvents['LicenceSuspended']): string {
  switch (ground.kind) {
    case 'violation':
      return ground.violation;
    case 'remedyOverrun':
      return ground.obligation;
    case 'suspendedAgain':
      return ground.kind;
  }
}

/** Without what belongs to the stage that is left. */
function subjectOf(licence: Licence): LicenceSubject {
  const { stage: _, ...rest } = licence;
  if ('suspension' in rest) {
    const { suspension: __, ...subject } = rest;
    return subject;
  }
  return rest;
}
