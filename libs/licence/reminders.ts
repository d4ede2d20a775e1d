import { type DayDuration, latestDayBefore } from '#libs/calendar/alarms.js';
import type { Calendar } from '#libs/calendar/calendar.js';
import type { Duration } from '#libs/calendar/duration.js';
import { sameOrPreviousWorkingDay } from '#libs/calendar/working-days.js';
import { epochOf, type Instant, instantFromEpoch, type LocalDate, startOfDay } from '#libs/kernel/time.js';
import type { Obligation, Procedure } from '#libs/procedures/procedure.js';
import type { Licence } from './licence.js';

/** Reminders go out when offices open: nobody is called at midnight. */
const REMINDED_AT_HOUR = 8;
const HOUR_MS = 3_600_000;
const HOURS_OF_A_DAY = 24;
const HOURS_OF_A_WORKING_DAY = 8;

/** The days on which a duty falls due while the licence is in force, in the order of time. */
export function dueDatesOf(
  { issuedOn, expiresOn }: Pick<Licence, 'issuedOn' | 'expiresOn'>,
  { dueOn, firstAfterYears }: Obligation,
): readonly LocalDate[] {
  const first = yearOf(issuedOn) + firstAfterYears;
  const years = Array.from({ length: Math.max(yearOf(expiresOn) - first + 1, 0) }, (_, n) => first + n);
  return years.map((year) => `${year}-${dueOn}` as LocalDate).filter((date) => date <= expiresOn);
}

/** When the holder is reminded of a duty that is due on a date: the first is step 1. */
export function obligationReminders(
  calendar: Calendar,
  licence: Licence,
  { obligation, dueOn }: { readonly obligation: Obligation; readonly dueOn: LocalDate },
): readonly Instant[] {
  return remindersBefore(calendar, licence, { date: dueOn, before: obligation.remindBefore });
}

/** When the holder is reminded that an extension must be asked for before the licence ends: the first is step 1. */
export function renewalReminders(
  calendar: Calendar,
  licence: Licence,
  { licence: { renewalReminders: before } }: Procedure,
): readonly Instant[] {
  return remindersBefore(calendar, licence, { date: licence.expiresOn, before });
}

/** A licence is in force on the whole of its last day; it has expired when the next one begins. */
export function expiryInstant(expiresOn: LocalDate): Instant {
  return instantFromEpoch(epochOf(startOfDay(expiresOn)) + HOURS_OF_A_DAY * HOUR_MS);
}

/**
 * Earliest first, each on a working day. Those that would lie before the licence was issued do not exist: a duty of January is
 * not announced in December to somebody whose licence is of New Year's Eve.
 */
function remindersBefore(
  calendar: Calendar,
  { issuedOn }: Licence,
  { date, before }: { readonly date: LocalDate; readonly before: readonly Duration[] },
): readonly Instant[] {
  const instants = before.map((by) => {
    const day = sameOrPreviousWorkingDay(calendar, latestDayBefore(calendar, date, inDays(by)));
    return instantFromEpoch(epochOf(startOfDay(day)) + REMINDED_AT_HOUR * HOUR_MS);
  });
  return [...new Set(instants)].filter((at) => at >= startOfDay(issuedOn)).sort();
}

/** Dates are reminded of by whole days; a lead in hours becomes the days it begins. */
export function inDays({ amount, unit }: Duration): DayDuration {
  switch (unit) {
    case 'hours':
      return { amount: Math.ceil(amount / HOURS_OF_A_DAY), unit: 'calendarDays' };
    case 'workingHours':
      return { amount: Math.ceil(amount / HOURS_OF_A_WORKING_DAY), unit: 'workingDays' };
    case 'workingDays':
      return { amount: Math.ceil(amount), unit };
    case 'calendarDays':
    case 'weeks':
    case 'months':
    case 'years':
      return { amount, unit };
  }
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}
