import { zlibSync } from 'fflate';
import type { Newest } from './newest.js';
import { dictText, entriesText, listText, type WrittenEntry } from './written.js';

/** What stands between `N 0 obj` and `endobj`. */
export type WrittenObject = readonly [number: number, body: string];

export interface NewObjects {
  /** Those that must be found without inflating anything. */
  readonly open: readonly WrittenObject[];
  /** Those that go into one container where the file has its cross-references in streams. */
  readonly contained: readonly WrittenObject[];
  /** The first number that is left. */
  readonly next: number;
}

/** One cross-reference, as in a stream of them: free, at a byte, inside a container (ISO 32000-1, 7.5.8.3). */
interface Row {
  readonly number: number;
  readonly fields: readonly [kind: 0 | 1 | 2, second: number, third: number];
}

const FREE: Row = { number: 0, fields: [0, 0, 65_535] };
const OF_THE_FILE = ['Root', 'Info', 'ID'];

/**
 * One more revision of a file (ISO 32000-1, 7.5.6), to be appended; bytes, a character each. Its cross-references are of the kind with which the
 * file ends. It is written as the PDF library writes it, byte for byte: who was asked to sign by an earlier build signs the same hash.
 * @param length of the file so far, in bytes
 */
export function updateText(file: Newest, length: number, objects: NewObjects): string {
  return file.isTable ? tableUpdate(file, length, objects) : streamUpdate(file, length, objects);
}

function tableUpdate(file: Newest, length: number, { open, contained, next }: NewObjects): string {
  const { text, rows, end } = placed([...open, ...contained], length);
  const subsections = runsOf([FREE, ...rows]).map(
    (run) => `${run[0].number} ${run.length}\n${run.map(tableRow).join('')}`,
  );
  const trailer = dictText([
    ['Size', next],
    ...entriesText(file.trailer, OF_THE_FILE),
    ['Prev', file.startXref],
  ]);
  return `${text}xref\n${subsections.join('')}\ntrailer\n${trailer}\n\n${endText(end)}`;
}

function tableRow({ fields: [kind, offset, generation] }: Row): string {
  const state = kind === 0 ? 'f' : 'n';
  return `${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} ${state} \n`;
}

function streamUpdate(file: Newest, length: number, { open, contained, next }: NewObjects): string {
  const own = next + 1;
  const inside = byNumber(contained);
  const { text, rows, end } = placed([...open, [next, containerText(inside)]], length);
  const references = [
    FREE,
    ...rows,
    ...inside.map(([number], index): Row => ({ number, fields: [2, next, index] })),
    { number: own, fields: [1, end, 0] } satisfies Row,
  ].sort((one, other) => one.number - other.number);
  const trailer: WrittenEntry[] = [
    ['Size', own + 1],
    ...entriesText(file.trailer, OF_THE_FILE),
    ['Filter', '/FlateDecode'],
    ['Type', '/XRef'],
    ['Prev', file.startXref],
  ];
  return `${text}${objectText(own, referencesText(trailer, references))}${endText(end)}`;
}

/** @param inside in the order of their numbers */
function containerText(inside: readonly WrittenObject[]): string {
  const places: string[] = [];
  let content = '';
  for (const [number, body] of inside) {
    places.push(`${number} ${content.length} `);
    content += `${body}\n`;
  }
  const head = places.join('');
  const stream = deflated(Buffer.from(head + content, 'latin1'));
  return streamText(stream, [
    ['Filter', '/FlateDecode'],
    ['Type', '/ObjStm'],
    ['N', inside.length],
    ['First', head.length],
    ['Length', stream.length],
  ]);
}

/** The stream of cross-references that is the trailer too. */
function referencesText(trailer: readonly WrittenEntry[], rows: readonly Row[]): string {
  const widths = [0, 1, 2].map((at) => widthOf(Math.max(...rows.map(({ fields }) => fields[at] ?? 0))));
  const bytes = rows.flatMap(({ fields }) =>
    widths.flatMap((width, at) => bigEndian(fields[at] ?? 0, width)),
  );
  const stream = deflated(Uint8Array.from(bytes));
  const index = runsOf(rows).flatMap((run) => [run[0].number, run.length]);
  return streamText(stream, [
    ...trailer,
    ['Length', stream.length],
    ['W', listText(widths)],
    ['Index', listText(index)],
  ]);
}

/** Objects in the order of their numbers, behind what is there. */
function placed(objects: readonly WrittenObject[], length: number) {
  let text = '\n';
  const rows: Row[] = [];
  for (const [number, body] of byNumber(objects)) {
    rows.push({ number, fields: [1, length + text.length, 0] });
    text += objectText(number, body);
  }
  return { text, rows, end: length + text.length };
}

function byNumber(objects: readonly WrittenObject[]): readonly WrittenObject[] {
  return objects.toSorted(([one], [other]) => one - other);
}

/** Cross-references whose numbers follow each other stand together. */
function runsOf(rows: readonly Row[]): [Row, ...Row[]][] {
  const runs: [Row, ...Row[]][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run?.at(-1)?.number === row.number - 1) run?.push(row);
    else runs.push([row]);
  }
  return runs;
}

function objectText(number: number, body: string): string {
  return `${number} 0 obj\n${body}\nendobj\n\n`;
}

function streamText(stream: string, entries: readonly WrittenEntry[]): string {
  return `${dictText(entries)}\nstream\n${stream}\nendstream`;
}

function endText(start: number): string {
  return `startxref\n${start}\n%%EOF`;
}

/** The library's bytes, the same on every machine; Node's zlib promises neither. */
function deflated(bytes: Uint8Array): string {
  return Buffer.from(zlibSync(bytes)).toString('latin1');
}

function widthOf(number: number): number {
  return Math.ceil(number.toString(2).length / 8);
}

function bigEndian(number: number, width: number): number[] {
  return Array.from({ length: width }, (_, at) => Math.floor(number / 256 ** (width - 1 - at)) % 256);
}
