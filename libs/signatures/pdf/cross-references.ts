import { BrokenFile } from './broken-file.js';
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
const ROW = /(\d{10}) (\d{5}) ([nf])(?: \n| \r|\r\n)/uy;

/** A table of cross-references, read behind its word. @throws BrokenFile */
export function tableEntries(cursor: Cursor): Entries {
  const entries = new Map<number, Entry>();
  cursor.skipSpace();
  for (let head = cursor.matched(SUBSECTION); head; head = cursor.matched(SUBSECTION)) {
    const first = Number(head[1]);
    for (let index = 0; index < Number(head[2]); index += 1) {
      const row = cursor.matched(ROW);
      if (!row) throw cursor.broken('a wrong row of cross-references');
      add(entries, first + index, row[3] === 'n' ? { kind: 'at', offset: Number(row[1]) } : { kind: 'free' });
    }
  }
  return entries;
}

/** A stream of cross-references. @throws BrokenFile */
export function streamEntries(object: FileObject, dict: PdfDict, budget: Budget): Entries {
  const widths = integers(dict.entries.get('W'), 3);
  const size = integerOf(dict.entries.get('Size')) ?? 0;
  const index = dict.entries.has('Index') ? integers(dict.entries.get('Index')) : [0, size];
  const bytes = decoded(object, budget);
  const width = widths.reduce((sum, one) => sum + one, 0);
  if (width < 1 || width > 16) throw new BrokenFile('fileBroken', 'cross-references of no width');
  const entries = new Map<number, Entry>();
  let at = 0;
  for (let section = 0; section < index.length; section += 2) {
    const [first = 0, count = 0] = index.slice(section, section + 2);
    if (at + count * width > bytes.length) throw new BrokenFile('fileBroken', 'too few cross-references');
    for (let number = first; number < first + count; number += 1, at += width) {
      add(entries, number, entryIn(bytes.subarray(at, at + width), widths));
    }
  }
  if (at !== bytes.length) throw new BrokenFile('fileBroken', 'too many cross-references');
  return entries;
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

function integers(list: PdfValue | undefined, count?: number): number[] {
  const numbers = list?.kind === 'array' ? list.items.map(integerOf) : [];
  const whole = numbers.filter((one) => one !== undefined);
  const isRight =
    whole.length === numbers.length && (count ? whole.length === count : whole.length % 2 === 0);
  if (!isRight || whole.length === 0) throw new BrokenFile('fileBroken', 'wrong cross-references');
  return whole;
}

function add(entries: Map<number, Entry>, number: number, entry: Entry): void {
  if (entries.has(number)) throw new BrokenFile('fileBroken', `object ${number} has two cross-references`);
  entries.set(number, entry);
}
