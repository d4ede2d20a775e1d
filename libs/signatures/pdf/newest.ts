import { BrokenFile, limits } from './broken-file.js';
import { contained } from './containers.js';
import {
  type Entries,
  type Entry,
  misplaced,
  startXref,
  streamEntries,
  tableEntries,
  tableTrailer,
} from './cross-references.js';
import { Cursor } from './cursor.js';
import { readObject } from './objects.js';
import type { Readable } from './states.js';
import type { Budget, FileObject } from './streams.js';
import { integerOf, isName, type PdfDict } from './values.js';

/** What a file says after its last revision, and what one more revision must know of it. */
export interface Newest extends Readable {
  /** Where the last cross-references begin. */
  readonly startXref: number;
  /** Whether these are a table, else a stream. */
  readonly isTable: boolean;
  /** Number of the next object. */
  readonly size: number;
}

/**
 * A file read as a viewer reads it, from its end: its cross-references, and of its objects those that are asked for. Enough to write one more
 * revision; what a file is worth is told by `readSections`.
 * @throws BrokenFile, and so does asking for an object
 */
export function readNewest(bytes: Uint8Array): Newest {
  if (bytes.length > limits.fileBytes)
    throw new BrokenFile('tooLarge', `more than ${limits.fileBytes} bytes`);
  const cursor = new Cursor(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'));
  if (!cursor.text.startsWith('%PDF-')) throw new BrokenFile('notAPdf', 'no header');
  const reader = new EndReader(cursor, bytes);
  const start = reader.start();
  const last = reader.references(start);
  const size = integerOf(last.trailer.entries.get('Size')) ?? 0;
  const entries = reader.withEarlier(last);
  if ([...entries.keys()].some((number) => number >= size))
    throw new BrokenFile('fileBroken', 'more objects than its trailer says');
  const { trailer, isTable } = last;
  return { startXref: start, isTable, size, trailer, objects: new PlacedObjects(reader, entries) };
}

interface References {
  readonly isTable: boolean;
  readonly entries: Entries;
  readonly trailer: PdfDict;
}

class EndReader {
  readonly budget: Budget = { inflated: 0 };

  constructor(
    private readonly cursor: Cursor,
    private readonly bytes: Uint8Array,
  ) {}

  start(): number {
    this.cursor.at = Math.max(this.cursor.text.lastIndexOf('startxref'), 0);
    return startXref(this.cursor);
  }

  references(at: number): References {
    const read = this.cursor.text.startsWith('xref', at) ? this.table(at) : this.stream(at);
    if (read.trailer.entries.has('Encrypt')) throw this.cursor.broken('encrypted');
    if (read.trailer.entries.has('XRefStm')) throw this.cursor.broken('two kinds of cross-references');
    return read;
  }

  /** Where each object stands now. */
  withEarlier(last: References): Entries {
    const revisions = [last.entries];
    let { trailer } = last;
    for (let at = integerOf(trailer.entries.get('Prev')); at !== undefined;) {
      if (revisions.length >= limits.revisions)
        throw new BrokenFile('tooLarge', `more than ${limits.revisions} revisions`);
      const earlier = this.references(at);
      revisions.push(earlier.entries);
      ({ trailer } = earlier);
      at = integerOf(trailer.entries.get('Prev'));
    }
    return new Map(revisions.toReversed().flatMap((entries) => [...entries]));
  }

  objectAt(at: number): readonly [number: number, object: FileObject] {
    this.cursor.at = at;
    return readObject(this.cursor, this.bytes);
  }

  private table(at: number): References {
    this.cursor.at = at;
    this.cursor.expect('xref');
    const entries = tableEntries(this.cursor);
    return { isTable: true, entries, trailer: tableTrailer(this.cursor) };
  }

  private stream(at: number): References {
    const [own, object] = this.objectAt(at);
    const { value } = object;
    if (value.kind !== 'dict' || !isName(value.entries.get('Type'), 'XRef'))
      throw this.cursor.broken('startxref does not lead to the cross-references');
    const entries = streamEntries(object, value, this.budget);
    return {
      isTable: false,
      entries: new Map([[own, { kind: 'at', offset: at }], ...entries]),
      trailer: value,
    };
  }
}

/** Objects by their cross-references; each is read when it is asked for. */
class PlacedObjects {
  private readonly containers = new Map<number, ReturnType<typeof contained>>();

  constructor(
    private readonly reader: EndReader,
    private readonly entries: Entries,
  ) {}

  get(number: number): FileObject | undefined {
    const entry = this.entries.get(number);
    if (!entry || entry.kind === 'free') return undefined;
    if (entry.kind === 'in') return this.inside(number, entry);
    const [found, object] = this.reader.objectAt(entry.offset);
    if (found !== number) throw misplaced(number);
    return object;
  }

  private inside(number: number, { container, index }: Extract<Entry, { kind: 'in' }>): FileObject {
    const [found, value] = this.container(container)?.[index] ?? [];
    if (found !== number || !value) throw misplaced(number);
    return { value };
  }

  private container(number: number): ReturnType<typeof contained> {
    const known = this.containers.get(number);
    const object = this.entries.get(number)?.kind === 'at' && !known ? this.get(number) : undefined;
    const inside = object ? contained(object, this.reader.budget) : known;
    this.containers.set(number, inside);
    return inside;
  }
}
