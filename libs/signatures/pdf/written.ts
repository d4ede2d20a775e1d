import type { PdfDict, PdfValue } from './values.js';

/** What a name may not hold as it is: delimiters, the sign of an escape, whatever is no printed ASCII (ISO 32000-1, 7.3.5). */
const ESCAPED_IN_NAMES = /[^!-~]|[#()<>[\]{}/%]/gu;

/** A value as it is written into a file, in the spacing of the library that draws our papers. */
export function written(value: PdfValue): string {
  switch (value.kind) {
    case 'word':
    case 'number':
      return value.text;
    case 'name':
      return nameText(value.text);
    case 'string':
      return value.source;
    case 'ref':
      return `${value.number} 0 R`;
    case 'array':
      return listText(value.items.map(written));
    case 'dict':
      return dictText([...value.entries].map(([key, one]) => [key, written(one)]));
  }
}

/** A key and its value, written already. */
export type WrittenEntry = readonly [key: string, written: string | number];

export function listText(items: readonly (string | number)[]): string {
  return ['[', ...items, ']'].join(' ');
}

export function dictText(entries: readonly WrittenEntry[]): string {
  return `<<\n${entries.map(([key, one]) => `${nameText(key)} ${one}\n`).join('')}>>`;
}

/** The entries of a dictionary under these keys, where it has them. */
export function entriesText({ entries }: PdfDict, keys: readonly string[]): WrittenEntry[] {
  return keys.flatMap((key) => {
    const value = entries.get(key);
    return value ? [[key, written(value)]] : [];
  });
}

function nameText(name: string): string {
  const text = name.replaceAll(
    ESCAPED_IN_NAMES,
    (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );
  return `/${text}`;
}
