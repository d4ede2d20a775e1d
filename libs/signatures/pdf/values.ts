/** What a PDF file is written in (ISO 32000-1, 7.3). Numbers stay as they are written. */
export type PdfValue =
  | { readonly kind: 'word' | 'number' | 'name'; readonly text: string }
  /** Bytes, a character each, and how they stand in the file. */
  | { readonly kind: 'string'; readonly text: string; readonly source: string }
  | PdfRef
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | PdfDict;

export interface PdfRef {
  readonly kind: 'ref';
  readonly number: number;
}

export interface PdfDict {
  readonly kind: 'dict';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

/** The same text for the same value, however it was spaced, escaped and ordered. */
export function shown(value: PdfValue): string {
  switch (value.kind) {
    case 'word':
    case 'number':
      return value.text;
    case 'name':
      return `/${JSON.stringify(value.text)}`;
    case 'string':
      return JSON.stringify(value.text);
    case 'ref':
      return `${value.number} R`;
    case 'array':
      return `[${value.items.map(shown).join(' ')}]`;
    case 'dict':
      return `<<${[...value.entries]
        .map(([key, one]) => `${JSON.stringify(key)} ${shown(one)}`)
        .sort()
        .join(' ')}>>`;
  }
}

export function isEqual(one: PdfValue | undefined, other: PdfValue): boolean {
  return one === other || (one !== undefined && shown(one) === shown(other));
}

export function isName(value: PdfValue | undefined, text: string): boolean {
  return value?.kind === 'name' && value.text === text;
}

/** Undefined where it is no whole number. */
export function integerOf(value: PdfValue | undefined): number | undefined {
  return value?.kind === 'number' && /^\d{1,10}$/u.test(value.text) ? Number(value.text) : undefined;
}

const UTF_16 = '\xFE\xFF';

/** Text of a string: UTF-16 where it begins with its mark, else a byte each. */
export function textOf(value: PdfValue | undefined): string {
  if (value?.kind !== 'string') return '';
  const { text } = value;
  if (!text.startsWith(UTF_16) || text.length % 2 !== 0) return text;
  return Buffer.from(text.slice(UTF_16.length), 'latin1').swap16().toString('utf16le');
}

export function withEntry({ entries }: PdfDict, key: string, value: PdfValue): PdfDict {
  return { kind: 'dict', entries: new Map([...entries, [key, value]]) };
}
