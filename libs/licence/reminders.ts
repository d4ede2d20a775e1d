import { dayAfter, type DayDuration, latestDayBefore } from '#libs/calendar/alarms.js';
import type { Calendar } from '#libs/calendar/calendar.js';
import type { Duration } from '#libs/calendar/duration.js';
import { sameOrNextWorkingDay, sameOrPreviousWorkingDay } from '#libs/calendar/working-days.js';
import { epochOf, type Instant, instantFromEpoch, type LocalDate, startOfDay } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { LicenceSubject } from './licence.js';
import type { OwedObligation } from './obligations.js';

/** Reminders go out when offices open: nobody is called at midnight. */
const REMINDED_AT_HOUR = 8;
const HOUR_MS = 3_600_000;
const HOURS_OF_A_DAY = 24;
const HOURS_OF_A_WORKING_DAY = 8;

/**
 * When the holder is reminded of a duty: the first is step 1. Before its day, and where the rules follow up on it, on the day
 * and again and again until it counts as missed.
 */
export function obligationReminders(calendar: Calendar, owed: OwedObligation): readonly Instant[] {
  const { dueOn: date, since, toldOn, remindBefore: before, overdue } = owed;
  const from = toldOn === undefined ? startOfDay(since) : endOfDay(toldOn);
  const ahead = remindersBefore(calendar, from, { date, before });
  if (!overdue) return ahead;
  const { every, times } = overdue;
  const lead = inDays(every);
  const missed = missedAt(calendar, owed) ?? '';
  const behind = Array.from({ length: times }, (_, n) => {
    const day = dayAfter(calendar, lateFrom(owed), { ...lead, amount: lead.amount * (n + 1) });
    return officeOpens(sameOrNextWorkingDay(calendar, day));
  });
  const onTheDay = officeOpens(sameOrPreviousWorkingDay(calendar, date));
  const all = [...ahead, onTheDay, ...behind];
  return [...new Set(all)].filter((at) => at >= from && at < missed).sort();
}

/** From this instant on a duty that was not met counts as missed; undefined where the rules do not follow up on it. */
export function missedAt(calendar: Calendar, owed: OwedObligation): Instant | undefined {
  const { overdue } = owed;
  return overdue && endOfDay(dayAfter(calendar, lateFrom(owed), inDays(overdue.missedAfter)));
}

/** Whose report was sent back for correction has the whole time after the due date once more. */
function lateFrom({ dueOn, progress: { returnedOn } }: OwedObligation): LocalDate {
  return returnedOn !== undefined && returnedOn > dueOn ? returnedOn : dueOn;
}

/** When the holder is reminded that an extension must be asked for before the licence ends: the first is step 1. */
export function renewalReminders(
  calendar: Calendar,
  { issuedOn, expiresOn: date }: LicenceSubject,
  { licence: { renewalReminders: before } }: Procedure,
): readonly Instant[] {
  return remindersBefore(calendar, startOfDay(issuedOn), { date, before });
}

/** What holds through a day has ended when the next one begins: a licence, a suspension, a time to answer. */
export function endOfDay(date: LocalDate): Instant {
  return instantFromEpoch(epochOf(startOfDay(date)) + HOURS_OF_A_DAY * HOUR_MS);
}

/**
 * Earliest first, each on a working day. Those that would lie before the duty began do not exist: a duty of January is not
 * announced in December to somebody whose licence is of New Year's Eve.
 */
function remindersBefore(
  calendar: Calendar,
  from: Instant,
  { date, before }: { readonly date: LocalDate; readonly before: readonly Duration[] },
): readonly Instant[] {
  const instants = before.map((by) =>
    officeOpens(sameOrPreviousWorkingDay(calendar, latestDayBefore(calendar, date, inDays(by)))),
  );
  return [...new Set(instants)].filter((at) => at >= from).sort();
}

/** When offices open: nobody is reminded before. */
export function officeOpens(day: LocalDate): Instant {
  return instantFromEpoch(epochOf(startOfDay(day)) + REMINDED_AT_HOUR * HOUR_MS);
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
