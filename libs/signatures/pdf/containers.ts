import { BrokenFile, limits } from './broken-file.js';
import { Cursor } from './cursor.js';
import { type Budget, decoded, type FileObject } from './streams.js';
import { integerOf, isName, type PdfValue } from './values.js';

/** The objects in a container, in their order; undefined where an object is none. @throws BrokenFile */
export function contained(
  object: FileObject,
  budget: Budget,
): readonly (readonly [number: number, value: PdfValue])[] | undefined {
  const { value, stream } = object;
  if (value.kind !== 'dict' || !stream || !isName(value.entries.get('Type'), 'ObjStm')) return undefined;
  const count = integerOf(value.entries.get('N')) ?? 0;
  const first = integerOf(value.entries.get('First')) ?? 0;
  if (count > limits.objects) throw new BrokenFile('tooLarge', `more than ${limits.objects} objects`);
  const cursor = new Cursor(Buffer.from(decoded(object, budget)).toString('latin1'));
  const places = Array.from({ length: count }, () => [whole(cursor), whole(cursor)] as const);
  if (cursor.at > first) throw cursor.broken('a wrong container');
  return places.map(([number, offset]) => {
    cursor.skipSpace();
    if (cursor.at > first + offset) throw cursor.broken('overlapping objects');
    if (cursor.at !== first + offset) throw cursor.broken('something between objects');
    return [number, cursor.value()] as const;
  });
}

function whole(cursor: Cursor): number {
  const number = integerOf(cursor.value());
  if (number === undefined) throw cursor.broken('a wrong container');
  return number;
}
