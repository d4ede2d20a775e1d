import type { CalendarEdition } from './edition.js';
import { WEEKDAYS } from './edition.js';
import { checkEdition, type CalendarFault } from './edition-faults.js';

type Report = (path: string, message: string) => void;
/** Looks at the shape of a value at a path and reports what is not as it should be. */
type Shape = (value: unknown, path: string, report: Report) => void;

const text: Shape = (value, path, report) => {
  if (typeof value !== 'string') report(path, 'must be a text');
};

const unknownField: Shape = (_, path, report) => report(path, 'is unknown here');

function oneOf(...known: readonly string[]): Shape {
  return (value, path, report) => {
    if (typeof value !== 'string' || !known.includes(value))
      report(path, `must be one of ${known.join(', ')}`);
  };
}

function listOf(shape: Shape): Shape {
  return (value, path, report) => {
    if (Array.isArray(value))
      value.forEach((entry: unknown, index) => shape(entry, `${path}[${index}]`, report));
    else report(path, 'must be a list');
  };
}

type Fields = Readonly<Record<string, Shape>>;

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object with all of the first fields, any of the second, and nothing else. */
function record(required: Fields, optional: Fields = {}): Shape {
  const shapes = new Map<string, Shape>([...Object.entries(optional), ...Object.entries(required)]);
  return (value, path, report) => {
    if (!isObject(value)) return report(path, 'must be an object');
    const given = new Map<string, unknown>(Object.entries(value).filter(([, entry]) => entry !== undefined));
    for (const name of new Set([...Object.keys(required), ...given.keys()])) {
      const shape = shapes.get(name) ?? unknownField;
      shape(given.get(name), path === '' ? name : `${path}.${name}`, report);
    }
  };
}

const sessions = listOf(record({ opens: text, closes: text }));
const name = record({ vi: text, en: text });
const sourced = { source: text, certainty: oneOf('verified', 'secondary', 'provisional', 'officeRule') };
const kind = oneOf('holiday', 'substitute', 'swap', 'closure');
const byWeekday = record(Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, sessions])));

const edition = record(
  {
    id: text,
    version: text,
    name,
    validFrom: text,
    validTo: text,
    workingHours: listOf(record({ byWeekday, ...sourced }, { season: record({ from: text, to: text }) })),
    yearly: listOf(record({ monthDay: text, name, ...sourced }, { from: text, to: text })),
    holidays: listOf(record({ on: text, name, kind, ...sourced }, { sessions })),
    makeUpDays: listOf(record({ on: text, insteadOf: text, name, ...sourced })),
  },
  { hash: text, agency: text, replaces: text, announcedAt: text, forecastFrom: text },
);

/** An edition from a file: shape first, then sense, all faults of the first kind or all of the second at once. */
export function readEdition(
  input: unknown,
): { readonly edition: CalendarEdition } | { readonly faults: readonly CalendarFault[] } {
  const faults: CalendarFault[] = [];
  edition(input, '', (path, message) => faults.push({ path, code: 'shape', message }));
  if (faults.length > 0) return { faults };
  const read = input as CalendarEdition;
  const sense = checkEdition(read);
  return sense.length > 0 ? { faults: sense } : { edition: read };
}
