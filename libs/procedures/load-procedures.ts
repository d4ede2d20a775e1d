import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type HashedProcedure, type ProcedureBook, createProcedureBook } from './book.js';
import { type ShapeCheck, createShapeCheck } from './check-shape.js';
import { checkProcedure, checkVersions } from './check.js';
import { type ProcedureFault, fault } from './fault.js';
import { type Published, readPublished, writePublished } from './load-published.js';
import { type SchemaFile, readVersions, schemaFolder } from './load-schema-folder.js';
import type { Procedure } from './procedure.js';
import { publishable } from './publishable.js';

export interface ProcedureSource {
  /** Provisional and unpublished versions decide in a demonstration only. */
  readonly demonstration: boolean;
  /** Ids of the forms there are, `aggregated-news-application@1`; absent: forms are not looked at. */
  readonly forms?: readonly string[];
  /** Default: `schemas/procedures` of the project. */
  readonly folder?: string;
}

/** Everything that is wrong with the procedures of a folder. */
export class ProcedureFaults extends Error {
  override readonly name = 'ProcedureFaults';

  constructor(readonly faults: readonly ProcedureFault[]) {
    const lines = faults.map(({ path, message }) => `  ${path}: ${message.en}`);
    super([`${faults.length} fault(s) in the procedures:`, ...lines].join('\n'));
  }
}

/**
 * Reads, checks and hashes every version. A version that may not decide here (a draft, or one with provisional figures outside a
 * demonstration) stays findable for the dossiers pinned to it, but is in force on no day.
 * @throws ProcedureFaults naming every fault of every file.
 */
export async function loadProcedures(source: ProcedureSource): Promise<ProcedureBook> {
  const folder = source.folder ?? schemaFolder('procedures');
  const [files, published] = await Promise.all([readVersions(folder), readPublished(folder)]);
  const { entries, faults } = readAll(files, source.forms);
  const all = [
    ...faults,
    ...checkVersions(entries.map(({ procedure }) => procedure)),
    ...lockFaults(entries, files, published),
  ];
  if (all.length > 0) throw new ProcedureFaults(all);
  return createProcedureBook(
    entries.map((entry) => ({ ...entry, withheld: withheldFor(entry, published, source.demonstration) })),
  );
}

/**
 * Publishes one version: from now on its content may not change.
 * @throws ProcedureFaults when it has provisional figures, or anything in the folder is faulty.
 */
export async function publishProcedure(
  reference: { readonly id: string; readonly version: string },
  folder: string = schemaFolder('procedures'),
): Promise<string> {
  const book = await loadProcedures({ demonstration: true, folder });
  const procedure = book.find(reference);
  const key = keyOf(reference);
  if (!procedure) throw new ProcedureFaults([unknownVersion(key)]);
  const objections = publishable(procedure, { demonstration: false });
  if (objections.length > 0) throw new ProcedureFaults(objections.map((objection) => within(key, objection)));
  const { hash } = book.reference(procedure);
  await writePublished(folder, { ...(await readPublished(folder)), [key]: hash });
  return hash;
}

/** SHA-256 of the canonical JSON (RFC 8785): white space and the order of keys do not count. */
export function hashOf(value: object): string {
  const canonical = canonicalize(value);
  if (canonical === undefined) throw new TypeError('Not a JSON value');
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}

function readAll(
  files: readonly SchemaFile[],
  forms: readonly string[] | undefined,
): { readonly entries: readonly HashedProcedure[]; readonly faults: readonly ProcedureFault[] } {
  const shape = createShapeCheck();
  const read = files.map((file) => readOne(file, shape, forms));
  return {
    entries: read.flatMap(({ procedure }) => (procedure ? [{ procedure, hash: hashOf(procedure) }] : [])),
    faults: read.flatMap(({ faults }) => faults),
  };
}

interface Read {
  readonly procedure?: Procedure;
  readonly faults: readonly ProcedureFault[];
}

function readOne({ key, text }: SchemaFile, shape: ShapeCheck, forms: readonly string[] | undefined): Read {
  const parsed = parse(text);
  if (parsed === undefined) return { faults: [notJson(key)] };
  const shaped = shape(parsed);
  if (!shaped.valid) return { faults: shaped.faults.map((each) => within(key, each)) };
  const { procedure } = shaped;
  const faults = [
    ...checkProcedure(procedure),
    ...nameFaults(key, procedure),
    ...formFaults(procedure, forms),
  ];
  return { procedure, faults: faults.map((each) => within(key, each)) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function nameFaults(key: string, procedure: Procedure): readonly ProcedureFault[] {
  if (keyOf(procedure) === key) return [];
  return [
    fault('version', 'wrongFileName', {
      vi: `Tên tệp phải là ${keyOf(procedure)}.json`,
      en: `The file must be named ${keyOf(procedure)}.json`,
    }),
  ];
}

function formFaults({ form }: Procedure, forms: readonly string[] | undefined): readonly ProcedureFault[] {
  if (forms === undefined || forms.includes(keyOf(form))) return [];
  return [
    fault('form', 'unknownForm', {
      vi: `Không có biểu mẫu ${keyOf(form)}`,
      en: `There is no form ${keyOf(form)}`,
    }),
  ];
}

function lockFaults(
  entries: readonly HashedProcedure[],
  files: readonly SchemaFile[],
  published: Published,
): readonly ProcedureFault[] {
  const changed = entries
    .map(({ procedure, hash }) => ({ key: keyOf(procedure), hash }))
    .filter(({ key, hash }) => Object.hasOwn(published, key) && published[key] !== hash);
  const gone = Object.keys(published).filter((key) => !files.some((file) => file.key === key));
  return [...changed.map(({ key }) => publishedChanged(key)), ...gone.map(publishedMissing)];
}

function publishedChanged(key: string): ProcedureFault {
  return fault(key, 'publishedChanged', {
    vi: 'Phiên bản đã công bố không được thay đổi; hãy lập phiên bản mới',
    en: 'A published version has been altered; write a new version instead',
  });
}

function publishedMissing(key: string): ProcedureFault {
  return fault(key, 'publishedMissing', {
    vi: 'Không tìm thấy tệp của phiên bản đã công bố',
    en: 'The file of a published version is missing',
  });
}

function unknownVersion(key: string): ProcedureFault {
  return fault(key, 'unknownVersion', { vi: 'Không có phiên bản này', en: 'There is no such version' });
}

function notJson(key: string): ProcedureFault {
  return fault(key, 'notJson', { vi: 'Tệp không phải là JSON hợp lệ', en: 'The file is not valid JSON' });
}

function withheldFor(
  { procedure }: HashedProcedure,
  published: Published,
  demonstration: boolean,
): readonly ProcedureFault[] {
  if (demonstration || Object.hasOwn(published, keyOf(procedure))) return [];
  const draft = fault('', 'notPublished', {
    vi: 'Phiên bản dự thảo, chưa được công bố',
    en: 'A draft: not published',
  });
  return [draft, ...publishable(procedure, { demonstration })];
}

function within(key: string, { path, code, message }: ProcedureFault): ProcedureFault {
  return fault(path === '' ? key : `${key}: ${path}`, code, message);
}

function keyOf({ id, version }: { readonly id: string; readonly version: string }): string {
  return `${id}@${version}`;
}
