import { withField } from './added-field.js';
import { BrokenFile } from './broken-file.js';
import { type ByteRange, digestOf, rangeNumbers } from './byte-range.js';
import { type Newest, readNewest } from './newest.js';
import { catalogOf, dictOf, itemsOf } from './states.js';
import { updateText, type WrittenObject } from './update.js';
import { isName, type PdfRef, type PdfValue, textOf } from './values.js';
import { dictText, written } from './written.js';

/** Room for three certificates, an RSA-4096 signature and a time stamp; what is left over stays zero. */
const ROOM_BYTES = 12_000;
const RANGE_PLACEHOLDER = '[0 0000000000 0000000000 0000000000]';
/** Print, and nothing else: PDF/A-2 6.3.2. */
const PRINTED = 4;
/** A rectangle without size outside the page: nothing to draw (PDF/A-2 6.3.3) and nothing to tag (PDF/UA-1 7.18.1). */
const NOWHERE = '[ -1 -1 -1 -1 ]';

export interface SignatureDetails {
  /** Name of the field, one for each signature of a file; ASCII. */
  readonly field: string;
  /** Who signs, in words. */
  readonly name: string;
  readonly reason: string;
  /** The claimed moment, ISO 8601 in UTC; proven only by a time stamp. */
  readonly claimedAt: string;
}

/** A file that lacks nothing but the signature over `digest`. */
export interface PreparedFile {
  readonly bytes: Uint8Array;
  readonly range: ByteRange;
  readonly digest: Uint8Array;
}

/**
 * Makes room for one more signature by an incremental update: the bytes given stay as they are, as the beginning. The update is written in
 * the way of the file it continues (cross-reference table or stream). Equal bytes and details give equal bytes.
 * @throws RangeError when the field is there already
 * @throws BrokenFile when it is no PDF, is encrypted, or has no page
 */
export function prepareSignature(bytes: Uint8Array, details: SignatureDetails): PreparedFile {
  const file = readNewest(bytes);
  refuseTwice(file, details.field);
  const page = lastPage(file);
  const value = file.size;
  const field = value + 1;
  const grown = withField(file, refTo(field), page);
  if ([...grown.keys()].some((number) => number >= file.size))
    throw new BrokenFile('fileBroken', 'its form or page refers to an object that is not there');
  const said = [...grown].map(([number, one]): WrittenObject => [number, written(one)]);
  const places = [page, file.trailer.entries.get('Root')];
  const isOpen = ([number]: WrittenObject) => places.some((one) => isRef(one, number));
  const update = updateText(file, bytes.length, {
    open: [...said.filter(isOpen), [value, valueText(details)]],
    contained: [...said.filter((one) => !isOpen(one)), [field, fieldText(details, refTo(value), page)]],
    next: field + 1,
  });
  return withRange(bytes, update);
}

function refTo(number: number): PdfRef {
  return { kind: 'ref', number };
}

function isRef(value: PdfValue | undefined, number: number): boolean {
  return value?.kind === 'ref' && value.number === number;
}

function refuseTwice(file: Newest, field: string): void {
  const form = dictOf(file, catalogOf(file)?.entries.get('AcroForm'));
  const fields = itemsOf(file, form?.entries.get('Fields'));
  if (fields.some((one) => textOf(dictOf(file, one)?.entries.get('T')) === field))
    throw new RangeError(`The file has a signature ${field} already`);
}

/** Where the last page is, by the tree of pages (ISO 32000-1, 7.7.3); a branch that leads back is not followed again. */
function lastPage(file: Newest): PdfRef {
  const seen = new Set<number>();
  const waiting = refsAmong([catalogOf(file)?.entries.get('Pages')]);
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    const node = dictOf(file, one);
    if (isName(node?.entries.get('Type'), 'Page')) return one;
    if (!seen.has(one.number)) waiting.push(...refsAmong(itemsOf(file, node?.entries.get('Kids'))));
    seen.add(one.number);
  }
  throw new BrokenFile('fileBroken', 'there is no page');
}

function refsAmong(values: readonly (PdfValue | undefined)[]): PdfRef[] {
  return values.filter((one) => one?.kind === 'ref');
}

function fieldText({ field, reason }: SignatureDetails, value: PdfRef, page: PdfRef): string {
  return dictText([
    ['Type', '/Annot'],
    ['Subtype', '/Widget'],
    ['FT', '/Sig'],
    ['Rect', NOWHERE],
    ['F', PRINTED],
    ['T', `(${field})`],
    ['TU', unicodeText(reason)],
    ['V', written(value)],
    ['P', written(page)],
  ]);
}

function valueText({ name, reason, claimedAt }: SignatureDetails): string {
  const moment = claimedAt.replaceAll(/[-:T]/gu, '').slice(0, 14);
  return [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    `/ByteRange ${RANGE_PLACEHOLDER}`,
    `/Contents <${'0'.repeat(ROOM_BYTES * 2)}>`,
    `/M (D:${moment}Z)`,
    `/Name ${unicodeText(name)}`,
    `/Reason ${unicodeText(reason)} >>`,
  ].join('\n');
}

/** UTF-16 behind its mark (ISO 32000-1, 7.9.2.2). */
function unicodeText(text: string): string {
  return `<${Buffer.from(`\uFEFF${text}`, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

function withRange(before: Uint8Array, update: string): PreparedFile {
  const bytes = new Uint8Array(before.length + update.length);
  const at = update.lastIndexOf(RANGE_PLACEHOLDER);
  const from = before.length + update.indexOf('/Contents <', at) + '/Contents '.length;
  const range: ByteRange = { from, to: from + ROOM_BYTES * 2 + 2, end: bytes.length };
  const numbers = `[${rangeNumbers(range).join(' ')}]`.padEnd(RANGE_PLACEHOLDER.length);
  bytes.set(before);
  bytes.set(latin1(update), before.length);
  bytes.set(latin1(numbers), before.length + at);
  return { bytes, range, digest: digestOf(bytes, range) };
}

/** @throws RangeError when the signature is larger than the room that was made for it */
export function withSignature({ bytes, range }: PreparedFile, cms: Uint8Array): Uint8Array {
  if (cms.length > ROOM_BYTES)
    throw new RangeError(`A signature of ${cms.length} bytes has no room in the file`);
  const signed = new Uint8Array(bytes);
  signed.set(latin1(Buffer.from(cms).toString('hex')), range.from + 1);
  return signed;
}

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
