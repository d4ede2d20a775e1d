import type { DossierEventType } from '#libs/dossier/events.js';
import type { Role } from '#libs/kernel/roles.js';
import type { LicenceEventType } from '#libs/licence/events.js';
import type { NoticeKind } from './notice.js';

/**
 * Whom an event concerns. `officer`: who holds the task it names or leads to, and the whole team while nobody does. `team`: who works on
 * the stage that begins. `assigned`: the person the event itself names.
 */
export type Audience = 'applicant' | 'holder' | 'officer' | 'assigned' | { readonly team: Role };

export interface Concern {
  readonly to: Audience;
  readonly kind: NoticeKind;
  /** What the law obliges the office to tell: nobody can be unsubscribed from it. */
  readonly statutory: boolean;
}

const law = (to: Audience, kind: NoticeKind): Concern => ({ to, kind, statutory: true });
const service = (to: Audience, kind: NoticeKind): Concern => ({ to, kind, statutory: false });
const clerks = { team: 'oneStopClerk' } as const;

/** Decree 118/2025 Art. 17: receipt, guidance in one go, refusal, result and apology are written notices to the applicant. */
const dossierConcerns: Readonly<Record<DossierEventType, readonly Concern[]>> = {
  DossierSubmitted: [law('applicant', 'dossierReceived'), service(clerks, 'workArrived')],
  DossierAccepted: [law('applicant', 'dossierAccepted')],
  IntakeRefused: [law('applicant', 'intakeRefused')],
  DossierRedirected: [law('applicant', 'dossierRedirected')],
  CompletenessConfirmed: [service({ team: 'specialist' }, 'workArrived')],
  SupplementRequested: [law('applicant', 'supplementRequested')],
  SupplementReceived: [law('applicant', 'supplementReceived')],
  SupplementLapsed: [law('applicant', 'supplementLapsed')],
  TaskAssigned: [service('assigned', 'taskAssigned')],
  TaskClaimed: [],
  TaskReleased: [],
  TaskHandedOver: [service('assigned', 'taskAssigned')],
  AppraisalRecorded: [],
  OpinionAsked: [service({ team: 'consultedAgency' }, 'opinionAsked')],
  OpinionGiven: [],
  OpinionOverdueNoted: [service({ team: 'consultedAgency' }, 'opinionOverdue')],
  DecisionProposed: [service({ team: 'director' }, 'workArrived')],
  DraftReturned: [service({ team: 'specialist' }, 'draftReturned')],
  LicenceGranted: [service({ team: 'recordsClerk' }, 'workArrived')],
  LicenceDenied: [law('applicant', 'licenceDenied'), service({ team: 'recordsClerk' }, 'workArrived')],
  LicenceNumberAllocated: [],
  LicenceNumberVoided: [],
  LetterNumberAllocated: [],
  LetterNumberVoided: [],
  ForwardingApproved: [service({ team: 'recordsClerk' }, 'workArrived')],
  DossierForwarded: [law('applicant', 'dossierForwarded')],
  ForwardingAnswered: [service('applicant', 'forwardingAnswered')],
  LetterIssued: [law('applicant', 'resultReady'), service(clerks, 'workArrived')],
  SignatureRequested: [service('officer', 'workArrived')],
  PaperHindered: [service('officer', 'workArrived')],
  SignatureAnswered: [],
  SignatureRefused: [service({ team: 'recordsClerk' }, 'workArrived')],
  SignatureRequestedAgain: [],
  CertificateIssued: [law('applicant', 'resultReady'), service(clerks, 'workArrived')],
  LicenceEntered: [],
  LicenceEntryDropped: [law('applicant', 'entryDropped'), service({ team: 'recordsClerk' }, 'entryDropped')],
  ResultHandedOver: [service('applicant', 'resultHandedOver')],
  DossierWithdrawn: [law('applicant', 'dossierWithdrawn')],
  DossierStopped: [law('applicant', 'dossierStopped')],
  DossierReopened: [law('applicant', 'dossierReopened')],
  FormErased: [law('applicant', 'formErased')],
  DeadlineExtended: [law('applicant', 'deadlineExtended')],
  DeadlinesMoved: [law('applicant', 'deadlinesMoved')],
  OfficerReminded: [service('officer', 'taskDue')],
  LatenessEscalated: [service({ team: 'headOfDivision' }, 'taskLate')],
  ApplicantReminded: [service('applicant', 'applicantReminded')],
};

/** The duty to report is of the law, and so is its reminder; that a licence may be renewed is a service. */
const licenceConcerns: Readonly<Record<LicenceEventType, readonly Concern[]>> = {
  LicenceOpened: [law('holder', 'licenceOpened')],
  ObligationReminded: [law('holder', 'obligationDue')],
  RenewalReminded: [service('holder', 'renewalDue')],
  ObligationAsked: [law('holder', 'obligationAsked')],
  ReportSubmitted: [service({ team: 'specialist' }, 'reportArrived')],
  ReportReturned: [law('holder', 'reportReturned')],
  ReportAccepted: [service('holder', 'reportAccepted')],
  ObligationExcused: [service('holder', 'obligationExcused')],
  ObligationMissed: [
    law('holder', 'obligationMissed'),
    service({ team: 'headOfDivision' }, 'obligationMissed'),
    service({ team: 'specialist' }, 'inspectionAsked'),
  ],
  InspectionClaimed: [],
  InspectionReleased: [],
  InspectionClosed: [
    law('holder', 'inspectionClosed'),
    service({ team: 'headOfDivision' }, 'inspectionClosed'),
  ],
  ObligationLapsed: [],
  ReportLeftUnexamined: [],
  LicenceSuspended: [law('holder', 'licenceSuspended')],
  SuspensionLifted: [law('holder', 'licenceResumed')],
  SuspensionEnded: [law('holder', 'licenceResumed')],
  LicenceRevoked: [law('holder', 'licenceRevoked')],
  LicenceReturned: [law('holder', 'licenceReturned')],
  LicenceReplaced: [law('holder', 'licenceReplaced')],
  LicenceAmended: [law('holder', 'licenceAmended')],
  LicenceExtended: [law('holder', 'licenceExtended')],
  LicenceReissued: [law('holder', 'licenceReissued')],
  HolderChangeNoted: [law('holder', 'holderChangeNoted')],
  LicenceExpired: [law('holder', 'licenceExpired')],
  DocumentOrdered: [service('officer', 'licenceWorkArrived')],
  DocumentApproved: [service('officer', 'licenceWorkArrived')],
  DocumentNumberAllocated: [],
  DocumentNumberVoided: [service('officer', 'licenceWorkArrived')],
  DocumentSignatureRequested: [service('officer', 'licenceWorkArrived')],
  DocumentHindered: [service('officer', 'licenceWorkArrived')],
  DocumentSignatureAnswered: [],
  DocumentSignatureRefused: [service('officer', 'licenceWorkArrived')],
  DocumentSignatureRequestedAgain: [],
  DocumentIssued: [law('holder', 'documentIssued')],
  WorkReminded: [service('officer', 'licenceWorkDue')],
  WorkEscalated: [service({ team: 'headOfDivision' }, 'licenceWorkLate')],
};

/** Complete over every event there is: a new one without an entry does not compile. */
export const concerns: Readonly<Record<DossierEventType | LicenceEventType, readonly Concern[]>> = {
  ...dossierConcerns,
  ...licenceConcerns,
};
