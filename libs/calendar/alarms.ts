import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { Calendar } from './calendar.js';
import { addMonths, dateOfDay, dayOf, instantOfMs, msOfLocal } from './days.js';
import { deadlineOf, type DeadlineQuestion } from './deadline.js';
import type { Duration } from './duration.js';
import { thresholdsOf } from './progress.js';
import { sittingsOn } from './scales.js';
import { addWorkingDays, sameOrPreviousWorkingDay } from './working-days.js';

export type DayDuration = Duration & {
  readonly unit: 'workingDays' | 'calendarDays' | 'weeks' | 'months' | 'years';
};

/** When somebody wants to be told about a limit. */
export type Mark =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'before'; readonly by: DayDuration }
  | { readonly kind: 'due' }
  | { readonly kind: 'lapsed' }
  | { readonly kind: 'after'; readonly by: DayDuration };

export interface Alarm {
  readonly mark: Mark;
  readonly at: Instant;
}

/** "Before 15 January" is 14 January at the latest. */
export function lastDayBefore(date: LocalDate): LocalDate {
  return dateOfDay(dayOf(date) - 1);
}

function shifted(calendar: Calendar, date: LocalDate, { amount, unit }: DayDuration): LocalDate {
  const day = dayOf(date);
  switch (unit) {
    case 'workingDays':
      return addWorkingDays(calendar, date, amount);
    case 'calendarDays':
      return dateOfDay(day + amount);
    case 'weeks':
      return dateOfDay(day + amount * 7);
    case 'months':
      return dateOfDay(addMonths(day, amount));
    case 'years':
      return dateOfDay(addMonths(day, amount * 12));
  }
}

/** "At least 30 days before": the last day that is early enough. It is counted back and never moved later, day off or not. */
export function latestDayBefore(calendar: Calendar, date: LocalDate, by: DayDuration): LocalDate {
  return shifted(calendar, date, { ...by, amount: -by.amount });
}

/** A day counted on from a date, day off or not: who wants a working day says so. */
export function dayAfter(calendar: Calendar, date: LocalDate, by: DayDuration): LocalDate {
  return shifted(calendar, date, by);
}

/**
 * The last working day on which the apology and the new date can be sent: one day before the limit ends at the latest
 * (Decree 61/2018 Art. 19(9)).
 */
export function apologyDueOn(calendar: Calendar, dueOn: LocalDate): LocalDate {
  return sameOrPreviousWorkingDay(calendar, lastDayBefore(dueOn));
}

/** The opening of the office on a date; midnight where it stays closed. */
function openingOf(calendar: Calendar, date: LocalDate): Instant {
  const day = dayOf(date);
  return instantOfMs(msOfLocal(day, sittingsOn(calendar, day)[0]?.opens));
}

/** The instants of all marks, in the order of time; marks that an open pause keeps unknown are absent. */
export function alarmsOf(calendar: Calendar, question: DeadlineQuestion, marks: readonly Mark[]): Alarm[] {
  const deadline = deadlineOf(calendar, question);
  const instantsOf = (mark: Mark): Instant[] => {
    if (mark.kind === 'share') return thresholdsOf(calendar, question, [mark.share]).map(({ at }) => at);
    if (deadline.state === 'paused') return [];
    if (mark.kind === 'due') return [deadline.dueAt];
    if (mark.kind === 'lapsed') return [deadline.lapsesAt];
    if (mark.kind === 'after') return [openingOf(calendar, shifted(calendar, deadline.dueOn, mark.by))];
    const day = sameOrPreviousWorkingDay(calendar, latestDayBefore(calendar, deadline.dueOn, mark.by));
    return [openingOf(calendar, day)];
  };
  return marks
    .flatMap((mark) => instantsOf(mark).map((at) => ({ mark, at })))
    .sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

/** Of several clocks, the one alarm to wait for: the earliest after an instant. */
export function nextWakeUp<Key>(
  after: Instant,
  clocks: readonly { readonly key: Key; readonly alarms: readonly Alarm[] }[],
): (Alarm & { readonly key: Key }) | undefined {
  const ahead = clocks.flatMap(({ key, alarms }) =>
    alarms.filter(({ at }) => at > after).map((alarm) => ({ key, ...alarm })),
  );
  return ahead.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))[0];
}
