import type { Workshop } from '#activities/documents.js';
import type { IssueItem } from '#libs/licence/agenda.js';
import type { LicenceCommand } from '#libs/licence/commands.js';
import type { OfficialDocument } from '#libs/licence/documents.js';
import type { LicenceState } from '#libs/licence/licence.js';
import { PAPER } from './act.js';

/** In a simulation documents are ordered, approved and numbered as ever, but nothing is drawn: ten years pass in seconds. */
export const simulatedWorkshop: Workshop = (_, document) => {
  const command = made(document);
  return Promise.resolve({ command, idempotencyKey: `issueDocument ${document.id} ${document.number.text}` });
};

/** The same for the rules alone. */
export function madeOf({ document: id }: IssueItem, licence: LicenceState): LicenceCommand {
  const document = licence?.documents.find((one) => one.id === id);
  if (document) return made(document);
  throw new Error(`There is no document ${id} to be made`);
}

function made({ id: document, number }: OfficialDocument): LicenceCommand {
  const template = { id: 'simulated', version: '1', hash: PAPER };
  const text = number?.text ?? '';
  return { type: 'issueDocument', data: { document, text, file: PAPER, pages: 1, template, signatures: [] } };
}
