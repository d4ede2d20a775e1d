import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';
import { instantFromEpoch } from '#libs/kernel/time.js';

const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

function text(name: string, read: (text: string) => string) {
  return {
    parseValue(value: unknown): string {
      if (typeof value !== 'string') throw new GraphQLError(`${name} must be a string`);
      return read(value);
    },
    serialize(value: unknown): string {
      if (typeof value !== 'string') throw new TypeError(`${name} is kept as text`);
      return value;
    },
  };
}

export const DateTimeScalar = new GraphQLScalarType({
  name: 'DateTime',
  description:
    'An instant with its offset from UTC (RFC 3339), as `2026-11-16T09:00:00+07:00`. Answers are in UTC.',
  ...text('DateTime', (written) => {
    const date = INSTANT.exec(written)?.[1];
    const epoch = Date.parse(written);
    if (date === undefined || !isCalendarDate(date) || Number.isNaN(epoch)) {
      throw new GraphQLError('DateTime must be an existing instant, as 2026-11-16T09:00:00+07:00');
    }
    return instantFromEpoch(epoch);
  }),
});

export const LocalDateScalar = new GraphQLScalarType({
  name: 'LocalDate',
  description: 'A date of the civil calendar in Viet Nam, as `2026-11-16`.',
  ...text('LocalDate', (written) => {
    if (!isCalendarDate(written)) throw new GraphQLError('LocalDate must be an existing date, as 2026-11-16');
    return written;
  }),
});

/** The 30th of February is refused; `Date` alone would silently make it the 2nd of March. */
function isCalendarDate(written: string): boolean {
  if (!DATE.test(written)) return false;
  const epoch = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(epoch) && new Date(epoch).toISOString().startsWith(written);
}

const DEEPEST = 12;

export const JsonObjectScalar = new GraphQLScalarType({
  name: 'JSONObject',
  description:
    'A JSON object whose shape is given elsewhere, by the schema of a form or by the kind of a refusal.',
  serialize: (value) => value,
  parseValue: objectOnly,
  parseLiteral: (node, variables) => {
    if (node.kind !== Kind.OBJECT) throw new GraphQLError('JSONObject must be an object');
    return objectOnly(valueFromASTUntyped(node, variables));
  },
});

function objectOnly(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new GraphQLError('JSONObject must be an object');
  }
  if (isDeeperThan(value, DEEPEST))
    throw new GraphQLError(`JSONObject may be at most ${DEEPEST} levels deep`);
  return value;
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}
