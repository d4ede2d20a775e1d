import type { Calendar } from '#libs/calendar/calendar.js';
import { deadlineOf, type DeadlineQuestion, isLate } from '#libs/calendar/deadline.js';
import type { Duration } from '#libs/calendar/duration.js';
import { thresholdsOf } from '#libs/calendar/progress.js';
import {
  epochOf,
  type Instant,
  instantFromEpoch,
  type LocalDate,
  localDateOf,
  startOfDay,
} from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { Circumstances } from './circumstances.js';
import type { Acceptance, Opinion } from './state.js';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface Due {
  readonly at: Instant;
  readonly on: LocalDate;
}

/** When a limit that nothing interrupts ends. */
export function dueAfter(calendar: Calendar, startedAt: Instant, limit: Duration): Due {
  return dueOf(calendar, { startedAt, limit, pauses: [] });
}

/**
 * The end of a step begun now. The steps lie inside the legal limit: once earlier ones took longer, the later ones are due with
 * it; when it is already over, each still has its own time.
 */
export function stepDue(
  { calendar, now, procedure }: Circumstances,
  step: keyof Procedure['steps'],
  { acceptance }: { readonly acceptance?: Pick<Acceptance, 'dueAt'> },
): Instant {
  const { at } = dueAfter(calendar, now, procedure.steps[step]);
  const isBounded = step !== 'receipt' && step !== 'handover';
  if (!isBounded || !acceptance || acceptance.dueAt <= now) return at;
  return earlier(at, acceptance.dueAt);
}

/** When the share of a step's working time is used up after which somebody is reminded; never after it is due. */
export function reminderAt(
  calendar: Calendar,
  share: number,
  step: { readonly startedAt: Instant; readonly dueAt: Instant; readonly limit: Duration },
): Instant {
  const { startedAt, dueAt, limit } = step;
  const [threshold] = thresholdsOf(calendar, { startedAt, limit, pauses: [] }, [share]);
  return threshold ? earlier(threshold.at, dueAt) : dueAt;
}

type DecisionClock = Pick<Acceptance, 'acceptedAt' | 'pauses' | 'extensions' | 'restartedAt'>;

/** When the result of an accepted dossier is due. */
export function decisionDue(
  { calendar, procedure }: Pick<Circumstances, 'calendar' | 'procedure'>,
  clock: DecisionClock,
): Due {
  return dueOf(calendar, decisionQuestion(procedure, clock));
}

/** Whether the legal limit was over at an instant: it ends at 24:00 of its last day, not when the office closes. */
export function isDecisionLate(
  { calendar, procedure }: Pick<Circumstances, 'calendar' | 'procedure'>,
  clock: DecisionClock,
  at: Instant,
): boolean {
  return isLate(deadlineOf(calendar, decisionQuestion(procedure, clock)), at);
}

/** The legal limit of an accepted dossier as a question to the calendar: all its date depends on is recorded. */
export function decisionQuestion(procedure: Procedure, clock: DecisionClock): DeadlineQuestion {
  const { acceptedAt: startedAt, pauses, extensions, restartedAt } = clock;
  const limit = procedure.decisionLimit.within;
  return { startedAt, limit, pauses, extensions, ...(restartedAt === undefined ? {} : { restartedAt }) };
}

/**
 * Until when others may do what they owe, exclusive: a limit in days ends at 24:00 of its last day (Civil Code 2015
 * Art. 148(6)), one in hours or half-days on the minute.
 */
export function untilWhen(dueAt: Instant, { amount, unit }: Duration): Instant {
  const isInHalves = unit === 'workingDays' && !Number.isInteger(amount);
  if (isInHalves || unit === 'hours' || unit === 'workingHours') return dueAt;
  return instantFromEpoch(epochOf(startOfDay(localDateOf(dueAt))) + DAY_MS);
}

/** Until when an agency is awaited, exclusive. */
export function opinionUntil(
  { opinions }: Procedure,
  { agency, dueAt }: Pick<Opinion, 'agency' | 'dueAt'>,
): Instant {
  const rule = opinions.find((one) => one.agency === agency);
  return rule ? untilWhen(dueAt, rule.within) : dueAt;
}

function earlier(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}

/** @throws RangeError for a question with an open pause: no date can be named while the clock rests. */
export function dueOf(calendar: Calendar, question: DeadlineQuestion): Due {
  const deadline = deadlineOf(calendar, question);
  if (deadline.state === 'running') return { at: deadline.dueAt, on: deadline.dueOn };
  throw new RangeError('A paused limit has no end');
}
