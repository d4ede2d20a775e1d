import { type GraphQLInputField, type GraphQLInputType, isEnumType, isInputObjectType } from 'graphql';
import { heart, type Operation, type Path } from './sdl.js';

/** What stands for a field of this name, where its type alone says too little. `undefined`: better left out. */
export type Known = Readonly<Record<string, unknown>>;

const byScalar: Readonly<Record<string, unknown>> = {
  String: 'Gió Biển',
  ID: 'sample-1',
  Int: 1,
  Boolean: true,
  DateTime: '2026-11-16T09:00:00+07:00',
  LocalDate: '2026-11-16',
  JSONObject: {},
};

/** Arguments that no guard objects to, optional ones included. A field that is new gets one too, by its type. */
export function sampleArgs({ field }: Operation, known: Known): Record<string, unknown> {
  return Object.fromEntries(
    field.args.filter(isTold(known)).map(({ name, type }) => [name, sampleOf({ name, type }, known)]),
  );
}

function isTold(known: Known): (field: { readonly name: string }) => boolean {
  return ({ name }) => !Object.hasOwn(known, name) || known[name] !== undefined;
}

function sampleOf(
  { name, type }: { readonly name: string; readonly type: GraphQLInputType },
  known: Known,
): unknown {
  const { type: inner, inList } = heart(type);
  if (isInputObjectType(inner)) {
    const fields: readonly GraphQLInputField[] = Object.values(inner.getFields()).filter(isTold(known));
    const value = Object.fromEntries(fields.map((field) => [field.name, sampleOf(field, known)]));
    return inList ? [value] : value;
  }
  const value = known[name] ?? (isEnumType(inner) ? inner.getValues()[0]?.name : byScalar[inner.toString()]);
  return inList ? [value] : value;
}

/** A copy in which one place says something else, or nothing. */
export function withValue(
  whole: unknown,
  [step, ...rest]: Path,
  put: { readonly value: unknown; readonly missing?: true },
): unknown {
  if (step === undefined) return put.value;
  if (Array.isArray(whole)) {
    return whole.map((item, index) => (index === step ? withValue(item, rest, put) : (item as unknown)));
  }
  const { [step]: inner, ...others } = Object(whole) as Record<string, unknown>;
  if (rest.length === 0 && put.missing === true) return others;
  return { ...others, [step]: withValue(inner, rest, put) };
}

export function valueAt(whole: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => Reflect.get(Object(value) as object, step), whole);
}
