/** A PDF file as one writes it by hand; its objects are numbered from 1 on, the first one is the catalog. */
export interface HandWritten {
  /** What stands behind `N 0 obj`. */
  readonly objects: readonly string[];
  /** Entries of the trailer beside /Size and /Root. */
  readonly trailer?: string;
  readonly size?: number;
}

/** One page, with names, strings and numbers in several spellings. */
export const onePage: readonly string[] = [
  '<<\n/Type /Catalog\n/Pages 2 0 R\n/Lang (vi-VN \\(a\\))\n/A#2FB <00fF>\n>>',
  '<<\n/Type /Pages\n/Kids [ 3 0 R ]\n/Count 1\n>>',
  '<<\n/Type /Page\n/Parent 2 0 R\n/MediaBox [ 0 0 595.2755905511812 -0.5 ]\n/Resources <<\n>>\n/Shown true\n>>',
];

const HEADER = '%PDF-1.7\n';

export function withTable({ objects, trailer = '', size = objects.length + 1 }: HandWritten): Buffer {
  const { text, offsets } = written(objects);
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`;
  return file(`${text}${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>`, text.length);
}

/** Cross-references in a stream, the last object. */
export function withStream({ objects, trailer = '' }: HandWritten): Buffer {
  const { text, offsets } = written(objects);
  const rows = [...offsets, text.length].map((offset) => [1, offset, 0]);
  return file(`${text}${references(rows, trailer)}`, text.length);
}

/** As `withStream`, but all objects stand in one container, the last object but one. */
export function withContainer({ objects, trailer = '' }: HandWritten): Buffer {
  const container = objects.length + 1;
  const places = objects.map((_, index) => {
    const offset = objects.slice(0, index).join(' ').length + Math.min(index, 1);
    return `${index + 1} ${offset} `;
  });
  const content = places.join('') + objects.join(' ');
  const dict = `/Type /ObjStm /N ${objects.length} /First ${places.join('').length} /Length ${content.length}`;
  const text = `${HEADER}${container} 0 obj\n<< ${dict} >>\nstream\n${content}\nendstream\nendobj\n`;
  const inside = objects.map((_, index) => [2, container, index]);
  const rows = [...inside, [1, HEADER.length, 0], [1, text.length, 0]];
  return file(`${text}${references(rows, trailer)}`, text.length);
}

function written(objects: readonly string[]): { readonly text: string; readonly offsets: readonly number[] } {
  let text = HEADER;
  const offsets = objects.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  return { text, offsets };
}

function references(rows: readonly (readonly number[])[], trailer: string): string {
  const all = [[0, 0, 255], ...rows].map(([kind = 0, second = 0, third = 0]) =>
    String.fromCharCode(kind, Math.floor(second / 256), second % 256, third),
  );
  const dict = `/Type /XRef /Size ${all.length} /Root 1 0 R /W [1 2 1] /Length ${all.length * 4} ${trailer}`;
  return `${rows.length} 0 obj\n<< ${dict} >>\nstream\n${all.join('')}\nendstream\nendobj`;
}

function file(text: string, start: number): Buffer {
  return Buffer.from(`${text}\nstartxref\n${start}\n%%EOF`, 'latin1');
}
