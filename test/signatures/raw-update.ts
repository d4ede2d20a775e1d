import { open } from '#libs/signatures/pdf/revisions.js';

export interface RawUpdate {
  /** What stands behind `N 0 obj`, by number. */
  readonly objects: Readonly<Record<number, string>>;
  /** Further entries of the trailer, or others in the place of its own. */
  readonly trailer?: Readonly<Record<string, string>>;
  /** Where the table says that an object is, when it lies. */
  readonly offsets?: Readonly<Record<number, number>>;
  readonly before?: string;
}

/** An incremental update as anybody with an editor writes one: objects, a table, a trailer. */
export function withUpdate(bytes: Uint8Array, update: RawUpdate): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/u.exec(text)?.[1] ?? '0';
  let out = `${text}\n${update.before ?? ''}`;
  const rows: string[] = [];
  for (const [number, body] of Object.entries(update.objects)) {
    const at = update.offsets?.[Number(number)] ?? out.length;
    rows.push(`${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
    out += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const at = out.length;
  const trailer = {
    Size: '500',
    Root: '2 0 R',
    Info: '3 0 R',
    Prev: previous,
    ID: idOf(bytes),
    ...update.trailer,
  };
  const entries = Object.entries(trailer).map(([key, value]) => `/${key} ${value}`);
  out += `xref\n${rows.join('')}trailer\n<< ${entries.join(' ')} >>\nstartxref\n${at}\n%%EOF`;
  return Buffer.from(out, 'latin1');
}

function idOf(bytes: Uint8Array): string {
  const { id } = open(bytes);
  return `[<${id}> <${id}>]`;
}

/** How an object of the golden certificate is written now, to be written again with something changed. */
export function written(bytes: Uint8Array, number: number): string {
  const text = Buffer.from(bytes).toString('latin1');
  const start = text.lastIndexOf(`\n${number} 0 obj`);
  if (start === -1) throw new Error(`Object ${number} is not written in the open`);
  const body = text.slice(text.indexOf('obj', start) + 3, text.indexOf('endobj', start));
  return body.trim();
}

/** Places of bytes changed to others, as many as they were. */
export function replaced(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  if (!text.includes(from)) throw new Error(`${from} is not in the file`);
  return Buffer.from(text.replace(from, to.padEnd(from.length)), 'latin1');
}
