import { localDateOf } from '#libs/kernel/time.js';
import type { Block, Columns, Paragraph } from '../layout/block.js';
import { mm } from '../layout/mark.js';
import type { FaceName } from '../pdf/typefaces.js';
import type { Template } from '../rendered-paper.js';
import type { SlipCommonFacts } from '../slips.js';
import { checkBlocks } from './check-blocks.js';
import { filled } from './filled.js';
import { pageFurniture } from './furniture.js';
import { A5, A5_SEALED } from './measures.js';
import { kept } from './official-closing.js';
import type { SignerFacts } from './official-parts.js';
import { bodyText, centred, officialHead, recipientBlocks, run, signatureBlocks } from './official-parts.js';
import { slipWording as wording } from './slip-wording.js';
import { glued, writtenDate } from './vietnamese.js';

/** The address below the code takes three lines of it. */
const CODE_WIDTH = mm(32);
const LEADING = 1.1;

/** What one kind of slip says between the common head and its signatures. */
export interface SlipBody<Facts> {
  readonly id: string;
  readonly wording: { readonly title: string };
  body(facts: Facts, width: number): readonly Block[];
  closing(facts: Facts, width: number): readonly Block[];
}

export function slipTemplate<Facts extends SlipCommonFacts>(slip: SlipBody<Facts>): Template<Facts> {
  return {
    id: slip.id,
    version: '5',
    wording: { common: commonWording(), own: slip.wording },
    sheet: A5.sheet,
    titleOf: (facts) => `${slip.wording.title} ${facts.slipNumber}`,
    authorOf: (facts) => facts.authority.name,
    madeAt: (facts) => new Date(facts.madeAt),
    furniture: (facts, page) => pageFurniture(facts, page, A5.sheet),
    blocks: (facts, width) => [
      ...officialHead(headOf(facts), A5, width),
      centred(
        slip.wording.title,
        { face: 'bold', size: A5.title },
        { spaceBefore: 6, keepWithNext: true, role: 'H1' },
      ),
      { kind: 'space', height: 2 },
      ...kept(slip.body(facts, width)),
      ...slip.closing(facts, width),
    ],
  };
}

function commonWording(): object {
  return Object.fromEntries(Object.entries(wording).filter(([, value]) => typeof value === 'string'));
}

function headOf(facts: SlipCommonFacts) {
  return {
    parent: facts.authority.parent,
    agency: facts.authority.name,
    number: filled(wording.number, { number: facts.slipNumber }),
    placeAndDate: `${facts.place}, ${writtenDate(localDateOf(facts.madeAt), 'madeAt')}`,
  };
}

/** A label and what stands behind it, on lines of its own. */
export function labelled(label: string, value: string, face: FaceName = 'regular'): Paragraph {
  return {
    kind: 'paragraph',
    runs: [run(label, 'regular', A5.body), run(value, face, A5.body)],
    align: 'left',
    leading: LEADING,
    spaceBefore: A5.paragraphSpace,
  };
}

export function sentence(text: string, more: Partial<Paragraph> = {}): Paragraph {
  return { ...bodyText([run(text, 'regular', A5.body)], A5), leading: LEADING, ...more };
}

export function statement(text: string, more: Partial<Paragraph> = {}): Paragraph {
  return { ...labelled(text, ''), ...more };
}

/** Who applied for what; labels as on the forms. */
export function applicantBlocks(label: string, facts: SlipCommonFacts): Block[] {
  return [
    labelled(wording.dossier, facts.dossierCode, 'bold'),
    labelled(label, facts.applicant.name, 'bold'),
    ...whereabouts(facts),
    labelled(wording.request, facts.procedureName),
  ];
}

/** Where the applicant is written to and called. */
export function whereabouts({ applicant: { address, phone, email } }: SlipCommonFacts): Block[] {
  const reached = [phone && wording.phone + glued(phone), email && wording.email + email].filter(Boolean);
  return [labelled(wording.address, address), ...(reached.length > 0 ? [statement(reached.join('; '))] : [])];
}

export function questions(facts: SlipCommonFacts): Paragraph {
  return sentence(filled(wording.questions, { phone: glued(facts.contactPhone) }), { keepWithNext: true });
}

interface Signature {
  readonly title: string;
  readonly name: string;
  readonly role: 'person' | 'applicant';
}

function signedBy(signature: Signature, width: number): Block[] {
  const { width: signed, height } = A5.signature;
  const cell = { role: signature.role, x: (width - signed) / 2, y: 0, width: signed, height };
  return [
    centred(signature.title, { face: 'bold', size: A5.number }),
    centred(wording.signHere, { face: 'italic', size: A5.recipients }),
    { kind: 'space', height, cells: [cell] },
    centred(signature.name, { face: 'bold', size: A5.number }),
  ];
}

/** The code at the left, the officer at the right. */
export function deskClosing(facts: SlipCommonFacts, officer: Signature, width: number): Block {
  const half = width / 2;
  return beside([
    { width: half, blocks: codeBlocks(facts) },
    { width: half, blocks: signedBy(officer, half) },
  ]);
}

/** The applicant signs at the left, the officer at the right, the code stands between. */
export function receiptClosing(
  facts: SlipCommonFacts,
  signatures: readonly [Signature, Signature],
  width: number,
): Block {
  const [middle, side] = [CODE_WIDTH, (width - CODE_WIDTH) / 2];
  return beside([
    { width: side, blocks: signedBy(signatures[0], side) },
    { width: middle, blocks: codeBlocks(facts) },
    { width: side, blocks: signedBy(signatures[1], side) },
  ]);
}

/** A letter of the agency: recipients at the left, post, signature and seal at the right. */
export function letterClosing(facts: SlipCommonFacts, signer: SignerFacts, width: number): Block {
  const recipients = [wording.asAddressed, filled(wording.copy, { dossier: facts.dossierCode })];
  const left = [...recipientBlocks(recipients, A5), ...codeBlocks(facts)];
  const share = width * A5.agencyShare;
  return {
    kind: 'columns',
    spaceBefore: 10,
    columns: [
      { width: share, blocks: left },
      { width: width - share, blocks: signatureBlocks(signer, A5_SEALED, { width: width - share }) },
    ],
  };
}

function beside(columns: Columns['columns']): Columns {
  return { kind: 'columns', spaceBefore: 5, columns };
}

function codeBlocks({ verificationUrl }: SlipCommonFacts): Block[] {
  return checkBlocks(verificationUrl, wording, A5.note);
}
