import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { Instant } from '#libs/kernel/time.js';
import { localDayOf } from './days.js';
import type { DeadlineQuestion, Pause } from './deadline.js';
import { isCountable, type DurationUnit } from './duration.js';
import { faultTexts, type FaultCode } from './fault-texts.js';
import { parseInstant } from './instant-input.js';

/** What is wrong with a question, by the field it came in. */
export interface QuestionFault {
  readonly field: string;
  readonly code: FaultCode;
  readonly message: Bilingual;
}

export interface QuestionInput {
  readonly question: DeadlineQuestion;
  readonly agency?: string;
}

type Report = (field: string, code: FaultCode) => void;
type Fields = Readonly<Record<string, unknown>>;

const INPUT_UNITS: ReadonlyMap<unknown, DurationUnit> = new Map<unknown, DurationUnit>([
  [undefined, 'workingDays'],
  ['working', 'workingDays'],
  ['workingHours', 'workingHours'],
  ['hours', 'hours'],
  ['calendar', 'calendarDays'],
  ['weeks', 'weeks'],
  ['months', 'months'],
  ['years', 'years'],
]);
const INPUT_FIELDS = new Set(['from', 'days', 'unit', 'agency', 'rule', 'pauses']);
const PAUSE_FIELDS = new Set(['from', 'to', 'reason']);

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readInstant(value: unknown, field: string, report: Report): Instant | undefined {
  const instant = typeof value === 'string' ? parseInstant(value) : undefined;
  if (instant === undefined) report(field, value === undefined ? 'missing' : 'notAnInstant');
  return instant;
}

/** A pause end given by its date alone, on the day of the start, does not lie before the start. */
function lifted(
  read: Instant | undefined,
  written: unknown,
  start: Instant | undefined,
): Instant | undefined {
  if (read === undefined || start === undefined || read >= start) return read;
  const isDate = typeof written === 'string' && written.length === 10;
  return isDate && localDayOf(read) === localDayOf(start) ? start : read;
}

interface PausePlace {
  readonly field: string;
  readonly start: Instant | undefined;
}

function readPauseEnd(
  pause: Fields,
  { field, start }: PausePlace,
  report: Report,
): Pick<Pause, 'to'> | undefined {
  const written = pause['to'];
  if (written === undefined || written === null) return {};
  const to = lifted(readInstant(written, `${field}.to`, report), written, start);
  return to === undefined ? undefined : { to };
}

function readPause(pause: unknown, place: PausePlace, report: Report): Pause[] {
  const { field, start } = place;
  if (!isFields(pause)) {
    report(field, 'notAnObject');
    return [];
  }
  for (const name of Object.keys(pause))
    if (!PAUSE_FIELDS.has(name)) report(`${field}.${name}`, 'unknownField');
  const from = lifted(readInstant(pause['from'], `${field}.from`, report), pause['from'], start);
  const end = readPauseEnd(pause, place, report);
  if (from === undefined || end === undefined) return [];
  return [{ from, ...end, reason: typeof pause['reason'] === 'string' ? pause['reason'] : 'supplement' }];
}

function readPauses(value: unknown, start: Instant | undefined, report: Report): Pause[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) {
    return value.flatMap((pause: unknown, index) =>
      readPause(pause, { field: `pauses[${index}]`, start }, report),
    );
  }
  report('pauses', 'notAList');
  return [];
}

function readLimit({ days, unit }: Fields, report: Report): DeadlineQuestion['limit'] {
  const known = INPUT_UNITS.get(unit);
  if (known === undefined) report('unit', 'unknownUnit');
  if (typeof days !== 'number') report('days', days === undefined ? 'missing' : 'notANumber');
  const limit = { amount: typeof days === 'number' ? days : 1, unit: known ?? 'workingHours' };
  if (!isCountable(limit) || limit.amount === 0) report('days', 'notCountable');
  return limit;
}

function readAgency(agency: unknown, report: Report): { readonly agency?: string } {
  if (typeof agency === 'string') return { agency };
  if (agency !== undefined) report('agency', 'unknownAgency');
  return {};
}

function readRule(value: unknown, report: Report): 'resume' | 'restart' {
  if (value !== undefined && value !== 'resume' && value !== 'restart') report('rule', 'unknownRule');
  return value === 'restart' ? 'restart' : 'resume';
}

function checkPauses({ startedAt, pauses }: DeadlineQuestion, report: Report): void {
  pauses.forEach(({ from, to }, index) => {
    if (from < startedAt) report(`pauses[${index}].from`, 'beforeStart');
    if (to !== undefined && to < from) report(`pauses[${index}].to`, 'endBeforeStart');
  });
}

/** One question as it comes from a file or a command line; all faults at once, and none is repaired. */
export function readQuestion(input: unknown): QuestionInput | { readonly faults: readonly QuestionFault[] } {
  const faults: QuestionFault[] = [];
  const report: Report = (field, code) => faults.push({ field, code, message: faultTexts[code] });
  if (!isFields(input))
    return { faults: [{ field: '', code: 'notAnObject', message: faultTexts.notAnObject }] };
  for (const name of Object.keys(input)) if (!INPUT_FIELDS.has(name)) report(name, 'unknownField');
  const startedAt = readInstant(input['from'], 'from', report);
  const pauses = readPauses(input['pauses'], startedAt, report);
  const limit = readLimit(input, report);
  const regime = readRule(input['rule'], report);
  const agency = readAgency(input['agency'], report);
  if (startedAt === undefined) return { faults };
  const question = { startedAt, limit, pauses, regime };
  checkPauses(question, report);
  return faults.length > 0 ? { faults } : { question, ...agency };
}
