import { BrokenFile, limits } from './broken-file.js';
import {
  type Entries,
  type Entry,
  Places,
  startXref,
  streamEntries,
  tableEntries,
  tableTrailer,
} from './cross-references.js';
import { Cursor } from './cursor.js';
import { contained } from './containers.js';
import { readObject } from './objects.js';
import type { Budget, FileObject } from './streams.js';
import { integerOf, isName, type PdfDict } from './values.js';

/** One revision as it was written: its objects, and what its end says. */
export interface Section {
  /** Behind its last byte. */
  readonly end: number;
  readonly startXref: number;
  readonly trailer: PdfDict;
  /** Those that stand for something; cross-references and containers are not among them. */
  readonly objects: ReadonlyMap<number, FileObject>;
  /** Numbers of cross-reference streams and containers. */
  readonly plumbing: readonly number[];
  /** Numbers that it says stand for nothing. */
  readonly freed: readonly number[];
}

const HEADER = /%PDF-(?:1\.[4-7]|2\.0)(?:\r\n|\n|\r)(?:%[^\n\r]{0,80}[\r\n]{1,2}){0,2}/uy;

/**
 * The revisions of a file, read from the first byte to the last. Whatever a reader that starts from the end would see otherwise is refused:
 * cross-references and objects must agree one by one, nothing stands between objects, no number is given twice in a revision.
 * @throws BrokenFile
 */
export function readSections(bytes: Uint8Array): readonly Section[] {
  if (bytes.length > limits.fileBytes)
    throw new BrokenFile('tooLarge', `more than ${limits.fileBytes} bytes`);
  const cursor = new Cursor(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'));
  if (!cursor.matched(HEADER)) throw new BrokenFile('notAPdf', 'no header');
  const reader = new SectionReader(cursor, bytes);
  const sections: Section[] = [];
  while (sections.length === 0 || reader.continues()) {
    if (sections.length >= limits.revisions)
      throw new BrokenFile('tooLarge', `more than ${limits.revisions} revisions`);
    sections.push(reader.section(sections.at(-1)));
  }
  return sections;
}

interface EndOfSection {
  readonly startXref: number;
  readonly entries: Entries;
  readonly trailer: PdfDict;
  /** Number of the stream that holds the cross-references, where there is one. */
  readonly own?: number | undefined;
}

class SectionReader {
  private readonly budget: Budget = { inflated: 0 };
  private objectsLeft: number = limits.objects;

  constructor(
    private readonly cursor: Cursor,
    private readonly bytes: Uint8Array,
  ) {}

  /** Whether one more revision follows; what is none and stands behind the last one is appended, and covered by no signature. */
  continues(): boolean {
    const isNext = this.isAtObject() || this.cursor.text.startsWith('xref', this.cursor.at);
    if (!isNext && this.cursor.text.includes('startxref', this.cursor.at))
      throw this.cursor.broken('something between revisions');
    return isNext;
  }

  private isAtObject(): boolean {
    this.cursor.skipSpace();
    return /\d/u.test(this.cursor.text.charAt(this.cursor.at));
  }

  section(previous: Section | undefined): Section {
    const direct = this.directObjects();
    const end = this.endOfSection(direct);
    const before = integerOf(end.trailer.entries.get('Prev'));
    if (end.trailer.entries.has('Encrypt')) throw this.cursor.broken('encrypted');
    if (before !== previous?.startXref || end.trailer.entries.has('XRefStm'))
      throw this.cursor.broken('the revision before is another one');
    return { ...this.agreed(direct, end), ...end, end: this.cursor.at };
  }

  private directObjects(): Map<number, FileObject> {
    const objects = new Map<number, FileObject>();
    while (this.isAtObject()) {
      const [number, object] = readObject(this.cursor, this.bytes);
      if (objects.has(number)) throw this.cursor.broken(`object ${number} twice in one revision`);
      objects.set(number, object);
      this.count(1);
    }
    return objects;
  }

  private endOfSection(direct: ReadonlyMap<number, FileObject>): EndOfSection {
    const tableAt = this.cursor.at;
    if (!this.cursor.takes('xref')) return this.streamEnd(direct, startXref(this.cursor));
    const entries = tableEntries(this.cursor);
    const trailer = tableTrailer(this.cursor);
    const at = startXref(this.cursor);
    if (at !== tableAt) throw this.cursor.broken('startxref does not lead to the cross-references');
    return { startXref: at, entries, trailer };
  }

  private streamEnd(direct: ReadonlyMap<number, FileObject>, start: number): EndOfSection {
    const [own, object] = [...direct].find(([, { at }]) => at === start) ?? [];
    const dict = object?.value;
    if (!object || dict?.kind !== 'dict' || !isName(dict.entries.get('Type'), 'XRef'))
      throw this.cursor.broken('startxref does not lead to the cross-references');
    return { startXref: start, entries: streamEntries(object, dict, this.budget), trailer: dict, own };
  }

  /** What the cross-references name is what stands there, and nothing else stands there. */
  private agreed(
    direct: ReadonlyMap<number, FileObject>,
    { entries, own }: EndOfSection,
  ): Pick<Section, 'objects' | 'plumbing' | 'freed'> {
    const places = new Places(entries, own);
    const objects = new Map<number, FileObject>();
    const plumbing = own === undefined ? [] : [own];
    for (const [number, object] of direct) {
      if (number === own) continue;
      places.agreesOn(number, (entry) => entry.kind === 'at' && entry.offset === object.at);
      const inside = contained(object, this.budget);
      if (!inside) objects.set(number, object);
      if (!inside) continue;
      plumbing.push(number);
      this.count(inside.length);
      this.takeOut(inside, { container: number, places, objects });
    }
    return { objects, plumbing, freed: places.freed() };
  }

  private takeOut(
    inside: NonNullable<ReturnType<typeof contained>>,
    to: { readonly container: number; readonly places: Places; readonly objects: Map<number, FileObject> },
  ): void {
    for (const [index, [number, value]] of inside.entries()) {
      const isThere = (entry: Entry) =>
        entry.kind === 'in' && entry.container === to.container && entry.index === index;
      to.places.agreesOn(number, isThere);
      to.objects.set(number, { value });
    }
  }

  private count(more: number): void {
    this.objectsLeft -= more;
    if (this.objectsLeft < 0) throw new BrokenFile('tooLarge', `more than ${limits.objects} objects`);
  }
}
