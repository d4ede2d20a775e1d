import { BrokenFile, limits } from './broken-file.js';
import type { Cursor } from './cursor.js';
import { type Budget, decoded, type FileObject } from './streams.js';
import { integerOf, type PdfDict, type PdfValue } from './values.js';

/** Where an object stands: at a byte, as which one inside a container, or nowhere. */
export type Entry =
  | { readonly kind: 'at'; readonly offset: number }
  | { readonly kind: 'in'; readonly container: number; readonly index: number }
  | { readonly kind: 'free' };

export type Entries = ReadonlyMap<number, Entry>;

const SUBSECTION = /(\d{1,8}) (\d{1,6})[\t ]*(?:\r\n|\n|\r)/uy;
const END_OF_FILE = /[\t ]*(?:\r\n|\n|\r)(\d{1,10})[\t ]*(?:\r\n|\n|\r)%%EOF/uy;
const ROW = /(\d{10}) (\d{5}) ([nf])(?: \n| \r|\r\n)/uy;

/** Which cross-references have been found to be true. */
export class Places {
  private readonly named: Set<number>;

  /** @param own the stream that holds them, which need not name itself */
  constructor(
    private readonly entries: Entries,
    own: number | undefined,
  ) {
    this.named = new Set(own === undefined ? [] : [own]);
  }

  /** @throws BrokenFile when no cross-reference leads there, or a second object has the number */
  agreesOn(number: number, isThere: (entry: Entry) => boolean): void {
    const entry = this.entries.get(number);
    if (!entry || this.named.has(number) || !isThere(entry)) throw misplaced(number);
    this.named.add(number);
  }

  /** Numbers that stand for nothing. @throws BrokenFile when a cross-reference leads to no object */
  freed(): number[] {
    const rest = [...this.entries].filter(([number]) => !this.named.has(number));
    const missing = rest.find(([, { kind }]) => kind !== 'free');
    if (missing) throw misplaced(missing[0]);
    return rest.map(([number]) => number);
  }
}

export function misplaced(number: number): BrokenFile {
  return new BrokenFile('fileBroken', `object ${number} is not where its cross-reference says`);
}

/** A table of cross-references, read behind its word. @throws BrokenFile */
export function tableEntries(cursor: Cursor): Entries {
  const entries = new Map<number, Entry>();
  cursor.skipSpace();
  for (let head = cursor.matched(SUBSECTION); head; head = cursor.matched(SUBSECTION)) {
    const first = Number(head[1]);
    for (let number = first; number < first + Number(head[2]); number += 1) {
      add(entries, number, rowEntry(cursor));
    }
  }
  return entries;
}

function rowEntry(cursor: Cursor): Entry {
  const row = cursor.matched(ROW);
  if (!row) throw cursor.broken('a wrong row of cross-references');
  return row[3] === 'n' ? { kind: 'at', offset: Number(row[1]) } : { kind: 'free' };
}

/** What stands behind a table. @throws BrokenFile */
export function tableTrailer(cursor: Cursor): PdfDict {
  cursor.expect('trailer');
  const value = cursor.value();
  if (value.kind !== 'dict') throw cursor.broken('no trailer');
  return value;
}

/** Where the end of a revision says that its cross-references begin. @throws BrokenFile */
export function startXref(cursor: Cursor): number {
  cursor.expect('startxref');
  const end = cursor.matched(END_OF_FILE);
  if (!end) throw cursor.broken('no end of a revision');
  return Number(end[1]);
}

/** A stream of cross-references. @throws BrokenFile */
export function streamEntries(object: FileObject, { entries: said }: PdfDict, budget: Budget): Entries {
  const widths = integers(said.get('W'));
  const width = widths.reduce((sum, one) => sum + one, 0);
  if (widths.length !== 3 || width < 1 || width > 16)
    throw new BrokenFile('fileBroken', 'wrong cross-references');
  const numbers = numbersOf(said);
  const bytes = decoded(object, budget);
  if (numbers.length * width !== bytes.length) throw new BrokenFile('fileBroken', 'wrong cross-references');
  const entries = new Map<number, Entry>();
  for (const [index, number] of numbers.entries())
    add(entries, number, entryIn(bytes.subarray(index * width, (index + 1) * width), widths));
  return entries;
}

/** The numbers that a stream of cross-references is about, in its order. */
function numbersOf(said: PdfDict['entries']): number[] {
  const ranges = said.has('Index') ? integers(said.get('Index')) : [0, integerOf(said.get('Size')) ?? 0];
  const numbers: number[] = [];
  for (let at = 0; at < ranges.length; at += 2) {
    const [first = 0, count = 0] = ranges.slice(at, at + 2);
    if (numbers.length + count > limits.objects)
      throw new BrokenFile('tooLarge', `more than ${limits.objects} objects`);
    for (let index = 0; index < count; index += 1) numbers.push(first + index);
  }
  return numbers;
}

function entryIn(row: Uint8Array, [typeWidth = 0, offsetWidth = 0]: readonly number[]): Entry {
  const type = typeWidth === 0 ? 1 : numberIn(row.subarray(0, typeWidth));
  const second = numberIn(row.subarray(typeWidth, typeWidth + offsetWidth));
  const third = numberIn(row.subarray(typeWidth + offsetWidth));
  if (type === 0) return { kind: 'free' };
  if (type === 1) return { kind: 'at', offset: second };
  if (type === 2) return { kind: 'in', container: second, index: third };
  throw new BrokenFile('fileBroken', 'a cross-reference of an unknown kind');
}

function numberIn(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

function integers(list: PdfValue | undefined): number[] {
  const numbers = list?.kind === 'array' ? list.items.map(integerOf) : [];
  const whole = numbers.filter((one) => one !== undefined);
  if (whole.length !== numbers.length || whole.length === 0)
    throw new BrokenFile('fileBroken', 'wrong cross-references');
  return whole;
}

function add(entries: Map<number, Entry>, number: number, entry: Entry): void {
  if (entries.has(number)) throw new BrokenFile('fileBroken', `object ${number} has two cross-references`);
  entries.set(number, entry);
}
