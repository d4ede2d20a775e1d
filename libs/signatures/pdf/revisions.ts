import { type Attachments, attachmentsOf } from './attachments.js';
import { BrokenFile } from './broken-file.js';
import type { ByteRange } from './byte-range.js';
import { readSections } from './sections.js';
import { catalogOf, dictOf, itemsOf, resolved, type State, statesOf } from './states.js';
import type { FileObject } from './streams.js';
import { integerOf, isName, type PdfDict, type PdfValue, textOf } from './values.js';

/** A signature as the file's structure shows it; nothing of it is believed yet. */
export interface FoundSignature {
  readonly field: string;
  readonly range: ByteRange | undefined;
  readonly contents: Uint8Array;
  readonly subFilter: string;
  /** As in `/M`; undefined when absent or no date. */
  readonly claimedAt: Date | undefined;
  readonly reason: string;
}

export interface Opened extends Attachments {
  /** Of the newest revision. */
  readonly signatures: readonly FoundSignature[];
  /** What the file said after each revision. */
  readonly states: readonly State[];
  /** First half of the file's identifier, lower-case hex. */
  readonly id: string;
}

/** What a file says, read once from its first byte to its last. @throws BrokenFile */
export function open(bytes: Uint8Array): Opened {
  const states = statesOf(readSections(bytes));
  const last = states.at(-1);
  if (!last || !catalogOf(last)) throw new BrokenFile('fileBroken', 'there is no catalog');
  return { ...attachmentsOf(last), signatures: signaturesOf(last), states, id: idOf(last) };
}

function signaturesOf(state: State): FoundSignature[] {
  const form = dictOf(state, catalogOf(state)?.entries.get('AcroForm'));
  return itemsOf(state, form?.entries.get('Fields')).flatMap((one) => {
    const field = dictOf(state, one);
    if (!field || !isName(field.entries.get('FT'), 'Sig')) return [];
    const value = field.entries.get('V');
    const dict = dictOf(state, value);
    return dict ? [found(textOf(field.entries.get('T')), dict, rangeIn(state, value, dict))] : [];
  });
}

function found(field: string, { entries }: PdfDict, range: ByteRange | undefined): FoundSignature {
  const contents = entries.get('Contents');
  const subFilter = entries.get('SubFilter');
  return {
    field,
    range,
    contents: contents?.kind === 'string' ? Buffer.from(contents.text, 'latin1') : new Uint8Array(),
    subFilter: subFilter?.kind === 'name' ? subFilter.text : '',
    claimedAt: dateOf(entries.get('M')),
    reason: textOf(entries.get('Reason')),
  };
}

/** The room for a signature lies in the object that is its value, nowhere else. */
function rangeIn(state: State, value: PdfValue | undefined, { entries }: PdfDict): ByteRange | undefined {
  const range = rangeOf(entries.get('ByteRange'));
  const object = value?.kind === 'ref' ? state.objects.get(value.number) : undefined;
  return range && object && isWithin(range, object) ? range : undefined;
}

function isWithin({ from, to }: ByteRange, { at = from, end = to }: FileObject): boolean {
  return at < from && to < end;
}

function rangeOf(list: PdfValue | undefined): ByteRange | undefined {
  const numbers = list?.kind === 'array' ? list.items.map(integerOf) : [];
  const [start, from = 0, to = 0, length = 0] = numbers;
  const rises = [start === 0, from > 0, to > from, length > 0, numbers.length === 4];
  return rises.every(Boolean) ? { from, to, end: to + length } : undefined;
}

const DATE = /^D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/u;

function dateOf(value: PdfValue | undefined): Date | undefined {
  const parts = DATE.exec(textOf(value));
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1);
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function idOf(state: State): string {
  const first = resolved(state, itemsOf(state, state.trailer.entries.get('ID'))[0]);
  return first?.kind === 'string' ? Buffer.from(first.text, 'latin1').toString('hex') : '';
}
