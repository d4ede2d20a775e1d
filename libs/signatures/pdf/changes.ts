import { withField } from './added-field.js';
import { dictOf, type State } from './states.js';
import type { FileObject } from './streams.js';
import { isEqual, type PdfDict, type PdfValue, shown } from './values.js';

/** All that a signature's value and its field may say: nothing of either is seen on a page. */
const VALUE_KEYS = ['Type', 'Filter', 'SubFilter', 'ByteRange', 'Contents', 'M', 'Name', 'Reason'];
const FIELD_KEYS = ['Type', 'Subtype', 'FT', 'Rect', 'F', 'T', 'TU', 'V', 'P'];
const NOWHERE = '[-1 -1 -1 -1]';

/**
 * What a revision has that the one before had not, beside what one more signature must bring: objects and entries of the trailer, empty when
 * nothing was changed. What a signature brings is made from the earlier revision and compared, so there is no second way to write it.
 */
export function changesBetween(earlier: State, later: State): readonly string[] {
  const trailer = ['Root', 'Info', 'ID'].filter(
    (key) => textAt(earlier.trailer, key) !== textAt(later.trailer, key),
  );
  const changed = later.written.filter(
    (number) => !isSame(earlier.objects.get(number), later.objects.get(number)),
  );
  const expected = expectedOf(earlier, later, changed);
  const odd = changed.filter((number) => {
    const object = later.objects.get(number);
    return !object || object.stream || !isEqual(expected.get(number), object.value);
  });
  const missing = [...expected.keys()].filter((number) => !changed.includes(number));
  return [
    ...trailer.map((key) => `trailer /${key}`),
    ...[...odd, ...missing].map((number) => `object ${number}`),
  ];
}

/** What the objects of one more signature say, by number: empty where there is none. */
function expectedOf(earlier: State, later: State, changed: readonly number[]): Map<number, PdfValue> {
  const expected = new Map<number, PdfValue>();
  const added = changed.filter((one) => !earlier.objects.has(one));
  const number = added.find((one) => isField(later.objects.get(one)?.value));
  const field: PdfValue = { kind: 'ref', number: number ?? 0 };
  const dict = dictOf(later, field);
  if (number === undefined || !dict) return expected;
  expected.set(number, dict);
  const value = dict.entries.get('V');
  const said = dictOf(later, value);
  if (value?.kind === 'ref' && added.includes(value.number) && hasOnly(said, VALUE_KEYS))
    expected.set(value.number, said);
  return new Map([...expected, ...withField(earlier, field, dict.entries.get('P'))]);
}

function isField(value: PdfValue | undefined): boolean {
  if (!hasOnly(value, FIELD_KEYS)) return false;
  const isSignature = textAt(value, 'FT') === shown({ kind: 'name', text: 'Sig' });
  return isSignature && textAt(value, 'Rect') === NOWHERE && value.entries.has('V');
}

function hasOnly(value: PdfValue | undefined, keys: readonly string[]): value is PdfDict {
  return value?.kind === 'dict' && [...value.entries.keys()].every((key) => keys.includes(key));
}

function isSame(one: FileObject | undefined, other: FileObject | undefined): boolean {
  if (one === other) return true;
  if (!one || !other || !isEqual(one.value, other.value)) return false;
  return Buffer.compare(one.stream ?? new Uint8Array(), other.stream ?? new Uint8Array()) === 0;
}

function textAt({ entries }: PdfDict, key: string): string {
  const value = entries.get(key);
  return value ? shown(value) : '';
}
