import { dayAfter, latestDayBefore } from '#libs/calendar/alarms.js';
import type { Calendar } from '#libs/calendar/calendar.js';
import { sameOrNextWorkingDay, sameOrPreviousWorkingDay } from '#libs/calendar/working-days.js';
import { type Instant, type LocalDate, localDateOf } from '#libs/kernel/time.js';
import { officeOpens } from '#libs/licence/reminders.js';
import { type Period, periodOf, type PeriodKind } from './period.js';
import { reportingDuties, summaryDueOn } from './reporting-duties.js';

export interface DueSummary {
  readonly period: Period;
  readonly dueOn: LocalDate;
  readonly kind: 'due' | 'late';
  /** Which reminder of its kind, from 1. */
  readonly step: number;
  readonly at: Instant;
}

const kinds = Object.keys(reportingDuties) as readonly PeriodKind[];

/** When a department is reminded of a summary, earliest first: at the opening of the office, on a working day. */
export function summaryReminders(calendar: Calendar, period: Period): readonly DueSummary[] {
  const dueOn = summaryDueOn(period);
  const { remindBefore, remindAfter } = reportingDuties[period.kind];
  // Never moved later, so that the summary can still be sent in time; what is late already waits for the office.
  const before = remindBefore.map((by) =>
    sameOrPreviousWorkingDay(calendar, latestDayBefore(calendar, dueOn, by)),
  );
  const after = remindAfter.map((by) => sameOrNextWorkingDay(calendar, dayAfter(calendar, dueOn, by)));
  const remindersOn = (kind: DueSummary['kind'], days: readonly LocalDate[]): readonly DueSummary[] =>
    [...new Set(days)]
      .sort()
      .map((day, index) => ({ period, dueOn, kind, step: index + 1, at: officeOpens(day) }));
  return [...remindersOn('due', before), ...remindersOn('late', after)];
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
