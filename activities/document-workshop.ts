import type { ReadLicence } from '#libs/commands/subject-reader.js';
import type { RenderedPaper } from '#libs/documents/rendered-paper.js';
import { attemptOf, isAwaited, isKnownHindrance } from '#libs/issuing/signing.js';
import type { Instant } from '#libs/kernel/time.js';
import type { ActivityDependencies } from './dependencies.js';
import { commonFacts, decisionParts, letterParts } from './document-facts.js';
import type { NumberedDocument, Workshop, WorkshopOutcome } from './documents.js';
import { hindranceIn, hindranceKey } from './hindrance.js';
import { type PaperSigners, SignatureRefused, signedPaper } from './sign-paper.js';

interface Made {
  readonly paper: RenderedPaper;
  readonly names: { readonly person: string; readonly organisation: string };
}

/** Makes real documents: drawn from the log, signed by who approved them and by the organisation. Equal facts give equal bytes. */
export function documentWorkshop(dependencies: ActivityDependencies): Workshop {
  return async (read, document) => {
    try {
      return await issued(dependencies, read, document);
    } catch (error) {
      const { version } = read.licence;
      const { clock, patienceMs } = dependencies;
      return failed(error, document, { now: clock.now(), patienceMs, version });
    }
  };
}

async function issued(
  dependencies: ActivityDependencies,
  read: ReadLicence,
  document: NumberedDocument,
): Promise<WorkshopOutcome | undefined> {
  const { paper, names } = await drawn(dependencies, read, document);
  const { id, number } = document;
  const signed = await signedPaper(dependencies, paper.bytes, signersOf(read, document, names));
  if ('awaited' in signed) return awaiting(document, signed.awaited);
  const { digest: file } = await dependencies.blobs.put(signed.bytes);
  const { pages, template } = paper;
  const data = { document: id, text: number.text, file, pages, template, signatures: signed.signatures };
  return { command: { type: 'issueDocument', data }, idempotencyKey: `issueDocument ${id} ${number.text}` };
}

/** A refused signature, or what keeps the document from being made, is recorded; anything else is for the next attempt. */
function failed(
  error: unknown,
  document: NumberedDocument,
  { version, ...times }: { readonly now: Instant; readonly patienceMs: number; readonly version: number },
): WorkshopOutcome | undefined {
  const { id, number } = document;
  const { text, allocatedAt: since } = number;
  if (error instanceof SignatureRefused) {
    const { role, attempt } = error.refused;
    return {
      command: { type: 'noteDocumentSignatureRefused', data: { ...error.refused, document: id, text } },
      idempotencyKey: `noteDocumentSignatureRefused ${id} ${text} ${role} ${attempt}`,
    };
  }
  const hindrance = hindranceIn(error, { since, ...times });
  if (!hindrance) throw error;
  if (isKnownHindrance(document, hindrance)) return undefined;
  return {
    command: { type: 'noteDocumentHindered', data: { ...hindrance, document: id, text } },
    idempotencyKey: `noteDocumentHindered ${id} ${text} ${hindranceKey(hindrance)} ${version}`,
  };
}

/** Noted once for each signer and attempt. */
function awaiting(
  document: NumberedDocument,
  awaited: Parameters<typeof isAwaited>[1] & { readonly signer: string },
): WorkshopOutcome | undefined {
  if (isAwaited(document, awaited)) return undefined;
  const { id, number } = document;
  const { role, attempt } = awaited;
  return {
    command: {
      type: 'noteDocumentSignatureRequested',
      data: { ...awaited, document: id, text: number.text },
    },
    idempotencyKey: `noteDocumentSignatureRequested ${id} ${number.text} ${role} ${attempt}`,
  };
}

function signersOf(
  { licence }: ReadLicence,
  document: NumberedDocument,
  { person, organisation }: Made['names'],
): PaperSigners {
  const { id, number, approvedBy = '' } = document;
  return {
    signers: [
      { role: 'person', id: approvedBy, name: person, attempt: attemptOf(document, 'person') },
      {
        role: 'organisation',
        id: licence.agency,
        name: organisation,
        attempt: attemptOf(document, 'organisation'),
      },
    ],
    claimedAt: number.allocatedAt,
    reason: 'Ký ban hành văn bản',
    key: `issueDocument ${licence.id} ${id} ${number.text}`,
    about: { licenceId: licence.id, document: id },
  };
}

/** @throws PaperError */
async function drawn(
  dependencies: ActivityDependencies,
  read: ReadLicence,
  document: NumberedDocument,
): Promise<Made> {
  const common = await commonFacts(dependencies, read, document);
  const names = { person: common.signer.name, organisation: common.authority.name };
  return { paper: await drawnFrom(dependencies, { read, document, common }), names };
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
