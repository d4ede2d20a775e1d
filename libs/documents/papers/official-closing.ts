import type { Block } from '../layout/block.js';
import { mm } from '../layout/mark.js';
import { filled } from './filled.js';
import { A4 } from './measures.js';
import type { SignerFacts } from './official-parts.js';
import { recipientBlocks, run, signatureBlocks } from './official-parts.js';

const QR_SIDE = mm(22);
/** Of a denser code: read at 200 dpi with some blur. */
const CLAIM_SIDE = mm(28);
const CLAIM_ALT = 'Mã QR chứa nội dung giấy phép được ký số, kiểm tra được khi không có mạng';

export interface ClosingFacts {
  readonly recipients: readonly string[];
  readonly signer: SignerFacts;
  readonly verificationUrl?: string;
  readonly claim?: string;
  readonly dossierCode: string;
}

export interface ClosingWording {
  readonly dossier: string;
  readonly check: string;
  readonly checkAlt: string;
}

/** The end of the text goes with the signature: a page never holds a signature alone. */
export function kept(blocks: readonly Block[]): Block[] {
  const last = blocks.at(-1);
  return last?.kind === 'paragraph' ? [...blocks.slice(0, -1), { ...last, keepWithNext: true }] : [...blocks];
}

/** Recipients and the code to check the paper at the left, signature and seal at the right. */
export function officialClosing(facts: ClosingFacts, wording: ClosingWording, width: number): Block {
  const left = width * A4.agencyShare;
  return {
    kind: 'columns',
    spaceBefore: 18,
    columns: [
      { width: left, blocks: [...recipientBlocks(facts.recipients, A4), ...checkBlocks(facts, wording)] },
      { width: width - left, blocks: signatureBlocks(facts.signer, A4, width - left) },
    ],
  };
}

function checkBlocks(facts: ClosingFacts, wording: ClosingWording): Block[] {
  const note = (text: string): Block => ({
    kind: 'paragraph',
    runs: [run(text, 'regular', A4.note)],
    align: 'left',
    leading: 1.15,
    spaceBefore: 3,
  });
  const dossier = note(filled(wording.dossier, { dossier: facts.dossierCode }));
  const url = facts.verificationUrl;
  if (url === undefined) return [{ kind: 'space', height: 6 }, dossier];
  return [
    { kind: 'space', height: 8 },
    { kind: 'qrCode', text: url, size: QR_SIDE, alt: filled(wording.checkAlt, { url }) },
    note(filled(wording.check, { url })),
    dossier,
    ...claimBlocks(facts),
  ];
}

function claimBlocks({ claim }: ClosingFacts): Block[] {
  if (claim === undefined) return [];
  const text = claim.replaceAll('_', ' ');
  return [
    { kind: 'space', height: 8 },
    { kind: 'qrCode', text, size: CLAIM_SIDE, alt: CLAIM_ALT },
  ];
}
