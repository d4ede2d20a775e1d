import { latestDayBefore } from '#libs/calendar/alarms.js';
import type { Calendar } from '#libs/calendar/calendar.js';
import { sameOrPreviousWorkingDay } from '#libs/calendar/working-days.js';
import { type Instant, type LocalDate, localDateOf } from '#libs/kernel/time.js';
import { officeOpens } from '#libs/licence/reminders.js';
import { type Period, periodOf, type PeriodKind } from './period.js';
import { reportingDuties, summaryDueOn } from './reporting-duties.js';

export interface DueSummary {
  readonly period: Period;
  readonly dueOn: LocalDate;
  /** Which reminder, from 1. */
  readonly step: number;
  readonly at: Instant;
}

const kinds = Object.keys(reportingDuties) as readonly PeriodKind[];

/** When a department is reminded of a summary, earliest first: at the opening of the office, on a working day, never moved later. */
export function summaryReminders(calendar: Calendar, period: Period): readonly DueSummary[] {
  const dueOn = summaryDueOn(period);
  const days = reportingDuties[period.kind].remindBefore.map((by) =>
    sameOrPreviousWorkingDay(calendar, latestDayBefore(calendar, dueOn, by)),
  );
  const instants = [...new Set(days)].sort().map(officeOpens);
  return instants.map((at, index) => ({ period, dueOn, step: index + 1, at }));
}

/**
 * Of every summary that came due since an instant, the newest reminder: after an outage however long there is one for each, not one
 * for every step that was missed.
 */
export function remindersDue(
  calendar: Calendar,
  { since, now }: { readonly since: Instant; readonly now: Instant },
): readonly DueSummary[] {
  const year = Number(localDateOf(now).slice(0, 4));
  const periods = [year - 1, year].flatMap((one) => kinds.map((kind) => periodOf(one, kind)));
  return periods.flatMap((period) => {
    const newest = summaryReminders(calendar, period).findLast(({ at }) => since <= at && at <= now);
    return newest ? [newest] : [];
  });
}
