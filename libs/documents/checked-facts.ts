import { PaperError } from './paper-error.js';
import { printableText } from './printable-text.js';

/** Longest text of one field, and most entries of one list: beyond it a paper stops being one that a person reads. */
const MAX_TEXT = 4000;
const MAX_ENTRIES = 500;

/** What a fact must be, by its path (`holder.name`); those that end in `?` may be absent. */
export type FactShape = Readonly<Record<string, FactKind | `${FactKind}?`>>;
type FactKind = 'text' | 'texts' | 'number' | 'flag' | 'entries';

const KINDS: Readonly<
  Record<FactKind, { readonly expected: string; readonly fits: (value: unknown) => boolean }>
> = {
  text: { expected: 'a text', fits: (value) => typeof value === 'string' },
  texts: {
    expected: 'a list of texts',
    fits: (value) => isList(value) && value.every((each) => typeof each === 'string'),
  },
  number: { expected: 'a number', fits: (value) => typeof value === 'number' },
  flag: { expected: 'true or false', fits: (value) => typeof value === 'boolean' },
  entries: {
    expected: 'a list of entries',
    fits: (value) => isList(value) && value.every((each) => typeof each === 'object'),
  },
};

/** Every paper of the agency is signed alike. */
export const SIGNER_SHAPE: FactShape = {
  'signer.authority': 'text?',
  'signer.title': 'text',
  'signer.name': 'text',
};

/**
 * The same facts with every text in the form in which it is printed. They come from forms and files, so the type alone proves
 * nothing. A fact that is there may not be empty: a blank on an official paper is read as a statement.
 * @throws PaperError
 */
export function checkedFacts<Facts extends object>(facts: Facts, shape: FactShape): Facts {
  for (const [path, kind] of Object.entries(shape)) checkShape(path, valueAt(facts, path), kind);
  return checkedObject(facts, '') as Facts;
}

function checkShape(field: string, value: unknown, kind: FactShape[string]): void {
  const isOptional = kind.endsWith('?');
  const { expected, fits } = KINDS[kind.replace('?', '') as FactKind];
  if (isAbsent(value)) {
    if (isOptional) return;
    throw new PaperError({ code: 'missingFact', field });
  }
  if (!fits(value)) throw new PaperError({ code: 'badFact', field, expected });
}

function valueAt(facts: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) => (value as Readonly<Record<string, unknown>> | undefined | null)?.[key],
      facts,
    );
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (isList(value) && value.length === 0);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function checkedValue(value: unknown, field: string): unknown {
  if (typeof value === 'string') return checkedText(value, field);
  if (typeof value === 'number') return checkedNumber(value, field);
  if (Array.isArray(value)) return checkedList(value, field);
  return typeof value === 'object' && value !== null ? checkedObject(value, `${field}.`) : value;
}

function checkedObject(facts: object, prefix: string): object {
  const entries = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([key, value]) => [key, checkedValue(value, `${prefix}${key}`)]));
}

function checkedList(values: readonly unknown[], field: string): unknown[] {
  if (values.length > MAX_ENTRIES) {
    throw new PaperError({ code: 'tooLong', field, limit: MAX_ENTRIES, length: values.length });
  }
  return values.map((value, index) => checkedValue(value, `${field}[${index}]`));
}

function checkedText(value: string, field: string): string {
  if (value.length > MAX_TEXT)
    throw new PaperError({ code: 'tooLong', field, limit: MAX_TEXT, length: value.length });
  const text = printableText(value, field);
  if (text === '') throw new PaperError({ code: 'missingFact', field });
  return text;
}

function checkedNumber(value: number, field: string): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new PaperError({ code: 'badFact', field, expected: 'a whole number from 0' });
}
