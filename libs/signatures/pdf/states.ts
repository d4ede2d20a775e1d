import { BrokenFile } from './broken-file.js';
import type { Section } from './sections.js';
import type { FileObject } from './streams.js';
import type { PdfDict, PdfValue } from './values.js';

/** A file whose objects can be asked for. */
export interface Readable {
  readonly trailer: PdfDict;
  readonly objects: { get(number: number): FileObject | undefined };
}

/** What a file said after one of its revisions. */
export interface State extends Readable {
  readonly end: number;
  readonly objects: ReadonlyMap<number, FileObject>;
  /** Numbers that this revision gave or gave anew. */
  readonly written: readonly number[];
}

/** What the file said after each of its revisions, the first one first. @throws BrokenFile */
export function statesOf(sections: readonly Section[]): readonly State[] {
  const plumbing = new Set<number>();
  const states: State[] = [];
  for (const section of sections) {
    const before = states.at(-1)?.objects ?? new Map<number, FileObject>();
    const taken = [...section.objects.keys(), ...section.plumbing].find((number) => plumbing.has(number));
    const reused = section.plumbing.find((number) => before.has(number));
    const gone = section.freed.find((number) => before.has(number) || section.objects.has(number));
    const wrong = taken ?? reused ?? gone;
    if (wrong !== undefined) throw new BrokenFile('fileBroken', `object ${wrong} is two things`);
    for (const number of section.plumbing) plumbing.add(number);
    states.push({
      end: section.end,
      trailer: section.trailer,
      objects: new Map([...before, ...section.objects]),
      written: [...section.objects.keys()],
    });
  }
  return states;
}

/** The value itself, or the one that it refers to; a reference to a reference leads nowhere. */
export function resolved({ objects }: Readable, value: PdfValue | undefined): PdfValue | undefined {
  return value?.kind === 'ref' ? objects.get(value.number)?.value : value;
}

export function dictOf(state: Readable, value: PdfValue | undefined): PdfDict | undefined {
  const found = resolved(state, value);
  return found?.kind === 'dict' ? found : undefined;
}

export function itemsOf(state: Readable, value: PdfValue | undefined): readonly PdfValue[] {
  const found = resolved(state, value);
  return found?.kind === 'array' ? found.items : [];
}

export function catalogOf(state: Readable): PdfDict | undefined {
  return dictOf(state, state.trailer.entries.get('Root'));
}
