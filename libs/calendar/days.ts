import type { Instant, LocalDate } from '#libs/kernel/time.js';

/**
 * Dates as whole numbers of days since 1 January 1970, so that counting is arithmetic. Proleptic Gregorian rules worked out
 * here: neither the machine's zone nor its locale is ever asked.
 */
export const DAY_MS = 86_400_000;
const VIETNAM_OFFSET_MS = 7 * 3_600_000;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function dayOfCivil({ year, month, day }: CivilDate): number {
  const before = year - 1;
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const leapDay = month > 2 && isLeap(year) ? 1 : 0;
  return before * 365 + leaps + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + leapDay + day - 719_163;
}

/** After Howard Hinnant's civil_from_days: years are taken to begin in March, so that the leap day comes last. */
export function civilOfDay(dayNumber: number): CivilDate {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

/** The day number of a well-formed date. */
export function dayOf(date: LocalDate | Instant): number {
  const year = twoDigits(date, 0) * 100 + twoDigits(date, 2);
  return dayOfCivil({ year, month: twoDigits(date, 5), day: twoDigits(date, 8) });
}

const PADDED = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));
const pad = (value: number): string => PADDED[value] ?? String(value);

/** Dates once written are kept: a century of them is a megabyte, and a deadline writes four. */
const written = new Map<number, LocalDate>();
const KEPT_DATES = 36_525;

export function dateOfDay(dayNumber: number): LocalDate {
  const known = written.get(dayNumber);
  if (known !== undefined) return known;
  const { year, month, day } = civilOfDay(dayNumber);
  const date = `${year}-${pad(month)}-${pad(day)}` as LocalDate;
  if (written.size < KEPT_DATES) written.set(dayNumber, date);
  return date;
}

/** Milliseconds since 1970 of a well-formed instant; several times faster than asking `Date`. */
export function msOf(instant: Instant): number {
  const minutes = twoDigits(instant, 11) * 60 + twoDigits(instant, 14);
  const fraction = twoDigits(instant, 20) * 10 + instant.charCodeAt(22) - 48;
  return dayOf(instant) * DAY_MS + minutes * 60_000 + twoDigits(instant, 17) * 1000 + fraction;
}

export function instantOfMs(ms: number): Instant {
  const day = Math.floor(ms / DAY_MS);
  const rest = ms - day * DAY_MS;
  const time = `${pad(Math.floor(rest / 3_600_000))}:${pad(Math.floor(rest / 60_000) % 60)}`;
  const seconds = pad(Math.floor(rest / 1000) % 60);
  return `${dateOfDay(day)}T${time}:${seconds}.${String(rest % 1000).padStart(3, '0')}Z` as Instant;
}

/** The civil day in Viet Nam (UTC+07:00, all year) at an instant. */
export function localDayOf(instant: Instant): number {
  return dayOf(instant) + (twoDigits(instant, 11) >= 17 ? 1 : 0);
}

/** Milliseconds since 1970 at which a civil day, or a minute of it, begins in Viet Nam. */
export function msOfLocal(dayNumber: number, minute = 0): number {
  return dayNumber * DAY_MS + minute * 60_000 - VIETNAM_OFFSET_MS;
}

export function localDayOfMs(ms: number): number {
  return Math.floor((ms + VIETNAM_OFFSET_MS) / DAY_MS);
}

/** 0 is Monday, 6 is Sunday. */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 3) % 7) + 7) % 7;
}

/** The corresponding day some months on; the last day of the month where it has none (Civil Code 2015 Art. 148(3)). */
export function addMonths(dayNumber: number, months: number): number {
  const from = civilOfDay(dayNumber);
  const index = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayOfCivil({ year, month, day: Math.min(from.day, daysInMonth(year, month)) });
}
