import type { DossierCommandType } from '#libs/dossier/commands.js';
import type { TaskKind } from '#libs/dossier/tasks.js';
import type { Role } from '#libs/kernel/roles.js';
import type { LicenceCommandType } from '#libs/licence/commands.js';
import type { SummaryCommandType } from '#libs/summary-duties/commands.js';

const officers = ['oneStopClerk', 'specialist', 'headOfDivision', 'director', 'recordsClerk'] as const;
const workers = [...officers, 'consultedAgency'] as const;

/**
 * Who may give which command, before any question of whose dossier it is. What is not written here is forbidden.
 * Receiving, supplementing and handing over happen at the one-stop desk; appraisal, decision and seal follow the
 * office's chain: specialist, head of division, director, records clerk.
 */
export const givenBy = {
  submitDossier: ['applicant', 'oneStopClerk'],
  acceptDossier: ['oneStopClerk'],
  refuseIntake: ['oneStopClerk'],
  redirectDossier: ['oneStopClerk'],
  confirmCompleteness: ['oneStopClerk'],
  requestSupplement: ['oneStopClerk', 'specialist'],
  receiveSupplement: ['applicant', 'oneStopClerk'],
  lapseSupplement: ['system'],
  assignTask: ['headOfDivision', 'director'],
  claimTask: workers,
  releaseTask: workers,
  handOverTask: workers,
  recordAppraisal: ['specialist'],
  askOpinions: ['specialist', 'headOfDivision'],
  giveOpinion: ['consultedAgency'],
  noteOpinionOverdue: ['system'],
  proposeDecision: ['specialist'],
  returnDraft: ['headOfDivision', 'director'],
  grantLicence: ['director'],
  approveForwarding: ['director'],
  denyLicence: ['director'],
  /** Whoever registers what comes in, or had the dossier. */
  recordForwardingAnswer: ['recordsClerk', 'specialist'],
  allocateLicenceNumber: ['recordsClerk'],
  voidLicenceNumber: ['recordsClerk'],
  noteSignatureRefused: ['system'],
  requestSignatureAgain: ['recordsClerk'],
  noteSignatureRequested: ['system'],
  noteSignatureAnswered: ['system'],
  notePaperHindered: ['system'],
  issueCertificate: ['system'],
  enterLicence: ['system'],
  handOverResult: ['oneStopClerk'],
  withdrawDossier: ['applicant', 'oneStopClerk'],
  stopDossier: ['headOfDivision', 'director'],
  reopenDossier: ['director'],
  /** On the command line, by whoever runs the installation: no screen offers it. */
  eraseForm: ['system'],
  extendDeadline: ['headOfDivision', 'director'],
  moveDeadlines: ['system'],
  remindOfficer: ['system'],
  escalateLateness: ['system'],
  remindApplicant: ['system'],
} as const satisfies Record<DossierCommandType, readonly Role[]>;

/**
 * The same about licences. Holders report; specialists ask, examine and order remedies; what takes a licence away or changes it is
 * the director's, and what a licence must undergo in time nobody's.
 */
export const licenceGivenBy = {
  openLicence: ['system'],
  remindObligation: ['system'],
  missObligation: ['system'],
  remindRenewal: ['system'],
  endSuspension: ['system'],
  expireLicence: ['system'],
  replaceLicence: ['system'],
  demandReport: ['specialist', 'headOfDivision'],
  orderRemedy: ['specialist', 'headOfDivision'],
  noteSourceConsent: ['specialist'],
  submitReport: ['applicant', 'oneStopClerk'],
  returnReport: ['specialist'],
  acceptReport: ['specialist'],
  excuseObligation: ['headOfDivision', 'director'],
  claimInspection: ['specialist'],
  releaseInspection: ['specialist'],
  closeInspection: ['specialist'],
  suspendLicence: ['director'],
  liftSuspension: ['director'],
  revokeLicence: ['director'],
  returnLicence: ['applicant', 'oneStopClerk', 'system'],
  amendLicence: ['director', 'system'],
  /** By the system where an application for it was granted. */
  extendLicence: ['director', 'system'],
  reissueLicence: ['recordsClerk', 'system'],
  noteHolderChange: ['specialist', 'system'],
  remindInWriting: ['specialist', 'headOfDivision'],
  approveDocument: ['director'],
  allocateDocumentNumber: ['recordsClerk'],
  voidDocumentNumber: ['recordsClerk'],
  noteDocumentSignatureRequested: ['system'],
  noteDocumentSignatureAnswered: ['system'],
  noteDocumentSignatureRefused: ['system'],
  noteDocumentHindered: ['system'],
  requestDocumentSignatureAgain: ['recordsClerk'],
  issueDocument: ['system'],
  remindWork: ['system'],
  escalateWork: ['system'],
} as const satisfies Record<LicenceCommandType, readonly Role[]>;

/** Who sends a department's summaries, or registers what goes out, says that they were sent, and takes it back where that was wrong. */
export const summaryGivenBy = {
  recordSummarySent: ['specialist', 'headOfDivision', 'recordsClerk'],
  withdrawSummarySending: ['specialist', 'headOfDivision', 'recordsClerk'],
} as const satisfies Record<SummaryCommandType, readonly Role[]>;

/** What people do about a licence: each is a mutation of the same name. */
export type LicenceActType = {
  [Type in LicenceCommandType]: (typeof licenceGivenBy)[Type] extends readonly ['system'] ? never : Type;
}[LicenceCommandType];

/** Whose work each kind of task is. */
export const heldBy = {
  receive: 'oneStopClerk',
  checkCompleteness: 'oneStopClerk',
  appraise: 'specialist',
  giveOpinion: 'consultedAgency',
  approve: 'director',
  allocateNumber: 'recordsClerk',
  sign: 'director',
  seal: 'recordsClerk',
  requestSignature: 'recordsClerk',
  mendPaper: 'recordsClerk',
  handOver: 'oneStopClerk',
} as const satisfies Record<TaskKind, Role>;

/** The commands that only time and activities give: nobody can send them from outside. */
export type SystemCommandType = {
  [Type in DossierCommandType]: (typeof givenBy)[Type] extends readonly ['system'] ? Type : never;
}[DossierCommandType];

/** The commands that people give: each is a mutation of the same name. */
export type PersonCommandType = Exclude<DossierCommandType, SystemCommandType>;

export const allRoles = {
  applicant: true,
  oneStopClerk: true,
  specialist: true,
  headOfDivision: true,
  director: true,
  recordsClerk: true,
  consultedAgency: true,
  auditor: true,
  administrator: true,
  system: true,
} as const satisfies Record<Role, true>;

export function isRole(text: string): text is Role {
  return Object.hasOwn(allRoles, text);
}

/** Roles whose sight ends at the dossiers of their own agency. */
export const agencyRoles: readonly Role[] = officers;

export function isPersonCommand(type: DossierCommandType): type is PersonCommandType {
  return !(givenBy[type] as readonly Role[]).includes('system');
}
