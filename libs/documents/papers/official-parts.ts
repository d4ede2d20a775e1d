import type { Block, Cell, Paragraph, Rule, Run } from '../layout/block.js';
import type { SignatureRole, Style } from '../layout/mark.js';
import { roomOf } from '../layout/paginate.js';
import { longestLine } from '../layout/paragraph.js';
import type { FaceName } from '../pdf/typefaces.js';
import { typeface } from '../pdf/typefaces.js';
import type { Measures } from './measures.js';

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** Lines under an agency's name and under a subject: a third to a half of the line of text (Decree 30/2020 Annex I). */
const SHORT_RULE = 0.4;
const RULE_SPACE = 3;

export function run(text: string, face: FaceName, size: number): Run {
  return { text, style: { face, size } };
}

export function centred(text: string, style: Style, more: Partial<Paragraph> = {}): Paragraph {
  return { kind: 'paragraph', runs: [{ text, style }], align: 'centre', leading: 1.15, ...more };
}

export interface HeadFacts {
  readonly parent: string;
  readonly agency: string;
  /** As "Số: 05/GP-TTĐT". */
  readonly number: string;
  /** As "Điện Biên, ngày 05 tháng 01 năm 2026". */
  readonly placeAndDate: string;
  /** What a letter is about, "V/v ...", below its number; a paper with a title has none. */
  readonly about?: string;
}

/** Cells 1 to 4: the agencies and the number at the left, the motto of the State, place and date at the right. */
export function officialHead(facts: HeadFacts, measures: Measures, width: number): Block[] {
  const left = width * measures.agencyShare;
  const right = width - left;
  const line = (text: string, face: FaceName): Block => centred(text, { face, size: measures.number });
  const about = facts.about
    ? [centred(facts.about, { face: 'regular', size: measures.agency }, { spaceBefore: 3 })]
    : [];
  return [
    {
      kind: 'columns',
      columns: [
        { width: left, blocks: agencyBlocks(facts, measures, left) },
        { width: right, blocks: mottoBlocks(measures) },
      ],
    },
    {
      kind: 'columns',
      spaceBefore: measures.paragraphSpace,
      columns: [
        { width: left, blocks: [line(facts.number, 'regular'), ...about] },
        { width: right, blocks: [line(facts.placeAndDate, 'italic')] },
      ],
    },
  ];
}

function agencyBlocks(facts: HeadFacts, measures: Measures, width: number): Block[] {
  const name = centred(facts.agency.toUpperCase(), { face: 'bold', size: measures.agency });
  return [
    centred(facts.parent.toUpperCase(), { face: 'regular', size: measures.agency }),
    name,
    { ...shortRule(name, width), spaceBefore: RULE_SPACE },
  ];
}

/** Text over several lines is as long as the longest of them. */
function shortRule(text: Paragraph, width: number): Pick<Rule, 'kind' | 'width'> {
  return { kind: 'rule', width: SHORT_RULE * longestLine(text, width) };
}

function mottoBlocks(measures: Measures): Block[] {
  const style: Style = { face: 'bold', size: measures.motto };
  return [
    centred(NATION, { face: 'bold', size: measures.nation }),
    centred(MOTTO, style),
    { kind: 'rule', width: textWidth(MOTTO, style), spaceBefore: RULE_SPACE },
  ];
}

/** Cell 5a: the kind of paper, and below it what it is about. */
export function officialTitle(title: string, subject: string, measures: Measures): Block[] {
  const style: Style = { face: 'bold', size: measures.title };
  const { width: room } = roomOf(measures.sheet);
  const about = centred(subject, style, { keepWithNext: true });
  return [
    centred(title, style, { spaceBefore: measures.paragraphSpace * 3, keepWithNext: true, role: 'H1' }),
    about,
    { ...shortRule(about, room), spaceBefore: 2, keepWithNext: true },
    { kind: 'space', height: measures.paragraphSpace },
  ];
}

/** Cell 6: justified text whose first line is indented. */
export function bodyText(runs: readonly Run[], measures: Measures): Paragraph {
  return {
    kind: 'paragraph',
    runs,
    align: 'justify',
    firstIndent: measures.firstIndent,
    spaceBefore: measures.paragraphSpace,
  };
}

/** What is printed where a signature will appear. */
export interface SignatureLines {
  readonly person?: readonly string[];
  readonly agency?: readonly string[];
}

export interface SignerFacts {
  /** In whose place, as "KT. GIÁM ĐỐC"; absent where the head signs. */
  readonly authority?: string;
  readonly title: string;
  readonly name: string;
}

/** Cells 7a to 7c and 8: post, room for signature and seal, name. The seal covers a third of the signature, on its left. */
export function signatureBlocks(
  signer: SignerFacts,
  measures: Measures,
  { width, lines = {} }: { readonly width: number; readonly lines?: SignatureLines | undefined },
): Block[] {
  const style: Style = { face: 'bold', size: measures.body };
  const { width: signed, height, seal } = measures.signature;
  const room = Math.max(height, seal);
  const x = Math.max((width - signed) / 2, seal - signed / 3);
  const person = cell('person', { x, y: (room - height) / 2, width: signed, height }, lines.person);
  const seals = { x: x + signed / 3 - seal, y: 0, width: seal, height: seal };
  const agency = { ...cell('agency', seals, lines.agency), linesWidth: seal - signed / 3 };
  return [
    ...(signer.authority ? [centred(signer.authority.toUpperCase(), style)] : []),
    centred(signer.title.toUpperCase(), style),
    { kind: 'space', height: room, cells: seal > 0 ? [person, agency] : [person] },
    centred(signer.name, style),
  ];
}

function cell(
  role: SignatureRole,
  place: Omit<Cell, 'role' | 'lines'>,
  lines: readonly string[] | undefined,
): Cell {
  return { role, ...place, ...(lines ? { lines } : {}) };
}

/** Cell 9b: who receives the paper; the last line says where the office's own copy lies. */
export function recipientBlocks(recipients: readonly string[], measures: Measures): Block[] {
  const line = (text: string): Paragraph => ({
    kind: 'paragraph',
    runs: [run(text, 'regular', measures.recipients)],
    align: 'left',
    leading: 1.15,
  });
  return [
    {
      kind: 'paragraph',
      runs: [run('Nơi nhận:', 'boldItalic', measures.recipientsHead)],
      align: 'left',
      leading: 1.15,
    },
    ...punctuated(recipients).map((recipient) => line(`- ${recipient}`)),
  ];
}

/** Entries of a list as the office writes them: ";" after each, "." after the last, whatever they came with. */
export function punctuated(entries: readonly string[]): string[] {
  return entries.map(
    (entry, index) => entry.replace(/[;.,\s]+$/u, '') + (index === entries.length - 1 ? '.' : ';'),
  );
}

/** Widths of columns that share a width in these parts. */
export function shares(width: number, parts: readonly number[]): number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => (width * part) / whole);
}

export function textWidth(text: string, style: Style): number {
  return typeface(style.face).widthOf(text, style.size);
}
