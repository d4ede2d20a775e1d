import { PaperError } from './paper-error.js';
import { printableText } from './printable-text.js';

/** Longest text of one field, and most entries of one list: beyond it a paper stops being one that a person reads. */
const MAX_TEXT = 4000;
const MAX_ENTRIES = 500;

/**
 * The same facts with every text in the form in which it is printed. An absent fact is fine where the type says so; a present one
 * may not be empty, because a blank on an official paper is read as a statement.
 * @throws PaperError
 */
export function checkedFacts<Facts extends object>(
  facts: Facts,
  required: readonly (keyof Facts & string)[],
): Facts {
  const missing = required.find((key) => isAbsent(facts[key]));
  if (missing !== undefined) throw new PaperError({ code: 'missingFact', field: missing });
  return checkedObject(facts, '') as Facts;
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
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
