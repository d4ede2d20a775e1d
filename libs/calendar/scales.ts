import type { Calendar } from './calendar.js';
import { FIRST_DAY, LAST_DAY, type Sitting } from './day-tables.js';
import { DAY_MS, localDayOfMs, msOfLocal } from './days.js';

/** Where a limit ends: the day, the close of office on it, and the instant from which on it is over. All in milliseconds. */
export interface End {
  readonly day: number;
  readonly dueMs: number;
  readonly lapsesMs: number;
  /** The calendar was asked about the days after this one. */
  readonly askedAfter: number;
}

/**
 * A measure along which a limit is used up. `position` says how much has been used up at an instant since a fixed origin, so
 * that what lies between two instants is a difference; `end` finds the instant back.
 */
export interface Scale {
  readonly perUnit: number;
  position(ms: number): number;
  end(position: number, startMs: number): End;
  /** The instant at which a fraction of the limit is used up, for reminders. */
  instantAt(position: number): number;
}

const HOUR_MS = 3_600_000;

/** @throws RangeError for a day outside the tables: a limit of such length is an error of the caller. */
export function indexOf(day: number): number {
  if (day >= FIRST_DAY && day <= LAST_DAY) return day - FIRST_DAY;
  throw new RangeError(`The calendar answers for the years 2000 to 2099; asked about day ${day}`);
}

function nth(days: Int32Array, position: number): number {
  const index = days[position];
  if (index === undefined || index < 0) throw new RangeError('The limit leaves the years 2000 to 2099');
  return index + FIRST_DAY;
}

export function isWorking(calendar: Calendar, day: number): boolean {
  return sittingsOn(calendar, day).length > 0;
}

export function sittingsOn(calendar: Calendar, day: number): readonly Sitting[] {
  return calendar.tables.sittings[indexOf(day)] ?? [];
}

export function workingThrough(calendar: Calendar, day: number): number {
  return calendar.tables.workingThrough[indexOf(day)] ?? 0;
}

export function nthWorkingDay(calendar: Calendar, n: number): number {
  return nth(calendar.tables.workingDays, n);
}

/** The day itself, or the next working day after it (Civil Code 2015 Art. 148(5)). */
export function rolled(calendar: Calendar, day: number): number {
  return isWorking(calendar, day) ? day : nthWorkingDay(calendar, workingThrough(calendar, day) + 1);
}

function closeOf(calendar: Calendar, day: number): number {
  const closes = sittingsOn(calendar, day).at(-1)?.closes;
  return closes === undefined ? msOfLocal(day + 1) : msOfLocal(day, closes);
}

/** A limit in days ends at 24:00 (Art. 148(6)); the office can hand something out until it closes. */
function endOfDay(calendar: Calendar, day: number, askedAfter: number): End {
  return { day, dueMs: closeOf(calendar, day), lapsesMs: msOfLocal(day + 1), askedAfter };
}

function endAt(ms: number, askedAfter: number): End {
  return { day: localDayOfMs(ms), dueMs: ms, lapsesMs: ms, askedAfter };
}

/** Whether an end leans on days for which no notice was issued, or which could not be confirmed. */
export function leansOnForecast({ tables }: Calendar, { askedAfter, day }: End): boolean {
  return (tables.forecastThrough[indexOf(day)] ?? 0) > (tables.forecastThrough[indexOf(askedAfter)] ?? 0);
}

/** The instant at which a share of a day's office time is over. */
function withinDay(calendar: Calendar, day: number, share: number): number {
  const sittings = sittingsOn(calendar, day);
  let rest = share * sittings.reduce((sum, { opens, closes }) => sum + closes - opens, 0);
  for (const { opens, closes } of sittings) {
    if (rest <= closes - opens) return msOfLocal(day, opens + rest);
    rest -= closes - opens;
  }
  return closeOf(calendar, day);
}

