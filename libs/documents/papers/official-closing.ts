import type { Additions } from '../rendered-paper.js';
import type { Block, Columns } from '../layout/block.js';
import { mm } from '../layout/mark.js';
import { type CheckWording, QR_SIDE } from './check-blocks.js';
import { filled } from './filled.js';
import { A4 } from './measures.js';
import type { SignerFacts } from './official-parts.js';
import { recipientBlocks, run, signatureBlocks } from './official-parts.js';

const CLAIM_SIDE = mm(28);
const SILENT = mm(5);

export interface ClosingFacts {
  readonly recipients: readonly string[];
  readonly signer: SignerFacts;
  readonly verificationUrl: string;
  /** Text of the second code, in base 45; a space is written `_`. */
  readonly claim?: string;
  readonly dossierCode?: string;
}

export interface ClosingWording extends CheckWording {
  readonly dossier: string;
  readonly claim: string;
  readonly claimAlt: string;
}

/** The end of the text, or the last row of a table, goes with the signature: a page never holds a signature alone. */
export function kept(blocks: readonly Block[]): Block[] {
  const last = blocks.at(-1);
  return last?.kind === 'paragraph' || last?.kind === 'table'
    ? [...blocks.slice(0, -1), { ...last, keepWithNext: true }]
    : [...blocks];
}

/** Recipients and the code to check the paper at the left, signature and seal at the right. */
export function officialClosing(
  facts: ClosingFacts,
  wording: ClosingWording,
  { width, additions }: { readonly width: number; readonly additions: Additions },
): Block {
  const lines = additions.signatureLines;
  const left = width * A4.agencyShare;
  const notes = [...recipientBlocks(facts.recipients, A4), ...closingNotes(facts, wording, left)];
  return {
    kind: 'columns',
    spaceBefore: 18,
    columns: [
      { width: left, blocks: notes },
      { width: width - left, blocks: signatureBlocks(facts.signer, A4, { width: width - left, lines }) },
    ],
  };
}

/** With a silent zone at its right, so that two codes side by side are read apart. */
function code(content: string, size: number, alt: string): Columns['columns'][number] {
  return { width: size + SILENT, blocks: [{ kind: 'qrCode', content, size, alt }] };
}

/** What the codes are for stands below two of them, and beside one alone. */
function closingNotes(facts: ClosingFacts, wording: ClosingWording, width: number): Block[] {
  const note = (text: string): Block => ({
    kind: 'paragraph',
    runs: [run(text, 'regular', A4.note)],
    align: 'left',
    leading: 1.15,
    spaceBefore: 3,
  });
  const { dossierCode, claim, verificationUrl: url } = facts;
  const check = code(url, QR_SIDE, filled(wording.checkAlt, { url }));
  const said = [note(filled(wording.check, { url }))];
  const dossier = dossierCode ? [note(filled(wording.dossier, { dossier: dossierCode }))] : [];
  const space: Block = { kind: 'space', height: 8 };
  if (claim === undefined) {
    const beside = { width: width - check.width, blocks: [...said, ...dossier] };
    return [space, { kind: 'columns', columns: [check, beside] }];
  }
  const claimed = code(claim.replaceAll('_', ' '), CLAIM_SIDE, wording.claimAlt);
  return [space, { kind: 'columns', columns: [check, claimed] }, ...said, note(wording.claim), ...dossier];
}
