import type { Instant, LocalDate } from '#libs/kernel/time.js';
import { DAY_MS, dayOf, instantOfMs, msOfLocal } from './days.js';
import { isLocalDate } from './edition-faults.js';

const DATE_AND_TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(.*)$/;
const OFFSET = /^([+-])(0\d|1[0-4]):([0-5]\d)$/;

function offsetMs(text: string): number | undefined {
  if (text === 'Z') return 0;
  const [, sign, hours, minutes] = OFFSET.exec(text) ?? [];
  if (sign === undefined) return undefined;
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
}

/** Milliseconds of the day; `seconds` and `fraction` may be left out. */
function clockMs(clock: readonly (string | undefined)[]): number {
  const [hours, minutes, seconds = '0', fraction = '0'] = clock;
  const wholeMs = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return wholeMs + Number(fraction.padEnd(3, '0').slice(0, 3));
}

/**
 * An instant written by RFC 3339 with its offset, or a date, read as its beginning in Viet Nam. Undefined for anything else:
 * a time without an offset, 30 February, 24:00.
 */
export function parseInstant(text: string): Instant | undefined {
  if (isLocalDate(text)) return instantOfMs(msOfLocal(dayOf(text as LocalDate)));
  const [, date, ...clock] = DATE_AND_TIME.exec(text) ?? [];
  const offset = offsetMs(clock.pop() ?? '');
  if (date === undefined || offset === undefined || !isLocalDate(date)) return undefined;
  return instantOfMs(dayOf(date as LocalDate) * DAY_MS + clockMs(clock) - offset);
}
