import { objectionByStage } from './command-table.js';
import type { LicenceCircumstances } from './circumstances.js';
import type { LicenceCommand, LicenceCommands } from './commands.js';
import { decideChange, type ChangeCommand } from './decisions/changes.js';
import { decideDocument, type DocumentCommand } from './decisions/documents.js';
import { decideInspection, type InspectionCommand } from './decisions/inspections.js';
import { decideMeasure, type MeasureCommand } from './decisions/measures.js';
import { decideReport, type ReportCommand } from './decisions/reports.js';
import { decideInTime, type TimeCommand } from './decisions/time.js';
import { decideWork, type WorkCommand } from './decisions/work.js';
import type { LicenceState } from './licence.js';
import { type LicenceDecision, refuseLicence } from './refusals.js';

type Group = 'time' | 'reports' | 'inspections' | 'measures' | 'changes' | 'documents' | 'work';

const groups: Readonly<Record<Exclude<LicenceCommand['type'], 'openLicence'>, Group>> = {
  remindObligation: 'time',
  missObligation: 'time',
  remindRenewal: 'time',
  endSuspension: 'time',
  expireLicence: 'time',
  demandReport: 'reports',
  orderRemedy: 'reports',
  noteSourceConsent: 'reports',
  submitReport: 'reports',
  returnReport: 'reports',
  acceptReport: 'reports',
  excuseObligation: 'reports',
  claimInspection: 'inspections',
  releaseInspection: 'inspections',
  closeInspection: 'inspections',
  suspendLicence: 'measures',
  liftSuspension: 'measures',
  revokeLicence: 'measures',
  returnLicence: 'measures',
  replaceLicence: 'measures',
  amendLicence: 'changes',
  extendLicence: 'changes',
  reissueLicence: 'changes',
  noteHolderChange: 'changes',
  remindInWriting: 'documents',
  approveDocument: 'documents',
  allocateDocumentNumber: 'documents',
  voidDocumentNumber: 'documents',
  noteDocumentSignatureRequested: 'documents',
  noteDocumentSignatureAnswered: 'documents',
  noteDocumentSignatureRefused: 'documents',
  noteDocumentHindered: 'documents',
  requestDocumentSignatureAgain: 'documents',
  issueDocument: 'documents',
  remindWork: 'work',
  escalateWork: 'work',
};

/** What a command leads to, given the licence as it stands. What time asks for is done once, and not before its hour. */
export function decideLicence(
  command: LicenceCommand,
  state: LicenceState,
  circumstances: LicenceCircumstances,
): LicenceDecision {
  const objection = objectionByStage(command.type, state);
  if (objection) return objection;
  if (command.type === 'openLicence') return openLicence(command.data);
  if (!state) return refuseLicence('LicenceNotOpened', {});
  switch (groups[command.type]) {
    case 'time':
      return decideInTime(command as TimeCommand, state, circumstances);
    case 'reports':
      return decideReport(command as ReportCommand, state, circumstances);
    case 'inspections':
      return decideInspection(command as InspectionCommand, state, circumstances);
    case 'measures':
      return decideMeasure(command as MeasureCommand, state, circumstances);
    case 'changes':
      return decideChange(command as ChangeCommand, state, circumstances);
    case 'documents':
      return decideDocument(command as DocumentCommand, state, circumstances);
    case 'work':
      return decideWork(command as WorkCommand, state, circumstances);
  }
}

/** A licence begins once, and its last day does not lie before its first. */
function openLicence(opening: LicenceCommands['openLicence']): LicenceDecision {
  const { issuedOn, expiresOn } = opening;
  if (expiresOn < issuedOn) return refuseLicence('TermEndsBeforeIssue', { issuedOn, expiresOn });
  return [{ type: 'LicenceOpened', data: opening }];
}
