import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  type PDFRef,
  PDFString,
} from 'pdf-lib';
import { prepareSignature, type SignatureDetails } from '#libs/signatures/pdf/room.js';

const PERSON: SignatureDetails = {
  field: 'person',
  name: 'Nguyễn Thị Ong',
  reason: 'Ký ban hành giấy phép',
  claimedAt: '2026-03-11T02:05:00.000Z',
};
const ORGANISATION = { ...PERSON, field: 'organisation', name: 'Sở Nuôi ong', reason: 'Đóng dấu cơ quan' };

/** The room that we made last, in an update that the PDF library writes: how builds before this one made it. */
async function byLibrary(
  bytes: Uint8Array,
  ours: Uint8Array,
  details: SignatureDetails,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { forIncrementalUpdate: true, updateMetadata: false });
  const { context, catalog } = pdf;
  const page = pdf.getPage(pdf.getPageCount() - 1);
  const value = context.register(PDFInvalidObject.of(lastValue(ours)));
  const widget = context.obj({ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', Rect: [-1, -1, -1, -1], F: 4 });
  widget.set(PDFName.of('T'), PDFString.of(details.field));
  widget.set(PDFName.of('TU'), PDFHexString.fromText(details.reason));
  widget.set(PDFName.of('V'), value);
  widget.set(PDFName.of('P'), page.ref);
  const field = context.register(widget);
  if (!catalog.has(PDFName.of('AcroForm'))) catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [] }));
  const form = catalog.lookup(PDFName.of('AcroForm'), PDFDict);
  form.set(PDFName.of('SigFlags'), context.obj(3));
  push(form, 'Fields', field);
  push(page.node, 'Annots', field);
  context.snapshot?.markObjsForSave([page.node, catalog]);
  return pdf.commit({ useObjectStreams: Buffer.from(bytes).lastIndexOf('/XRef') !== -1 });
}

function push(dict: PDFDict, key: string, field: PDFRef): void {
  dict.lookup(PDFName.of(key), PDFArray).push(field);
}

function lastValue(bytes: Uint8Array): Uint8Array {
  const start = Buffer.from(bytes).lastIndexOf('<< /Type /Sig');
  return bytes.subarray(start, Buffer.from(bytes).indexOf('\nendobj', start));
}

describe('room for a signature in a paper', () => {
  // A signature may come days after it was asked for, and a paper is made anew for it: by a later build too.
  it.each(['certificate', 'amendment', 'denial-letter', 'registerExtract'])(
    'has the bytes in which earlier builds asked for both signatures: %s',
    async (name) => {
      const paper = await readFile(`test/documents/golden/${name}.pdf`);
      const pdf = await PDFDocument.load(paper, { updateMetadata: false });
      for (const bytes of [paper, await pdf.save({ useObjectStreams: false })]) {
        const { bytes: once } = prepareSignature(bytes, PERSON);
        expect(Buffer.compare(once, await byLibrary(bytes, once, PERSON))).toBe(0);
        const { bytes: twice } = prepareSignature(once, ORGANISATION);
        expect(Buffer.compare(twice, await byLibrary(once, twice, ORGANISATION))).toBe(0);
      }
    },
  );
});
