import { ValueNotStorable } from './value-not-storable.js';

/** Far below what BSON allows (100 on the server): a deeper value is a mistake, not a fact. */
export const MAX_DEPTH = 32;

type Path = (string | number)[];

/**
 * Canonical JSON (RFC 8785) of a value that survives JSON, BSON and canonical JSON unchanged; checking and writing are one
 * walk because every append pays for it. Equal to the package `canonicalize` on whatever it accepts (canonical-json.test.ts).
 *
 * @throws ValueNotStorable with the path of the first offender.
 */
export function canonicalJson(value: unknown): string {
  return write(value, []);
}

function write(value: unknown, path: Path): string {
  switch (typeof value) {
    case 'string':
      return writeString(value, path);
    case 'number':
      return writeNumber(value, path);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return value === null ? 'null' : writeContainer(value, path);
    default:
      throw refused(path, `a value of type ${typeof value}`);
  }
}

const LONE_SURROGATE = /\p{Surrogate}/u;

function writeString(value: string, path: Path): string {
  if (LONE_SURROGATE.test(value)) throw refused(path, 'a lone surrogate is not text');
  return JSON.stringify(value);
}

function writeNumber(value: number, path: Path): string {
  if (!Number.isFinite(value)) throw refused(path, `${value} is not a number of JSON`);
  if (Object.is(value, -0)) throw refused(path, 'minus zero comes back as zero');
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) throw refused(path, 'beyond 2^53 neighbours are confused');
  return String(value);
}

function writeContainer(value: object, path: Path): string {
  if (path.length >= MAX_DEPTH) throw refused(path, `nested deeper than ${MAX_DEPTH} levels`);
  return Array.isArray(value) ? writeArray(value, path) : writeObject(value, path);
}

function writeArray(value: readonly unknown[], path: Path): string {
  // The prototype of every realm's arrays is itself an array; a subclass's is not.
  if (!Array.isArray(Object.getPrototypeOf(value))) throw refused(path, 'an instance of a class');
  if (Object.keys(value).length !== value.length) throw refused(path, 'an array with holes or names');
  let text = '';
  for (let index = 0; index < value.length; index++) {
    path.push(index);
    text += (index === 0 ? '[' : ',') + write(value[index], path);
    path.pop();
  }
  return text === '' ? '[]' : text + ']';
}

function writeObject(value: object, path: Path): string {
  if (!isPlain(value)) throw refused(path, 'an instance of a class');
  if (Object.getOwnPropertySymbols(value).length > 0) throw refused(path, 'a symbol as a name');
  let text = '';
  for (const key of sortedKeys(value)) {
    path.push(key);
    const name = NAMES.get(key) ?? writeName(key, path);
    text += (text === '' ? '{' : ',') + name + write((value as Record<string, unknown>)[key], path);
    path.pop();
  }
  return text === '' ? '{}' : text + '}';
}

/** By UTF-16 code units, as RFC 8785 §3.2.3 wants and JavaScript compares. Many objects are in order already. */
function sortedKeys(value: object): readonly string[] {
  const keys = Object.keys(value);
  for (let index = 1; index < keys.length; index++) {
    if ((keys[index - 1] ?? '') > (keys[index] ?? '')) return keys.sort();
  }
  return keys;
}

/** What MongoDB, its driver or JavaScript would take for an instruction instead of a name. */
const UNSTORABLE_NAME = /^\$|\.|\0|^$|^__proto__$|^_bsontype$/;

/** The names of the log's vocabulary as they are written; bounded, since names may also come from outside. */
const NAMES = new Map<string, string>();
const MAX_NAMES = 2000;

function writeName(key: string, path: Path): string {
  if (UNSTORABLE_NAME.test(key)) throw refused(path, `${JSON.stringify(key)} is not a usable name`);
  const name = writeString(key, path) + ':';
  if (NAMES.size < MAX_NAMES) NAMES.set(key, name);
  return name;
}

/** Objects of another realm (a Jest sandbox, node:vm) are plain too: their prototype is the end of its chain. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype === null || prototype === Object.prototype) return true;
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'isPrototypeOf');
}

function refused(path: Path, reason: string): ValueNotStorable {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return new ValueNotStorable(text.replace(/^\./, ''), reason);
}
