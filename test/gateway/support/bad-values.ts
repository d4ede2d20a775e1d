import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { Place } from './sdl.js';

/** Something a caller should not have written. */
export interface BadValue {
  readonly what: string;
  /** `missing`: the field is left out. */
  readonly value: unknown;
  readonly missing?: true;
}

/** Longer than the longest text the gateway takes anywhere. */
const OVER_LONG = 'x'.repeat(4001);
const TOO_MANY = 101;
const text = [
  { what: 'over-long text', value: OVER_LONG },
  { what: 'a control character', value: 'abcdefgh\u0007ijkl' },
  { what: 'a null character', value: 'abcdefgh\u0000ijkl' },
  { what: 'half a surrogate pair', value: 'abcdefgh\ud800ijkl' },
];
const notText = [
  { what: 'an object for a text', value: { text: 'x' } },
  { what: 'a boolean for a text', value: true },
];

const byScalar: Readonly<Record<string, readonly BadValue[]>> = {
  String: [...text, ...notText, { what: 'a number for a text', value: 42 }],
  ID: [...text, ...notText],
  Int: [
    { what: 'a text for a number', value: 'one' },
    { what: 'a fraction', value: 1.5 },
    { what: 'a negative number', value: -1 },
    { what: 'more than 32 bits', value: 2 ** 31 },
    { what: 'an object for a number', value: {} },
  ],
  Boolean: [
    { what: 'a text for a boolean', value: 'yes' },
    { what: 'a number for a boolean', value: 1 },
  ],
  DateTime: [
    { what: 'an instant that does not exist', value: '2026-02-30T00:00:00Z' },
    { what: 'an hour that does not exist', value: '2026-02-28T25:00:00Z' },
    { what: 'a date for an instant', value: '2026-11-16' },
    { what: 'an instant without its offset', value: '2026-11-16T09:00:00' },
    { what: 'a number for an instant', value: 1_794_000_000 },
  ],
  LocalDate: [
    { what: 'a date that does not exist', value: '2026-02-30' },
    { what: 'a date as people write it', value: '16/11/2026' },
    { what: 'a number for a date', value: 20_261_116 },
  ],
  JSONObject: [
    { what: 'a text for a JSON object', value: 'text' },
    { what: 'a list for a JSON object', value: [] },
    { what: 'a number for a JSON object', value: 42 },
    { what: 'thirteen levels of JSON', value: nested(13) },
  ],
};

/** All that is wrong whatever the field means. @throws when a scalar is new here: say what is wrong for it. */
export function badValuesFor({ type, required }: Place, sample: unknown): readonly BadValue[] {
  const missing = { what: 'left out', value: undefined, missing: true } as const;
  const absent = isNonNullType(type) ? [{ what: 'null', value: null }] : [];
  return [...(required ? [missing] : []), ...absent, ...empty({ type, required }), ...wrong(type, sample)];
}

function empty({ type, required }: Pick<Place, 'type' | 'required'>): readonly BadValue[] {
  const name = String(type).replace('!', '');
  return required && (name === 'String' || name === 'ID') ? [{ what: 'an empty text', value: '' }] : [];
}

function wrong(type: GraphQLInputType, sample: unknown): readonly BadValue[] {
  if (isNonNullType(type)) return wrong(type.ofType, sample);
  if (isListType(type)) return wrongList(sample);
  if (isEnumType(type)) {
    return [
      { what: 'a term that does not exist', value: 'NO_SUCH_TERM' },
      { what: 'a number for a term', value: 42 },
    ];
  }
  if (isInputObjectType(type)) {
    return [
      { what: 'a text for an input', value: 'text' },
      { what: 'a field nobody knows', value: { ...Object(sample), unheardOf: 1 } },
    ];
  }
  const values = byScalar[type.name];
  if (values === undefined) throw new Error(`What is wrong for the scalar ${type.name}?`);
  return values;
}

function wrongList(sample: unknown): readonly BadValue[] {
  const [item] = Array.isArray(sample) ? (sample as readonly unknown[]) : [];
  return [
    { what: 'a number for a list', value: 42 },
    { what: 'null in a list', value: [null] },
    { what: `${TOO_MANY} items`, value: Array.from({ length: TOO_MANY }, () => item) },
  ];
}

function nested(levels: number): object {
  return levels === 1 ? { end: 1 } : { in: nested(levels - 1) };
}
