import { deflateSync, inflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';

/** The same paper with every glyph empty, as a broken subsetter leaves it: widths and text stay, the outlines are gone. */
export async function withBlankGlyphs(paper: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(paper, { updateMetadata: false });
  for (const [reference, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    const font = Buffer.from(isFlate(object) ? inflateSync(object.contents) : object.contents);
    if (!isTrueType(font)) continue;
    font.fill(0, ...tableRange(font, 'loca'));
    pdf.context.assign(reference, PDFRawStream.of(object.dict, new Uint8Array(deflateSync(font))));
  }
  return pdf.save();
}

function isFlate(stream: PDFRawStream): boolean {
  return stream.dict.get(PDFName.of('Filter'))?.toString() === '/FlateDecode';
}

function isTrueType(bytes: Buffer): boolean {
  return (
    bytes.length > 12 && (bytes.readUInt32BE(0) === 0x00010000 || bytes.toString('latin1', 0, 4) === 'true')
  );
}

function tableRange(font: Buffer, tag: string): [number, number] {
  const count = font.readUInt16BE(4);
  const records = Array.from({ length: count }, (_, index) => 12 + index * 16);
  const record = records.find((at) => font.toString('latin1', at, at + 4) === tag) ?? 0;
  const start = font.readUInt32BE(record + 8);
  return [start, start + font.readUInt32BE(record + 12)];
}
