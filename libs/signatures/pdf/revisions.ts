import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from 'pdf-lib';
import type { ByteRange } from './byte-range.js';

/** A signature as the file's structure shows it; nothing of it is believed yet. */
export interface FoundSignature {
  readonly field: string;
  readonly range: ByteRange | undefined;
  readonly contents: Uint8Array;
  readonly subFilter: string;
  /** As in `/M`; undefined when absent or no date. */
  readonly claimedAt: Date | undefined;
  readonly reason: string;
}

export interface Opened {
  readonly signatures: readonly FoundSignature[];
  /** Every object of the file, serialised, under its number. */
  readonly objects: ReadonlyMap<string, string>;
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** First half of the file's identifier, lower-case hex. */
  readonly id: string;
  /** Numbers of objects that a further signature has to touch, with what they say beside that. */
  readonly touchable: ReadonlyMap<string, string>;
}

/** @throws when the bytes are no PDF */
export async function open(bytes: Uint8Array): Promise<Opened> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  const objects = new Map<string, string>();
  for (const [ref, object] of pdf.context.enumerateIndirectObjects()) {
    if (!isPlumbing(object)) objects.set(ref.toString(), shown(object));
  }
  return {
    signatures: signaturesOf(pdf),
    objects,
    attachments: attachmentsOf(pdf),
    id: idOf(pdf),
    touchable: touchableOf(pdf),
  };
}

/** Cross-references and containers of objects belong to one revision each and say nothing of their own. */
function isPlumbing(object: PDFObject): boolean {
  if (!(object instanceof PDFRawStream)) return false;
  const type = object.dict.lookup(PDFName.of('Type'));
  return type === PDFName.of('XRef') || type === PDFName.of('ObjStm');
}

function shown(object: PDFObject): string {
  return object instanceof PDFRawStream
    ? `${object.dict.toString()}\n${Buffer.from(object.contents).toString('latin1')}`
    : object.toString();
}

function signaturesOf(pdf: PDFDocument): FoundSignature[] {
  const form = pdf.catalog.lookup(PDFName.of('AcroForm'));
  const fields = form instanceof PDFDict ? form.lookup(PDFName.of('Fields')) : undefined;
  return dictsIn(fields).flatMap((field) => {
    const value = field.lookup(PDFName.of('V'));
    const isSignature = field.lookup(PDFName.of('FT')) === PDFName.of('Sig');
    return isSignature && value instanceof PDFDict ? [found(textOf(field, 'T'), value)] : [];
  });
}

function found(field: string, value: PDFDict): FoundSignature {
  const contents = value.lookup(PDFName.of('Contents'));
  return {
    field,
    range: rangeOf(value.lookup(PDFName.of('ByteRange'))),
    contents: contents instanceof PDFHexString ? contents.asBytes() : new Uint8Array(),
    subFilter: value.lookup(PDFName.of('SubFilter'))?.toString() ?? '',
    claimedAt: dateOf(value),
    reason: textOf(value, 'Reason'),
  };
}

function rangeOf(list: PDFObject | undefined): ByteRange | undefined {
  if (!(list instanceof PDFArray)) return undefined;
  const numbers = list.asArray().map((one) => (one instanceof PDFNumber ? one.asNumber() : -1));
  const [start, from = 0, to = 0, length = 0] = numbers;
  const rises = [start === 0, from > 0, to > from, length > 0, numbers.length === 4];
  return rises.every(Boolean) ? { from, to, end: to + length } : undefined;
}

function dateOf(value: PDFDict): Date | undefined {
  const text = value.lookup(PDFName.of('M'));
  try {
    return text instanceof PDFString ? text.decodeDate() : undefined;
  } catch {
    return undefined;
  }
}

function textOf(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
}

function dictsIn(list: PDFObject | undefined): PDFDict[] {
  if (!(list instanceof PDFArray)) return [];
  return list.asArray().flatMap((_, index) => {
    const one = list.lookup(index);
    return one instanceof PDFDict ? [one] : [];
  });
}

function attachmentsOf(pdf: PDFDocument): Opened['attachments'] {
  return pdf.getAttachments().map(({ name, data }) => ({ name, bytes: data }));
}

function idOf({ context }: PDFDocument): string {
  const list = context.lookup(context.trailerInfo.ID);
  const first = list instanceof PDFArray ? list.lookup(0) : undefined;
  return first instanceof PDFHexString ? first.asString().toLowerCase() : '';
}

/** What a further signature may change: the catalog's form, and the list of annotations of a page. */
function touchableOf(pdf: PDFDocument): Map<string, string> {
  const { context, catalog } = pdf;
  const touched: (readonly [PDFDict, string])[] = [[catalog, 'AcroForm']];
  for (const page of pdf.getPages()) touched.push([page.node, 'Annots']);
  return new Map(
    touched.map(([dict, key]) => {
      const rest = dict.clone(context);
      rest.delete(PDFName.of(key));
      return [context.getRef(dict)?.toString() ?? '', rest.toString()];
    }),
  );
}
