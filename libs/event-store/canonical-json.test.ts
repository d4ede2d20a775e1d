import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import mongoose from 'mongoose';
import { canonicalJson, MAX_DEPTH } from './canonical-json.js';
import { ValueNotStorable } from './value-not-storable.js';

const { BSON } = mongoose.mongo;

/** Whatever fast-check can think of, `undefined`, dates, maps, class instances and lone surrogates included. */
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withBoxedValues: true,
  withNullPrototype: true,
  withObjectString: true,
  withSparseArray: true,
  withTypedArray: true,
  maxDepth: 4,
});
const name = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .filter((key) => !/^\$|\.|\0|^__proto__$/.test(key));
const fact = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.string({ unit: 'grapheme' }),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, min: -9e15, max: 9e15 }).map((x) => x + 0),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(name, tie('value'), { maxKeys: 6, noNullPrototype: true }),
  ),
})).value;

function accepted(value: unknown): string | undefined {
  try {
    return canonicalJson(value);
  } catch (error) {
    if (error instanceof ValueNotStorable) return undefined;
    throw error;
  }
}

describe('canonicalJson', () => {
  it('writes every storable value exactly as the reference implementation of RFC 8785', () => {
    fc.assert(
      fc.property(fact, (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      { numRuns: 2000 },
    );
  });

  it('accepts only what comes back unchanged from JSON and from BSON', () => {
    fc.assert(
      fc.property(fc.oneof(anything, fact), (value) => {
        const text = accepted(value);
        fc.pre(text !== undefined);
        expect(text).toBe(canonicalize(value));
        expect(canonicalize(JSON.parse(text))).toBe(text);
        const back: unknown = BSON.deserialize(BSON.serialize({ value }))['value'];
        expect(back).toEqual(JSON.parse(text));
        expect(canonicalize(back)).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });

  it('never fails on anything but by naming the offender', () => {
    fc.assert(
      fc.property(anything, (value) => {
        accepted(value);
      }),
      { numRuns: 3000 },
    );
  });
});

class Area {
  readonly hectares = 3;
}

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

/** Each would be lost, changed or taken for something else on the way to the log and back. */
const UNSTORABLE: readonly (readonly [string, unknown, string])[] = [
  ['an absent property', { a: { b: undefined } }, 'a.b'],
  ['an absent element', { a: [1, undefined] }, 'a[1]'],
  ['a hole', { a: Object.assign([], { length: 2 }) }, 'a'],
  ['NaN', { a: Number.NaN }, 'a'],
  ['infinity', { a: [{ b: Number.POSITIVE_INFINITY }] }, 'a[0].b'],
  ['minus zero', { a: -0 }, 'a'],
  ['an integer beyond 2^53', { a: 2 ** 53 }, 'a'],
  ['a large double', { a: 1e300 }, 'a'],
  ['a date', { a: new Date(0) }, 'a'],
  ['a map', { a: new Map() }, 'a'],
  ['bytes', { a: new Uint8Array(1) }, 'a'],
  ['a big integer', { a: 1n }, 'a'],
  ['a function', { a: () => 1 }, 'a'],
  ['a symbol', { a: Symbol('a') }, 'a'],
  ['a symbolic name', { a: { [Symbol('a')]: 1 } }, 'a'],
  ['a class instance', { a: new Area() }, 'a'],
  ['a boxed string', { a: Object('text') as unknown }, 'a'],
  ['a lone surrogate', { a: 'x\ud800' }, 'a'],
  ['a lone surrogate in a name', { a: { 'x\udc00': 1 } }, 'a.x\udc00'],
  ['an operator', { a: { $set: 1 } }, 'a.$set'],
  ['a dotted name', { 'a.b': 1 }, 'a.b'],
  ['an empty name', { a: { '': 1 } }, 'a.'],
  ['NUL in a name', { 'a\0': 1 }, 'a\0'],
  ['a prototype', JSON.parse('{"a":{"__proto__":1}}'), 'a.__proto__'],
  ["the driver's type mark", { a: { _bsontype: 'ObjectId' } }, 'a._bsontype'],
  ['too much depth', nested(MAX_DEPTH + 1), '[0]'.repeat(MAX_DEPTH)],
];

describe('a value that cannot be recorded', () => {
  it.each(UNSTORABLE)('is refused with its path: %s', (_what, value, path) => {
    expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ name: 'ValueNotStorable', path }));
  });

  it('is not confused with what may be recorded', () => {
    const value = { a: [nested(20), '\0', '😀', 0.1, 2 ** 53 - 1, null], Tỉnh: { 10: 'x', 9: 'y' } };
    expect(canonicalJson(value)).toBe(canonicalize(value));
  });
});
