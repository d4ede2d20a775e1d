import { dayAfter } from '#libs/calendar/alarms.js';
import { sameOrNextWorkingDay, workingDaysBetween } from '#libs/calendar/working-days.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { LicenceCircumstances } from './circumstances.js';
import { inDays } from './reminders.js';

/** That the holder tells of another owner or head office. */
interface TellingOfChange {
  readonly changedOn: LocalDate;
  /** The day on which it was told. */
  readonly on: LocalDate;
}

export interface ChangeNotice {
  readonly on: LocalDate;
  /** The last day on which it was in time. */
  readonly by: LocalDate;
  readonly late: boolean;
  /** After the change, whose own day is not counted, until the day on which it was told; below zero where that came first. */
  readonly workingDays: number;
}

/** Decree 72/2013 Art. 23h(5): counted from the change, whose own day is not counted. Undefined where the rules set no time. */
export function changeNoticeOf(
  { changedOn, on }: TellingOfChange,
  { procedure, calendar }: Pick<LicenceCircumstances, 'procedure' | 'calendar'>,
): ChangeNotice | undefined {
  const within = procedure.licence.supervision?.changeNotice?.within;
  if (!within) return undefined;
  const by = sameOrNextWorkingDay(calendar, dayAfter(calendar, changedOn, inDays(within)));
  return { on, by, late: on > by, workingDays: workingDaysBetween(calendar, changedOn, on) };
}