function byWorkingDay(calendar: Calendar): Scale {
  return {
    perUnit: 1,
    position: (ms) => workingThrough(calendar, localDayOfMs(ms)),
    end(position, startMs) {
      const startDay = localDayOfMs(startMs);
      const day = nthWorkingDay(calendar, position);
      return endOfDay(calendar, day < startDay ? rolled(calendar, startDay) : day, startDay);
    },
    instantAt(position) {
      const whole = Math.floor(position);
      if (whole === position) return closeOf(calendar, nthWorkingDay(calendar, whole));
      return withinDay(calendar, nthWorkingDay(calendar, whole + 1), position - whole);
    },
  };
}

function byCalendarDay(calendar: Calendar): Scale {
  return {
    perUnit: 1,
    position: localDayOfMs,
    end: (position) => endOfDay(calendar, rolled(calendar, position), position - 1),
    instantAt: (position) => Math.round(msOfLocal(0) + (position + 1) * DAY_MS),
  };
}

function bySitting(calendar: Calendar): Scale {
  const { sittingsThrough, sittingDays } = calendar.tables;
  const through = (day: number): number => sittingsThrough[indexOf(day)] ?? 0;
  const find = (position: number): { day: number; sitting: Sitting } => {
    const day = nth(sittingDays, position);
    const sittings = sittingsOn(calendar, day);
    const sitting = sittings[position - through(day) + sittings.length - 1] ?? { opens: 0, closes: 1440 };
    return { day, sitting };
  };
  const closeOfSitting = (position: number): number => {
    const { day, sitting } = find(position);
    return msOfLocal(day, sitting.closes);
  };
  return {
    perUnit: 2,
    position(ms) {
      const day = localDayOfMs(ms);
      const toCome = sittingsOn(calendar, day).filter(({ opens }) => msOfLocal(day, opens) > ms);
      return through(day) - toCome.length;
    },
    end: (position, startMs) => endAt(Math.max(closeOfSitting(position), startMs), localDayOfMs(startMs)),
    instantAt(position) {
      const whole = Math.floor(position);
      if (whole === position) return closeOfSitting(whole);
      const { day, sitting } = find(whole + 1);
      return msOfLocal(day, sitting.opens + (sitting.closes - sitting.opens) * (position - whole));
    },
  };
}

function byHour(): Scale {
  return {
    perUnit: HOUR_MS,
    position: (ms) => ms,
    end: (position) => endAt(position, localDayOfMs(position)),
    instantAt: (position) => Math.round(position),
  };
}

/** Length of office time between a sitting's opening and an instant, never more than the sitting. */
function spent(day: number, { opens, closes }: Sitting, ms: number): number {
  return Math.min(Math.max(ms - msOfLocal(day, opens), 0), (closes - opens) * 60_000);
}

/** The first index whose running sum reaches a value. */
function firstReaching(sums: Int32Array, value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}

function byWorkingHour(calendar: Calendar): Scale {
  const { minutesThrough } = calendar.tables;
  const before = (day: number): number => (minutesThrough[indexOf(day) - 1] ?? 0) * 60_000;
  const instantAt = (position: number): number => {
    const day = firstReaching(minutesThrough, position / 60_000) + FIRST_DAY;
    let rest = position - before(day);
    for (const { opens, closes } of sittingsOn(calendar, day)) {
      const length = (closes - opens) * 60_000;
      if (rest <= length) return Math.round(msOfLocal(day, opens) + rest);
      rest -= length;
    }
    throw new RangeError('The limit leaves the years 2000 to 2099');
  };
  return {
    perUnit: HOUR_MS,
    position(ms) {
      const day = localDayOfMs(ms);
      return sittingsOn(calendar, day).reduce((sum, sitting) => sum + spent(day, sitting, ms), before(day));
    },
    end: (position, startMs) => endAt(Math.max(instantAt(position), startMs), localDayOfMs(startMs)),
    instantAt,
  };
}

export const scales = { byWorkingDay, byCalendarDay, bySitting, byHour, byWorkingHour };
