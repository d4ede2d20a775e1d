import { drawn } from '#libs/issuing/register-number.js';
import type { LicenceCircumstances } from '../circumstances.js';
import type { LicenceCommand, LicenceCommands } from '../commands.js';
import { documentOrdered } from '../document-orders.js';
import { type OfficialDocument, registerOf } from '../documents.js';
import { openDocuments } from '../open-documents.js';
import type { Licence } from '../licence.js';
import { type LicenceDecision, type LicenceRefusal, refuseLicence } from '../refusals.js';
import { documentRegister } from '../registers.js';
import { decideNumbered, type NumberedCommand } from './numbered-documents.js';
import { openObligation } from './reports.js';

export type DocumentCommand =
  | Extract<
      LicenceCommand,
      { readonly type: 'remindInWriting' | 'approveDocument' | 'allocateDocumentNumber' }
    >
  | NumberedCommand;

/** From the order to the signed document: approved, numbered, signed, given out. */
export function decideDocument(
  command: DocumentCommand,
  licence: Licence,
  circumstances: LicenceCircumstances,
): LicenceDecision {
  if (command.type === 'remindInWriting') return remindInWriting(command.data, licence, circumstances);
  const document = openDocument(command.data.document, licence);
  if ('refusal' in document) return document;
  switch (command.type) {
    case 'approveDocument':
      return approveDocument(document, circumstances);
    case 'allocateDocumentNumber':
      return allocateDocumentNumber(document, licence, circumstances);
    default:
      return decideNumbered(command, document, circumstances.now);
  }
}

/** The holder of a licence is reminded of a duty by letter; one letter at a time. */
function remindInWriting(
  { obligation }: LicenceCommands['remindInWriting'],
  licence: Licence,
  circumstances: LicenceCircumstances,
): LicenceDecision {
  const { procedure } = circumstances;
  if (!procedure.licence.supervision?.documents) {
    return refuseLicence('NotProvided', { procedure: procedure.id });
  }
  const owed = openObligation(obligation, licence, procedure);
  if ('refusal' in owed) return owed;
  if (owed.progress.examined) return refuseLicence('ReportAlreadySubmitted', { obligation });
  const earlier = licence.documents.filter((one) => one.kind === 'reminder' && one.obligation === obligation);
  const waiting = earlier.find(({ file }) => file === undefined);
  if (waiting) return refuseLicence('DocumentAlreadyOrdered', { document: waiting.id });
  const document = `reminder-${obligation}-${earlier.length + 1}`;
  return documentOrdered({ document, kind: 'reminder', obligation }, circumstances);
}

function openDocument(id: string, licence: Licence): OfficialDocument | LicenceRefusal {
  const known = licence.documents.find((one) => one.id === id);
  if (!known) return refuseLicence('DocumentUnknown', { document: id });
  if (known.file !== undefined) {
    return refuseLicence('DocumentAlreadyIssued', { text: known.number?.text ?? '' });
  }
  return openDocuments(licence).includes(known)
    ? known
    : refuseLicence('DocumentNotNeeded', { document: id });
}

/** Four eyes: who had a letter written does not approve it. Who approves it signs it. */
function approveDocument(
  { id: document, orderedBy, approvedBy }: OfficialDocument,
  { actor }: LicenceCircumstances,
): LicenceDecision {
  if (approvedBy !== undefined) return refuseLicence('DocumentAlreadyApproved', { document });
  if (orderedBy === actor) return refuseLicence('OrdererMayNotApprove', { orderedBy });
  return [{ type: 'DocumentApproved', data: { document, approvedBy: actor } }];
}

/** The next number of the year's register of decisions, or of letters; the document is dated today. */
function allocateDocumentNumber(
  one: OfficialDocument,
  licence: Licence,
  circumstances: LicenceCircumstances,
): LicenceDecision {
  const { id: document, approvedBy, number: given, kind } = one;
  if (approvedBy === undefined) return refuseLicence('DocumentNotApproved', { document });
  if (given) return refuseLicence('DocumentNumberAlreadyAllocated', { text: given.text });
  const number = drawn(documentRegister(one, licence, circumstances.procedure), circumstances);
  const allocated = { document, ...number, register: registerOf[kind], allocatedAt: circumstances.now };
  return [{ type: 'DocumentNumberAllocated', data: allocated }];
}
