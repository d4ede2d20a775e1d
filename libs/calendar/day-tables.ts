import type { LocalDate } from '#libs/kernel/time.js';
import { civilOfDay, dayOf, dayOfCivil, weekdayOf } from './days.js';
import {
  WEEKDAYS,
  type CalendarEdition,
  type Holiday,
  type MakeUpDay,
  type OfficeSession,
  type YearlyHoliday,
} from './edition.js';

export const FIRST_DAY = dayOfCivil({ year: 2000, month: 1, day: 1 });
export const LAST_DAY = dayOfCivil({ year: 2099, month: 12, day: 31 });
const SIZE = LAST_DAY - FIRST_DAY + 1;

/** A sitting in minutes of the local day. */
export interface Sitting {
  readonly opens: number;
  readonly closes: number;
}

export interface SpecialDay {
  readonly holiday?: Holiday | YearlyHoliday;
  readonly makeUp?: MakeUpDay;
}

/**
 * Counting as subtraction: `…Through[i]` is how many there are from the first day through day i, so that what lies between
 * two days is a difference, and the n-th one is an index. Index 0 is 1 January 2000.
 */
export interface DayTables {
  readonly sittings: readonly (readonly Sitting[])[];
  readonly workingThrough: Int32Array;
  readonly sittingsThrough: Int32Array;
  readonly minutesThrough: Int32Array;
  readonly forecastThrough: Int32Array;
  /** Index of the n-th working day, from 1. */
  readonly workingDays: Int32Array;
  /** Index of the day of the n-th sitting, from 1. */
  readonly sittingDays: Int32Array;
  readonly special: ReadonlyMap<number, SpecialDay>;
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

export function sittingsOf(sessions: readonly OfficeSession[]): Sitting[] {
  return sessions.map(({ opens, closes }) => ({ opens: minuteOf(opens), closes: minuteOf(closes) }));
}

function yearlyDays({ monthDay, from, to }: YearlyHoliday): number[] {
  const years = Array.from({ length: 100 }, (_, index) => 2000 + index);
  const first = from === undefined ? FIRST_DAY : dayOf(from);
  const last = to === undefined ? LAST_DAY : dayOf(to);
  return years
    .map((year) => dayOf(`${year}-${monthDay}` as LocalDate))
    .filter((day) => day >= first && day <= last);
}

/** What is listed for a day stands before what comes back every year, and work stands before rest. */
function specialDays(edition: CalendarEdition): Map<number, SpecialDay> {
  const special = new Map<number, SpecialDay>();
  for (const holiday of edition.yearly) {
    for (const day of yearlyDays(holiday)) special.set(day, { holiday });
  }
  for (const holiday of edition.holidays) special.set(dayOf(holiday.on), { holiday });
  for (const makeUp of edition.makeUpDays) special.set(dayOf(makeUp.on), { makeUp });
  return special;
}

/** Where in the year a day stands, as `04-15`; a season is compared as text. */
function inSeason(monthDay: string, season: { readonly from: string; readonly to: string }): boolean {
  const crossesNewYear = season.from > season.to;
  if (crossesNewYear) return monthDay >= season.from || monthDay <= season.to;
  return monthDay >= season.from && monthDay <= season.to;
}

type WeekOfSittings = readonly (readonly Sitting[])[];

/** The sittings an ordinary day has by its weekday and season. */
function ordinarySittings(edition: CalendarEdition): (day: number) => readonly Sitting[] {
  const weeks = edition.workingHours.map(({ byWeekday }): WeekOfSittings =>
    WEEKDAYS.map((weekday) => sittingsOf(byWeekday[weekday])),
  );
  const seasons = edition.workingHours.map(({ season }) => season);
  return (day) => {
    const { month, day: date } = civilOfDay(day);
    const monthDay = `${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
    const which = seasons.findIndex((season) => season === undefined || inSeason(monthDay, season));
    return weeks[which]?.[weekdayOf(day)] ?? [];
  };
}

type DayReader = (day: number) => readonly Sitting[];

function sittingsReader(edition: CalendarEdition, special: ReadonlyMap<number, SpecialDay>): DayReader {
  const ordinary = ordinarySittings(edition);
  return (day) => {
    const found = special.get(day);
    if (found === undefined) return ordinary(day);
    if (found.makeUp) return ordinary(dayOf(found.makeUp.insteadOf));
    if (found.holiday && 'sessions' in found.holiday) return sittingsOf(found.holiday.sessions ?? []);
    return [];
  };
}

function runningSum(values: readonly number[]): Int32Array {
  const sums = new Int32Array(values.length);
  let sum = 0;
  values.forEach((value, index) => (sums[index] = sum += value));
  return sums;
}

function isForecast(
  edition: CalendarEdition,
  special: ReadonlyMap<number, SpecialDay>,
): (day: number) => boolean {
  const from = dayOf(edition.validFrom);
  const to = edition.forecastFrom === undefined ? dayOf(edition.validTo) : dayOf(edition.forecastFrom) - 1;
  return (day) => {
    const found = special.get(day);
    const source = found?.holiday ?? found?.makeUp;
    return day < from || day > to || source?.certainty === 'provisional';
  };
}

/** Repeats each index as often as it counts; entry 0 stands before the first, so that the n-th is at n. */
function indexesOf(counts: readonly number[]): Int32Array {
  const indexes = counts.flatMap((count, index) => Array<number>(count).fill(index));
  return Int32Array.from([-1, ...indexes]);
}

export function dayTables(edition: CalendarEdition): DayTables {
  const special = specialDays(edition);
  const days = Array.from({ length: SIZE }, (_, index) => FIRST_DAY + index);
  const sittings = days.map(sittingsReader(edition, special));
  const working = sittings.map((held) => (held.length > 0 ? 1 : 0));
  const counts = sittings.map((held) => held.length);
  const minutes = sittings.map((held) => held.reduce((sum, { opens, closes }) => sum + closes - opens, 0));
  return {
    sittings,
    workingThrough: runningSum(working),
    sittingsThrough: runningSum(counts),
    minutesThrough: runningSum(minutes),
    forecastThrough: runningSum(days.map(isForecast(edition, special)).map(Number)),
    workingDays: indexesOf(working),
    sittingDays: indexesOf(counts),
    special,
  };
}
