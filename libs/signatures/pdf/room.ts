import {
  type PDFDict,
  PDFArray,
  PDFDocument,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFString,
} from 'pdf-lib';
import { type ByteRange, digestOf, rangeNumbers } from './byte-range.js';

/** Room for three certificates, an RSA-4096 signature and a time stamp; what is left over stays zero. */
const ROOM_BYTES = 12_000;
const RANGE_PLACEHOLDER = '[0 0000000000 0000000000 0000000000]';
/** Print, and nothing else: PDF/A-2 6.3.2. */
const PRINTED = 4;
const SIGNATURES_EXIST_AND_APPEND_ONLY = 3;

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
 */
export async function prepareSignature(bytes: Uint8Array, details: SignatureDetails): Promise<PreparedFile> {
  const pdf = await PDFDocument.load(bytes, { forIncrementalUpdate: true, updateMetadata: false });
  addField(pdf, details);
  const update = await pdf.commit({ useObjectStreams: !endsInTable(bytes) });
  return withRange(update);
}

function addField(pdf: PDFDocument, details: SignatureDetails): void {
  const { context, catalog } = pdf;
  const value = context.register(PDFInvalidObject.of(latin1(valueText(details))));
  const page = pdf.getPage(pdf.getPageCount() - 1);
  // A rectangle without size outside the page: nothing to draw (PDF/A-2 6.3.3) and nothing to tag (PDF/UA-1 7.18.1).
  const widget = context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    Rect: [-1, -1, -1, -1],
    F: PRINTED,
  });
  widget.set(PDFName.of('T'), PDFString.of(details.field));
  widget.set(PDFName.of('TU'), PDFHexString.fromText(details.reason));
  widget.set(PDFName.of('V'), value);
  widget.set(PDFName.of('P'), page.ref);
  const field = context.register(widget);
  listed(page.node, 'Annots', pdf).push(field);
  const form = formOf(pdf);
  form.set(PDFName.of('SigFlags'), context.obj(SIGNATURES_EXIST_AND_APPEND_ONLY));
  refuseTwice(listed(form, 'Fields', pdf), details.field);
  listed(form, 'Fields', pdf).push(field);
  context.snapshot?.markObjsForSave([page.node, catalog, form]);
}

function formOf({ catalog, context }: PDFDocument): PDFDict {
  const name = PDFName.of('AcroForm');
  if (!catalog.has(name)) catalog.set(name, context.obj({ Fields: [] }));
  return catalog.lookup(name) as PDFDict;
}

function listed(dict: PDFDict, key: string, { context }: PDFDocument): PDFArray {
  const name = PDFName.of(key);
  const found = dict.lookup(name);
  if (found instanceof PDFArray) {
    context.snapshot?.markObjForSave(found);
    return found;
  }
  const list = context.obj([]);
  dict.set(name, list);
  return list;
}

function refuseTwice(fields: PDFArray, field: string): void {
  for (let index = 0; index < fields.size(); index += 1) {
    const title = (fields.lookup(index) as PDFDict).lookup(PDFName.of('T'));
    if (title instanceof PDFString && title.decodeText() === field)
      throw new RangeError(`The file has a signature ${field} already`);
  }
}

function valueText({ name, reason, claimedAt }: SignatureDetails): string {
  const moment = claimedAt.replaceAll(/[-:T]/gu, '').slice(0, 14);
  return [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    `/ByteRange ${RANGE_PLACEHOLDER}`,
    `/Contents <${'0'.repeat(ROOM_BYTES * 2)}>`,
    `/M (D:${moment}Z)`,
    `/Name ${PDFHexString.fromText(name).toString()}`,
    `/Reason ${PDFHexString.fromText(reason).toString()} >>`,
  ].join('\n');
}

function withRange(update: Uint8Array): PreparedFile {
  const bytes = Uint8Array.from(update);
  const file = Buffer.from(bytes.buffer);
  const at = file.lastIndexOf(RANGE_PLACEHOLDER);
  const from = file.indexOf('/Contents <', at) + '/Contents '.length;
  const range: ByteRange = { from, to: from + ROOM_BYTES * 2 + 2, end: bytes.length };
  file.write(`[${rangeNumbers(range).join(' ')}]`.padEnd(RANGE_PLACEHOLDER.length), at, 'latin1');
  return { bytes, range, digest: digestOf(bytes, range) };
}

/** @throws RangeError when the signature is larger than the room that was made for it */
export function withSignature({ bytes, range }: PreparedFile, cms: Uint8Array): Uint8Array {
  if (cms.length > ROOM_BYTES)
    throw new RangeError(`A signature of ${cms.length} bytes has no room in the file`);
  const signed = Uint8Array.from(bytes);
  signed.set(latin1(Buffer.from(cms).toString('hex')), range.from + 1);
  return signed;
}

/** Whether the last revision has its cross-references in a table (else in a stream). */
function endsInTable(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = /startxref\s+(\d+)/u.exec(file.subarray(file.lastIndexOf('startxref')).toString('latin1'));
  return start !== null && file.subarray(Number(start[1])).subarray(0, 4).toString('latin1') === 'xref';
}

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
