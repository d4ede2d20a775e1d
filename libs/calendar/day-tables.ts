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

function sittingsOf(sessions: readonly OfficeSession[]): Sitting[] {
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

function monthDayOf(day: number): string {
  const { month, day: date } = civilOfDay(day);
  return `${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** The sittings an ordinary day has by its weekday and season. */
function ordinarySittings(edition: CalendarEdition): (day: number) => readonly Sitting[] {
  const hours = edition.workingHours.map(({ season, byWeekday }) => ({
    season,
    week: WEEKDAYS.map((weekday) => sittingsOf(byWeekday[weekday])),
  }));
  const [first] = hours;
  const applying = (day: number) => {
    if (first?.season === undefined) return first;
    const monthDay = monthDayOf(day);
    return hours.find(({ season }) => season === undefined || inSeason(monthDay, season));
  };
  return (day) => applying(day)?.week[weekdayOf(day)] ?? [];
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

function runningSum(count: (index: number) => number): Int32Array {
  const sums = new Int32Array(SIZE);
  let sum = 0;
  for (let index = 0; index < SIZE; index++) sums[index] = sum += count(index);
  return sums;
}

function isForecast(
  edition: CalendarEdition,
  special: ReadonlyMap<number, SpecialDay>,
): (day: number) => boolean {
  const from = dayOf(edition.validFrom);
  const to = edition.forecastFrom === undefined ? dayOf(edition.validTo) : dayOf(edition.forecastFrom) - 1;
  return (day) => {
    if (day < from || day > to) return true;
    const found = special.get(day);
    return (found?.makeUp ?? found?.holiday)?.certainty === 'provisional';
  };
}

/** Turns a running sum round: where the n-th one is. Entry 0 stands before the first, so that the n-th is at n. */
function indexesOf(through: Int32Array): Int32Array {
  const indexes = new Int32Array((through.at(-1) ?? 0) + 1).fill(-1);
  let reached = 0;
  through.forEach((sum, index) => {
    if (sum === reached) return;
    indexes.fill(index, reached + 1, sum + 1);
    reached = sum;
  });
  return indexes;
}

function minutesOf(held: readonly Sitting[] = []): number {
  return held.reduce((sum, { opens, closes }) => sum + closes - opens, 0);
}

export function dayTables(edition: CalendarEdition): DayTables {
  const special = specialDays(edition);
  const read = sittingsReader(edition, special);
  const forecast = isForecast(edition, special);
  const sittings = Array.from({ length: SIZE }, (_, index) => read(FIRST_DAY + index));
  const workingThrough = runningSum((index) => ((sittings[index]?.length ?? 0) > 0 ? 1 : 0));
  const sittingsThrough = runningSum((index) => sittings[index]?.length ?? 0);
  return {
    sittings,
    workingThrough,
    sittingsThrough,
    minutesThrough: runningSum((index) => minutesOf(sittings[index])),
    forecastThrough: runningSum((index) => Number(forecast(FIRST_DAY + index))),
    workingDays: indexesOf(workingThrough),
    sittingDays: indexesOf(sittingsThrough),
    special,
  };
}
