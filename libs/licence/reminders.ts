import { type DayDuration, latestDayBefore } from '#libs/calendar/alarms.js';
import type { Calendar } from '#libs/calendar/calendar.js';
import type { Duration } from '#libs/calendar/duration.js';
import { sameOrPreviousWorkingDay } from '#libs/calendar/working-days.js';
import { epochOf, type Instant, instantFromEpoch, type LocalDate, startOfDay } from '#libs/kernel/time.js';
import type { Obligation } from '#libs/procedures/procedure.js';
import type { Licence } from './licence.js';

/** Reminders go out when offices open: nobody is called at midnight. */
const REMINDED_AT_HOUR = 8;
const HOUR_MS = 3_600_000;
const HOURS_OF_A_DAY = 24;

/** The instant of a reminder so long before a date, on a working day that is early enough. */
export function reminderBefore(calendar: Calendar, date: LocalDate, by: Duration): Instant {
  const day = sameOrPreviousWorkingDay(calendar, latestDayBefore(calendar, date, inDays(by)));
  return instantFromEpoch(epochOf(startOfDay(day)) + REMINDED_AT_HOUR * HOUR_MS);
}

/**
 * The reminders of one date, earliest first. Those that would lie before the licence was issued do not exist: a duty of January
 * is not announced in December to somebody whose licence is of New Year's Eve.
 */
export function remindersOf(
  calendar: Calendar,
  { issuedOn }: Pick<Licence, 'issuedOn'>,
  { date, before }: { readonly date: LocalDate; readonly before: readonly Duration[] },
): readonly Instant[] {
  const begins = startOfDay(issuedOn);
  const instants = before.map((by) => reminderBefore(calendar, date, by));
  return [...new Set(instants)].filter((at) => at >= begins).sort();
}

/** The days on which a duty falls due while the licence is in force, in the order of time. */
export function dueDatesOf(
  { issuedOn, expiresOn }: Pick<Licence, 'issuedOn' | 'expiresOn'>,
  { dueOn, firstAfterYears }: Obligation,
): readonly LocalDate[] {
  const first = yearOf(issuedOn) + firstAfterYears;
  const years = Array.from({ length: Math.max(yearOf(expiresOn) - first + 1, 0) }, (_, n) => first + n);
  return years.map((year) => `${year}-${dueOn}` as LocalDate).filter((date) => date <= expiresOn);
}

/** A licence is in force on the whole of its last day; it has expired when the next one begins. */
export function expiryInstant(expiresOn: LocalDate): Instant {
  return instantFromEpoch(epochOf(startOfDay(expiresOn)) + HOURS_OF_A_DAY * HOUR_MS);
}

/** Dates are reminded of by days; a reminder in hours goes out so many begun days before. */
function inDays({ amount, unit }: Duration): DayDuration {
  if (unit === 'hours' || unit === 'workingHours') {
    return { amount: Math.ceil(amount / HOURS_OF_A_DAY), unit: 'calendarDays' };
  }
  return { amount: unit === 'workingDays' ? Math.ceil(amount) : amount, unit };
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}
