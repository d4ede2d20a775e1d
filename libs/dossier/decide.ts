import type { Circumstances } from './circumstances.js';
import { commandTable, type PlaceOf } from './command-table.js';
import type { DossierCommand, DossierCommands, DossierCommandType } from './commands.js';
import { acceptDossier } from './decisions/accept-dossier.js';
import { allocateLicenceNumber } from './decisions/allocate-licence-number.js';
import { approveForwarding } from './decisions/approve-forwarding.js';
import { askOpinions } from './decisions/ask-opinions.js';
import { assignTask } from './decisions/assign-task.js';
import { claimTask } from './decisions/claim-task.js';
import { confirmCompleteness } from './decisions/confirm-completeness.js';
import { denyLicence } from './decisions/deny-licence.js';
import { enterLicence } from './decisions/enter-licence.js';
import { eraseForm } from './decisions/erase-form.js';
import { escalateLateness } from './decisions/escalate-lateness.js';
import { extendDeadline } from './decisions/extend-deadline.js';
import { giveOpinion } from './decisions/give-opinion.js';
import { grantLicence } from './decisions/grant-licence.js';
import { handOverResult } from './decisions/hand-over-result.js';
import { handOverTask } from './decisions/hand-over-task.js';
import { issueCertificate } from './decisions/issue-certificate.js';
import { lapseSupplement } from './decisions/lapse-supplement.js';
import { moveDeadlines } from './decisions/move-deadlines.js';
import { noteOpinionOverdue } from './decisions/note-opinion-overdue.js';
import { notePaperHindered } from './decisions/note-paper-hindered.js';
import { noteSignatureAnswered, noteSignatureRequested } from './decisions/await-signature.js';
import { noteSignatureRefused } from './decisions/note-signature-refused.js';
import { proposeDecision } from './decisions/propose-decision.js';
import { receiveSupplement } from './decisions/receive-supplement.js';
import { recordAppraisal } from './decisions/record-appraisal.js';
import { recordForwardingAnswer } from './decisions/record-forwarding-answer.js';
import { redirectDossier } from './decisions/redirect-dossier.js';
import { refuseIntake } from './decisions/refuse-intake.js';
import { releaseTask } from './decisions/release-task.js';
import { remindApplicant } from './decisions/remind-applicant.js';
import { remindOfficer } from './decisions/remind-officer.js';
import { reopenDossier } from './decisions/reopen-dossier.js';
import { requestSignatureAgain } from './decisions/request-signature-again.js';
import { requestSupplement } from './decisions/request-supplement.js';
import { returnDraft } from './decisions/return-draft.js';
import { stopDossier } from './decisions/stop-dossier.js';
import { submitDossier } from './decisions/submit-dossier.js';
import { voidLicenceNumber } from './decisions/void-licence-number.js';
import { withdrawDossier } from './decisions/withdraw-dossier.js';
import { type Decision, refuse } from './refusals.js';
import type { Dossier, DossierState } from './state.js';

export type { Decision } from './refusals.js';

type StateIn<P> = P extends 'none' ? undefined : Extract<Dossier, { readonly stage: P }>;

/** Every command has a decision that takes each stage in which the table allows it, or this does not compile. */
const decisions: {
  readonly [Type in DossierCommandType]: (
    data: DossierCommands[Type],
    dossier: StateIn<PlaceOf<Type>>,
    given: Circumstances,
  ) => Decision;
} = {
  acceptDossier,
  allocateLicenceNumber,
  approveForwarding,
  askOpinions,
  assignTask,
  claimTask,
  confirmCompleteness,
  denyLicence,
  enterLicence,
  eraseForm,
  escalateLateness,
  extendDeadline,
  giveOpinion,
  grantLicence,
  handOverResult,
  handOverTask,
  issueCertificate,
  lapseSupplement,
  moveDeadlines,
  noteOpinionOverdue,
  notePaperHindered,
  noteSignatureAnswered,
  noteSignatureRefused,
  noteSignatureRequested,
  proposeDecision,
  receiveSupplement,
  recordAppraisal,
  recordForwardingAnswer,
  redirectDossier,
  refuseIntake,
  releaseTask,
  remindApplicant,
  remindOfficer,
  reopenDossier,
  requestSignatureAgain,
  requestSupplement,
  returnDraft,
  stopDossier,
  submitDossier,
  voidLicenceNumber,
  withdrawDossier,
};

/** What a command leads to, given all that is known: events, or a named refusal. Never throws for a business reason. */
export function decideDossier(command: DossierCommand, state: DossierState, given: Circumstances): Decision {
  const stage = state?.stage ?? 'none';
  const cell = commandTable[command.type][stage];
  if (cell !== 'allowed') return refuse(cell, { stage, command: command.type });
  const decision = decisions[command.type] as (
    ...asked: [data: object, dossier: DossierState, given: Circumstances]
  ) => Decision;
  return decision(command.data, state, given);
}
