/** A value of ASN.1 in its distinguished encoding (X.690): one way to write everything, or it is not read. */
export interface Der {
  readonly tag: number;
  readonly content: Uint8Array;
  /** With its tag and length. */
  readonly whole: Uint8Array;
}

export const tags = {
  integer: 0x02,
  octets: 0x04,
  nothing: 0x05,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
  context1: 0xa1,
} as const;

/** The value that begins here; what follows it is left alone. @throws TypeError */
export function readDer(bytes: Uint8Array, at = 0): Der {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || (tag & LONG_TAG) === LONG_TAG)
    throw new TypeError('not DER');
  const digits = bytes.subarray(at + 2, at + 2 + (first < LONG_LENGTH ? 0 : first & 0x7f));
  const length = first < LONG_LENGTH ? first : lengthIn(digits);
  const start = at + 2 + digits.length;
  if (start + length > bytes.length) throw new TypeError('longer than its room');
  return { tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) };
}

const LONG_TAG = 0x1f;
const LONG_LENGTH = 0x80;

/** A length that does not fit into seven bits, in as few bytes as it needs. */
function lengthIn(digits: Uint8Array): number {
  const length = digits.reduce((sum, byte) => sum * 256 + byte, 0);
  if (digits.length > 4 || length < LONG_LENGTH || digits[0] === 0) throw new TypeError('not DER');
  return length;
}

/** The values that stand in one, to its last byte. @throws TypeError */
export function childrenOf({ content }: Der): Der[] {
  const children: Der[] = [];
  for (let at = 0; at < content.length;) {
    const child = readDer(content, at);
    children.push(child);
    at += child.whole.length;
  }
  return children;
}

/** @throws TypeError when it is of another kind, or absent */
export function expectTag(value: Der | undefined, tag: number): Der {
  if (value?.tag !== tag) throw new TypeError('another kind of value');
  return value;
}

export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content]);
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length];
  const digits: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  return [0x80 | digits.length, ...digits];
}

/** A number below 128. */
export function smallInteger(value: number): Uint8Array {
  return der(tags.integer, Uint8Array.from([value]));
}

export function oidOf(text: string): Uint8Array {
  const oid = knownOids.get(text) ?? encodedOid(text);
  knownOids.set(text, oid);
  return oid;
}

/** As many as this software has names for. */
const knownOids = new Map<string, Uint8Array>();

function encodedOid(text: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  return der(tags.oid, Uint8Array.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(number: number): number[] {
  const digits = [number % 128];
  for (let rest = Math.floor(number / 128); rest > 0; rest = Math.floor(rest / 128))
    digits.unshift((rest % 128) | 0x80);
  return digits;
}

export function isOid(value: Der | undefined, text: string): boolean {
  return value !== undefined && Buffer.compare(value.whole, oidOf(text)) === 0;
}
