import type { Cursor } from './cursor.js';
import type { FileObject } from './streams.js';
import { integerOf, type PdfValue } from './values.js';

const OBJECT = /(\d{1,8}) 0 obj(?=[\0\t\n\f\r <[(/\d])/uy;

/** The object that stands where the cursor stands, and its number. @param bytes what the cursor reads @throws BrokenFile */
export function readObject(cursor: Cursor, bytes: Uint8Array): readonly [number: number, object: FileObject] {
  const { at } = cursor;
  const number = Number(cursor.matched(OBJECT)?.[1] ?? Number.NaN);
  if (Number.isNaN(number)) throw cursor.broken('no object');
  const value = cursor.value();
  const stream = readStream(cursor, bytes, value);
  cursor.expect('endobj');
  return [number, { value, ...(stream ? { stream } : {}), at, end: cursor.at }];
}

function readStream(cursor: Cursor, bytes: Uint8Array, value: PdfValue): Uint8Array | undefined {
  cursor.skipSpace();
  if (value.kind !== 'dict' || !cursor.takes('stream')) return undefined;
  if (!cursor.takes('\r\n') && !cursor.takes('\n')) throw cursor.broken('no line end');
  const length = integerOf(value.entries.get('Length'));
  const start = cursor.at;
  if (length === undefined || start + length > bytes.length)
    throw cursor.broken('a stream without its length');
  cursor.at += length;
  cursor.expect('endstream');
  return bytes.subarray(start, start + length);
}
