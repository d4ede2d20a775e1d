import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { Calendar, CalendarReference, LegalSource } from './calendar.js';
import { runCourse } from './course.js';
import { dateOfDay, instantOfMs } from './days.js';
import type { Duration } from './duration.js';

/** A time in which the limit does not run. Without `to` it is still open. */
export interface Pause {
  readonly from: Instant;
  readonly to?: Instant;
  /** Why it may stand still, as a code (`supplement`, `fee`, `otherAuthority`, `court`, `forceMajeure`) or in words. */
  readonly reason: string;
}

/** A later end granted for a reason; counted from the end that held before. */
export interface Extension {
  readonly by: Duration;
  readonly grantedAt: Instant;
  readonly reason: string;
}

/**
 * Everything a date depends on, beside the calendar. All of it is recorded fact.
 * `regime`: what a pause does. `resume` (default): what was used up stays used up. `restart`: when the pause is over the limit
 * runs from zero (Decree 61/2018 Art. 19(4)).
 * `startRule`: `onTransfer` counts from the hand-over to the unit in charge, the same day until 15:00, else the next working day's opening.
 * `restartedAt`: a recorded fact from which the limit runs anew; pauses and extensions before it no longer count.
 * `clause`: where the limit stands, for the explanation.
 * `bySession`: whole days too are counted in half-days, as in the steps of an office (0.5 + 9.5).
 */
export interface DeadlineQuestion {
  readonly startedAt: Instant;
  readonly limit: Duration;
  readonly pauses: readonly Pause[];
  readonly regime?: 'resume' | 'restart';
  readonly startRule?: 'onReceipt' | 'onTransfer';
  readonly restartedAt?: Instant;
  readonly extensions?: readonly Extension[];
  readonly bySession?: boolean;
  readonly clause?: LegalSource;
}

interface Dated {
  /** Where the limit was last started. */
  readonly startedAt: Instant;
  readonly calendar: CalendarReference;
  /** The answer leans on days for which no notice has been issued. */
  readonly provisional: boolean;
}

export interface RunningDeadline extends Dated {
  readonly state: 'running';
  readonly dueOn: LocalDate;
  /** The close of office on `dueOn`, for timers and appointments; the exact instant for limits in hours or sessions. */
  readonly dueAt: Instant;
  /** From here on it is late: 24:00 of `dueOn` (Civil Code 2015 Art. 148(6)). */
  readonly lapsesAt: Instant;
}

/** The limit stands still; nobody can say when it ends. Amounts are in the unit of the limit (days for months and years). */
export interface PausedDeadline extends Dated {
  readonly state: 'paused';
  readonly pausedSince: Instant;
  readonly reason: string;
  readonly used: number;
  readonly left: number;
}

export type Deadline = RunningDeadline | PausedDeadline;

/**
 * When a limit ends, by the rules of README.md.
 * @throws RangeError when it leaves the years 2000 to 2099. Input from outside goes through `readQuestion` first.
 */
export function deadlineOf(calendar: Calendar, question: DeadlineQuestion): Deadline {
  const course = runCourse(calendar, question);
  const { id, version } = calendar;
  const startedAt = instantOfMs(course.startMs);
  const { provisional } = course;
  const common = { startedAt, calendar: { id, version }, provisional };
  if (course.state === 'paused') {
    const { sinceMs, reason, used, left } = course;
    return { state: 'paused', ...common, pausedSince: instantOfMs(sinceMs), reason, used, left };
  }
  const { day, dueMs, lapsesMs } = course.end;
  const dueAt = instantOfMs(dueMs);
  return { state: 'running', ...common, dueOn: dateOfDay(day), dueAt, lapsesAt: instantOfMs(lapsesMs) };
}

export function isLate(deadline: Deadline, at: Instant): boolean {
  return deadline.state === 'running' && at >= deadline.lapsesAt;
}
