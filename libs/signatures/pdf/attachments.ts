import { BrokenFile } from './broken-file.js';
import { catalogOf, dictOf, itemsOf, type State } from './states.js';
import { type Budget, decoded, type FileObject } from './streams.js';
import { isName, type PdfDict, type PdfValue, textOf } from './values.js';

export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An attachment that is there and cannot be taken out, with the reason. */
export interface AttachmentFault {
  readonly name: string;
  readonly why: string;
}

export interface Attachments {
  readonly attachments: readonly Attachment[];
  readonly faults: readonly AttachmentFault[];
}

interface Named {
  readonly name: string;
  readonly file: PdfDict | undefined;
}

/** What a file carries, wherever it names it: in its tree of names, beside its catalog (PDF/A-3), or nowhere. */
export function attachmentsOf(state: State): Attachments {
  const streams = new Map<FileObject, string>();
  const faults: AttachmentFault[] = [];
  for (const { name, file } of namedFiles(state)) {
    const shown = file ? nameOf(file) || name : name;
    const stream = file && streamOf(state, file);
    if (!stream) faults.push({ name: shown, why: 'nothing is embedded' });
    else if (!streams.has(stream)) streams.set(stream, shown);
  }
  for (const object of hidden(state, streams)) streams.set(object, '');
  const budget: Budget = { inflated: 0 };
  const read = [...streams].map(([object, name]) => readOut(object, name, budget));
  return {
    attachments: read.flatMap(({ bytes, name }) => (bytes ? [{ name, bytes }] : [])),
    faults: [...faults, ...read.flatMap(({ why, name }) => (why === undefined ? [] : [{ name, why }]))],
  };
}

function namedFiles(state: State): Named[] {
  const catalog = catalogOf(state);
  const names = dictOf(state, catalog?.entries.get('Names'));
  const beside = itemsOf(state, catalog?.entries.get('AF'));
  return [
    ...namedIn(state, names?.entries.get('EmbeddedFiles')),
    ...beside.map((one): Named => ({ name: '', file: dictOf(state, one) })),
  ];
}

function nameOf({ entries }: PdfDict): string {
  return textOf(entries.get('UF')) || textOf(entries.get('F'));
}

/** A tree of names (ISO 32000-1, 7.9.6); a branch that leads back is not followed again. */
function namedIn(state: State, branch: PdfValue | undefined): Named[] {
  const seen = new Set<PdfValue>();
  const found: Named[] = [];
  const waiting = [branch];
  while (waiting.length > 0) {
    const node = dictOf(state, waiting.pop());
    if (!node || seen.has(node)) continue;
    seen.add(node);
    const pairs = itemsOf(state, node.entries.get('Names'));
    for (let at = 0; at + 1 < pairs.length; at += 2)
      found.push({ name: textOf(pairs[at]), file: dictOf(state, pairs[at + 1]) });
    for (const one of itemsOf(state, node.entries.get('Kids'))) waiting.push(one);
  }
  return found;
}

function streamOf(state: State, { entries }: PdfDict): FileObject | undefined {
  const embedded = dictOf(state, entries.get('EF'));
  const ref = embedded?.entries.get('F') ?? embedded?.entries.get('UF');
  const object = ref?.kind === 'ref' ? state.objects.get(ref.number) : undefined;
  return object?.stream ? object : undefined;
}

/** Embedded and named by nobody: somebody else’s program may still show it. */
function hidden({ objects }: State, known: ReadonlyMap<FileObject, string>): FileObject[] {
  return [...objects.values()].filter(
    (object) =>
      !known.has(object) &&
      object.stream !== undefined &&
      object.value.kind === 'dict' &&
      isName(object.value.entries.get('Type'), 'EmbeddedFile'),
  );
}

function readOut(object: FileObject, name: string, budget: Budget) {
  const { value } = object;
  if (name === '') return { name: 'without a name', why: 'embedded, and named nowhere' };
  if (value.kind === 'dict' && value.entries.get('Subtype')?.kind !== 'name')
    return { name, why: 'no /Subtype says what it is', bytes: unpacked(object, budget).bytes };
  return { name, ...unpacked(object, budget) };
}

function unpacked(object: FileObject, budget: Budget): { bytes?: Uint8Array; why?: string } {
  try {
    return { bytes: decoded(object, budget) };
  } catch (error) {
    if (error instanceof BrokenFile) return { why: error.what };
    throw error;
  }
}
