import { inflateSync } from 'node:zlib';
import { BrokenFile, limits } from './broken-file.js';
import { isName, type PdfDict, type PdfValue } from './values.js';

/** An object of a file; `at` and `end` are where it stands, absent inside a container. */
export interface FileObject {
  readonly value: PdfValue;
  readonly stream?: Uint8Array;
  readonly at?: number;
  readonly end?: number;
}

/** What may still be inflated: one sum for a whole file, however many streams it has. */
export interface Budget {
  inflated: number;
}

/** What a stream says, decoded. @throws BrokenFile */
export function decoded({ value, stream }: FileObject, budget: Budget): Uint8Array {
  if (value.kind !== 'dict' || !stream) throw new BrokenFile('fileBroken', 'no stream where one must be');
  const { entries } = value;
  const filter = onlyFilter(value);
  if (filter === undefined) return stream;
  if (!isName(filter, 'FlateDecode') || entries.has('DecodeParms') || entries.has('F'))
    throw new BrokenFile('fileBroken', 'a stream that is encoded in another way');
  const bytes = inflated(stream, limits.inflatedBytes - budget.inflated);
  budget.inflated += bytes.length;
  return bytes;
}

function onlyFilter({ entries }: PdfDict): PdfValue | undefined {
  const filter = entries.get('Filter');
  return filter?.kind === 'array' && filter.items.length <= 1 ? filter.items[0] : filter;
}

function inflated(stream: Uint8Array, most: number): Uint8Array {
  try {
    return inflateSync(stream, { maxOutputLength: Math.max(most, 1) });
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new BrokenFile('tooLarge', `more than ${limits.inflatedBytes} bytes when inflated`);
    throw new BrokenFile('fileBroken', 'a stream that cannot be inflated');
  }
}
