import { createHash } from 'node:crypto';

/** A small valid PDF with one line of text that says which paper it stands for: what a person would have scanned. */
export function samplePaper(title: string): Uint8Array<ArrayBuffer> {
  const line = title
    .normalize('NFD')
    .replaceAll(/[^\x20-\x7e]/gu, '')
    .replaceAll(/[()\\]/gu, ' ');
  const content = `BT /F1 14 Tf 72 760 Td (Hoso demonstration: ${line}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const id = createHash('md5').update(text).digest('hex');
  text += `xref\n0 6\n0000000000 65535 f \n${rows}trailer\n<< /Size 6 /Root 1 0 R /ID [<${id}> <${id}>] >>\nstartxref\n${text.length}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}
