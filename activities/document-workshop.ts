import type { ReadLicence } from '#libs/commands/subject-reader.js';
import type { RenderedPaper } from '#libs/documents/rendered-paper.js';
import type { LicenceCommand } from '#libs/licence/commands.js';
import type { ActivityDependencies } from './dependencies.js';
import { commonFacts, decisionParts, letterParts } from './document-facts.js';
import type { NumberedDocument, Workshop } from './documents.js';
import { paperOutcome, type PaperToIssue } from './paper-outcome.js';
import { bothSigners, type PaperSigners } from './sign-paper.js';

/** Makes real documents: drawn from the log, signed by who approved them and by the organisation. */
export function documentWorkshop(dependencies: ActivityDependencies): Workshop {
  return (read, document) => paperOutcome(dependencies, toIssue(dependencies, read, document));
}

function toIssue(
  dependencies: ActivityDependencies,
  read: ReadLicence,
  document: NumberedDocument,
): PaperToIssue<LicenceCommand> {
  const { id, number, signing } = document;
  const { text } = number;
  const about = { document: id, text };
  return {
    what: `${id} ${text}`,
    version: read.licence.version,
    ...(signing && { signing }),
    commands: {
      requested: (data) => ({ type: 'noteDocumentSignatureRequested', data: { ...data, ...about } }),
      refused: (data) => ({ type: 'noteDocumentSignatureRefused', data: { ...data, ...about } }),
      hindered: (data) => ({ type: 'noteDocumentHindered', data: { ...data, ...about } }),
      issued: (data) => ({ type: 'issueDocument', data: { ...data, ...about } }),
    },
    draw: () => drawn(dependencies, read, document),
  };
}

/** @throws PaperError */
async function drawn(dependencies: ActivityDependencies, read: ReadLicence, document: NumberedDocument) {
  const common = await commonFacts(dependencies, read, document);
  const paper = await drawnFrom(dependencies, { read, document, common });
  return { paper, signers: signersOf(read, document, common) };
}

function signersOf(
  { licence }: ReadLicence,
  document: NumberedDocument,
  { signer, authority }: Facts['common'],
): PaperSigners {
  const { id, number, approvedBy = '' } = document;
  const person = { id: approvedBy, name: signer.name };
  return {
    signers: bothSigners(document, person, { id: licence.agency, name: authority.name }),
    claimedAt: number.allocatedAt,
    reason: 'Ký ban hành văn bản',
    key: `issueDocument ${licence.id} ${id} ${number.text}`,
    about: { licenceId: licence.id, document: id },
  };
}

interface Facts {
  readonly read: ReadLicence;
  readonly document: NumberedDocument;
  readonly common: Awaited<ReturnType<typeof commonFacts>>;
}

function drawnFrom(
  { papers }: ActivityDependencies,
  { read, document, common }: Facts,
): Promise<RenderedPaper> {
  const { kind } = document;
  switch (kind) {
    case 'suspension':
      return papers.draw('decision', kind, { ...common, ...decisionParts[kind](read, document) });
    case 'revocation':
      return papers.draw('decision', kind, { ...common, ...decisionParts[kind](read, document) });
    case 'lifting':
      return papers.draw('decision', kind, { ...common, ...decisionParts[kind](read, document) });
    case 'remedyOrder':
    case 'reportDemand':
    case 'reminder': {
      const { kind: letter, facts } = letterParts(read, document);
      const { decider: _, ...authority } = common.authority;
      const { taxCode: __, ...holder } = common.holder;
      return papers.draw('letter', letter, { ...common, authority, holder, ...facts });
    }
  }
}
