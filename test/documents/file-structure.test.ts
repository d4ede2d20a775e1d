import { describe, expect, jest, test } from '@jest/globals';
import type { PDFRef } from 'pdf-lib';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, decodePDFRawStream } from 'pdf-lib';
import QRCode from 'qrcode';
import { printedFacts, renderCertificate } from '#libs/documents/certificate.js';
import type { RenderedPaper } from '#libs/documents/rendered-paper.js';
import { renderSlip } from '#libs/documents/slips.js';
import { certificateFacts } from './facts.js';
import { printed } from './printed.js';
import { slipFacts } from './slip-facts.js';

/** Each paper is drawn by a process of its own, which takes its time on a busy machine. */
jest.setTimeout(120_000);

const facts = certificateFacts();
const name = (text: string): PDFName => PDFName.of(text);
const load = ({ bytes }: RenderedPaper): Promise<PDFDocument> =>
  PDFDocument.load(bytes, { updateMetadata: false });

function metadataOf(pdf: PDFDocument): string {
  const stream = pdf.catalog.lookup(name('Metadata'));
  if (!(stream instanceof PDFRawStream)) throw new TypeError('The file has no metadata');
  return new TextDecoder().decode(decodePDFRawStream(stream).decode());
}

function dictionaries(pdf: PDFDocument, type: string): PDFDict[] {
  return pdf.context
    .enumerateIndirectObjects()
    .map(([, object]: [PDFRef, unknown]) => object)
    .filter(
      (object): object is PDFDict => object instanceof PDFDict && object.get(name('Type')) === name(type),
    );
}

describe('the file as an archive wants it', () => {
  test('the certificate says PDF/A-3u and carries its facts as data', async () => {
    const pdf = await load(await renderCertificate(facts));
    expect(metadataOf(pdf)).toMatch(/pdfaid:part\W+3\b[\s\S]*pdfaid:conformance\W+U\b/u);
    expect(pdf.catalog.lookup(name('AF'), PDFArray).size()).toBe(1);
    const [attached] = pdf.getAttachments();
    expect(attached?.name).toBe('giay-phep.json');
    const { facts: carried } = JSON.parse(new TextDecoder().decode(attached?.data)) as { facts: unknown };
    expect(carried).toEqual(facts);
  });

  test('it declares PDF/UA-1 and names the template it was made with', async () => {
    const paper = await renderCertificate(facts);
    const metadata = metadataOf(await load(paper));
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    for (const [key, value] of [
      ['template', paper.template.id],
      ['templateVersion', paper.template.version],
      ['templateHash', paper.template.hash],
    ])
      expect(metadata).toContain(`<hoso:${key}>${value}</hoso:${key}>`);
  });

  test('the facts travel in the file as they are printed, the claim among them', async () => {
    const stated = { ...facts, claim: 'HC1:6BF+70_790T9' };
    const paper = await renderCertificate(stated);
    const [attached] = (await load(paper)).getAttachments();
    const carried = JSON.parse(new TextDecoder().decode(attached?.data)) as { facts: unknown };
    expect(carried.facts).toStrictEqual(printedFacts(stated));
    expect(paper.sha256).not.toBe((await renderCertificate(facts)).sha256);
  });

  test('a slip says PDF/A-2u and carries nothing', async () => {
    const pdf = await load(await renderSlip('receipt', slipFacts.receipt));
    expect(metadataOf(pdf)).toMatch(/pdfaid:part\W+2\b/u);
    expect(pdf.getAttachments()).toStrictEqual([]);
  });

  test('colours have a profile, contents have tags, the title is shown, the file has an identifier', async () => {
    const pdf = await load(await renderCertificate(facts));
    expect(pdf.catalog.lookup(name('OutputIntents'), PDFArray).size()).toBe(1);
    expect(pdf.catalog.lookup(name('MarkInfo'), PDFDict).get(name('Marked'))?.toString()).toBe('true');
    expect(pdf.catalog.getViewerPreferences()?.getDisplayDocTitle()).toBe(true);
    expect(pdf.context.trailerInfo.ID).toBeInstanceOf(PDFArray);
    for (const page of pdf.getPages()) expect(page.node.get(name('StructParents'))).toBeDefined();
  });

  test('every font is embedded as a subset with a way back to Unicode', async () => {
    const pdf = await load(await renderCertificate(facts));
    const fonts = dictionaries(pdf, 'Font').filter((font) => font.get(name('Subtype')) === name('Type0'));
    expect(fonts).toHaveLength(4);
    for (const font of fonts) {
      expect(font.get(name('BaseFont'))?.toString()).toMatch(/^\/[A-Z]{6}\+Tinos-/u);
      expect(font.get(name('ToUnicode'))).toBeDefined();
    }
    const descriptors = dictionaries(pdf, 'FontDescriptor');
    expect(descriptors.map((descriptor) => descriptor.has(name('FontFile2')))).toStrictEqual(
      Array(4).fill(true),
    );
  });
});

test('words at the end of a line are parted from the next line by a space, for readers who know no places', async () => {
  const { pages } = await printed((await renderCertificate(facts)).bytes);
  const contents = pages.flatMap((page) => page.contents);
  const said = [
    'SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH',
    ...facts.legalGrounds.map((ground) => `Căn cứ ${ground};`),
  ];
  expect(contents).toStrictEqual(expect.arrayContaining(said));
});

test('each module of the printed code is as dark as it should be', async () => {
  const { pages } = await printed((await renderCertificate(facts)).bytes);
  const page = pages[1]!;
  const { modules } = QRCode.create(facts.verificationUrl, { errorCorrectionLevel: 'M' });
  const side = (22 * 72) / 25.4 / modules.size;
  const left = (30 * 72) / 25.4;
  const caption = page.items.find((item) => item.text.startsWith('Quét mã'))!;
  const darkAt = (row: number, column: number, bottom: number): boolean =>
    page.inkIn({
      x: left + column * side,
      y: bottom + (modules.size - 1 - row) * side,
      width: side,
      height: side,
    }) > 0.5;
  const wrong = (bottom: number): number =>
    Array.from(
      { length: modules.size ** 2 },
      (_, index) => [Math.floor(index / modules.size), index % modules.size] as const,
    ).filter(([row, column]) => darkAt(row, column, bottom) !== (modules.get(row, column) !== 0)).length;
  // Its top stands about where the first line beside it begins.
  const bottoms = Array.from({ length: 60 }, (_, step) => caption.y + 2 + step / 4 - side * modules.size);
  expect(Math.min(...bottoms.map(wrong))).toBe(0);
});
