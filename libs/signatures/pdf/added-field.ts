import { catalogOf, dictOf, itemsOf, type Readable } from './states.js';
import { isEqual, type PdfDict, type PdfValue, withEntry } from './values.js';

const SIGNATURES_EXIST_AND_APPEND_ONLY = '3';
const EMPTY_FORM: PdfDict = { kind: 'dict', entries: new Map([['Fields', { kind: 'array', items: [] }]]) };

/**
 * What a file's form and page say once they have one more signature field, by number of the object; empty where there is no catalog or no
 * page. Signatures are written and checked by it, so there is no second way to write one.
 */
export function withField(
  file: Readable,
  field: PdfValue,
  page: PdfValue | undefined,
): ReadonlyMap<number, PdfValue> {
  const grown = new Grown(file);
  grown.add(field, page);
  return grown.objects;
}

class Grown {
  readonly objects = new Map<number, PdfValue>();

  constructor(private readonly file: Readable) {}

  add(field: PdfValue, page: PdfValue | undefined): void {
    const { file } = this;
    const root = file.trailer.entries.get('Root');
    const catalog = catalogOf(file);
    const node = dictOf(file, page);
    if (!catalog || !node || page?.kind !== 'ref') return;
    const form = dictOf(file, catalog.entries.get('AcroForm')) ?? EMPTY_FORM;
    const fields = this.listWith(form, 'Fields', field);
    const flags: PdfValue = { kind: 'number', text: SIGNATURES_EXIST_AND_APPEND_ONLY };
    this.put(root, this.entryWith(catalog, 'AcroForm', withEntry(fields, 'SigFlags', flags)));
    this.put(page, this.listWith(node, 'Annots', field));
  }

  private listWith(dict: PdfDict, key: string, more: PdfValue): PdfDict {
    const items = [...itemsOf(this.file, dict.entries.get(key)), more];
    return this.entryWith(dict, key, { kind: 'array', items });
  }

  /** In its place where the entry is direct, else as the object that it refers to. */
  private entryWith(dict: PdfDict, key: string, value: PdfValue): PdfDict {
    const now = dict.entries.get(key);
    if (now?.kind !== 'ref') return withEntry(dict, key, value);
    this.put(now, value);
    return dict;
  }

  private put(ref: PdfValue | undefined, value: PdfValue): void {
    if (ref?.kind !== 'ref') return;
    const before = this.file.objects.get(ref.number);
    if (!isEqual(before?.value, value)) this.objects.set(ref.number, value);
  }
}
