import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { Calendar, CalendarReference, LegalSource } from './calendar.js';
import { routeOf, runRoute, type Course, type Leg, type Route } from './course.js';
import { dateOfDay, instantOfMs, localDayOfMs } from './days.js';
import { deadlineOf, type Deadline, type DeadlineQuestion } from './deadline.js';
import type { DurationUnit } from './duration.js';
import { textOf } from './explained-parts.js';
import * as say from './explanation-texts.js';
import { law } from './laws.js';
import { stretchesOf } from './stretches.js';

/** What a step does to the count. */
export type StepEffect =
  | 'starts'
  | 'sets'
  | 'counts'
  | 'isNotCounted'
  | 'standsStill'
  | 'restarts'
  | 'extends'
  | 'movesOn'
  | 'reminds'
  | 'ends'
  | 'warns';

/**
 * One line of a derivation. `dates` are the days it speaks of; for limits in hours and sessions `sittings` are the spans of
 * time. `amount` is what it adds to the count, in the unit of the limit.
 */
export interface ExplanationStep {
  readonly effect: StepEffect;
  readonly on: LocalDate;
  readonly dates?: readonly LocalDate[];
  readonly spans?: readonly { readonly from: Instant; readonly to: Instant }[];
  readonly amount?: number;
  readonly text: Bilingual;
  readonly citation: LegalSource;
}

export interface Explanation {
  readonly startedAt: Instant;
  readonly limit: { readonly amount: number; readonly unit: DurationUnit };
  readonly edition: CalendarReference;
  readonly steps: readonly ExplanationStep[];
  readonly deadline: Deadline;
  /** The steps as running text. */
  readonly text: Bilingual;
}

function beginnings(calendar: Calendar, question: DeadlineQuestion, route: Route): ExplanationStep[] {
  const { startedAt, restartedAt, limit, clause } = question;
  const on = dateOfDay(localDayOfMs(route.first.startMs));
  const steps: ExplanationStep[] = [
    { effect: 'starts', on: say.dateOf(startedAt), text: say.start(startedAt), citation: law.start },
    { effect: 'sets', on, amount: limit.amount, text: say.limit(limit), citation: clause ?? law.limit },
    { effect: 'sets', on, text: say.edition(calendar), citation: law.edition },
  ];
  if (question.startRule === 'onTransfer' && restartedAt === undefined) {
    const at = instantOfMs(routeOf(calendar, { ...question, pauses: [] }).first.startMs);
    steps.push({ effect: 'starts', on: say.dateOf(at), text: say.transfer(at), citation: law.transfer });
  }
  const restarts = route.restarts.map(({ toMs, reason }) => restart(instantOfMs(toMs), reason));
  return [...steps, ...recordedRestart(question), ...restarts];
}

function recordedRestart({ restartedAt, pauses }: DeadlineQuestion): ExplanationStep[] {
  if (restartedAt === undefined) return [];
  return [restart(restartedAt, pauses.find(({ to }) => to === restartedAt)?.reason ?? 'supplement')];
}

function restart(at: Instant, reason: string): ExplanationStep {
  return { effect: 'restarts', on: say.dateOf(at), text: say.restart(at, reason), citation: law.restart };
}

/** The first day is never counted, where days are counted at all (Civil Code 2015 Art. 147); of sessions the first one. */
function firstDay(leg: Leg): ExplanationStep[] {
  const { amount, unit } = leg.limit;
  if (unit === 'hours' || unit === 'workingHours') return [];
  const on = dateOfDay(localDayOfMs(leg.startMs));
  if (unit === 'workingDays' && (leg.bySession || !Number.isInteger(amount))) {
    const text = say.firstSession(instantOfMs(leg.startMs));
    return [{ effect: 'isNotCounted', on, text, citation: law.sessions }];
  }
  return [{ effect: 'isNotCounted', on, dates: [on], text: say.firstDay(on), citation: law.firstDay }];
}

function ending(calendar: Calendar, deadline: Deadline): ExplanationStep[] {
  if (deadline.state === 'paused') {
    const { pausedSince, reason, used, left } = deadline;
    const text = say.stillPaused({ since: pausedSince, reason, used, left });
    return [{ effect: 'standsStill', on: say.dateOf(pausedSince), text, citation: law.pause }];
  }
  const { dueOn, provisional, lapsesAt } = deadline;
  const exact = lapsesAt === deadline.dueAt;
  const result: ExplanationStep = {
    effect: 'ends',
    on: dueOn,
    text: exact ? say.endsAt(deadline.dueAt) : say.endsOn(dueOn),
    citation: law.end,
  };
  if (!provisional) return [result];
  return [result, { effect: 'warns', on: dueOn, text: say.provisional(calendar), citation: law.forecast }];
}

function legSteps(leg: Leg, course: Course, route: Route): ExplanationStep[] {
  return [...firstDay(leg), ...stretchesOf(leg, course, route.blocks)];
}

/**
 * How a date comes about, step by step, so that a person can reckon it again by hand and `evaluate` can do so by machine.
 * A limit that stands still is explained up to the day on which the open pause began.
 */
export function explainDeadline(calendar: Calendar, question: DeadlineQuestion): Explanation {
  const route = routeOf(calendar, question);
  const deadline = deadlineOf(calendar, question);
  const steps = [
    ...beginnings(calendar, question, route),
    ...runRoute(route).flatMap(({ leg, course }, index) => {
      const extension = route.extensions[index - 1];
      if (extension === undefined) return legSteps(leg, course, route);
      const on = say.dateOf(extension.grantedAt);
      const text = say.extension(extension);
      const granted = {
        effect: 'extends',
        on,
        amount: extension.by.amount,
        text,
        citation: law.extension,
      } as const;
      return [granted, ...legSteps(leg, course, route)];
    }),
    ...ending(calendar, deadline),
  ];
  const text = textOf(steps);
  const { startedAt, limit } = question;
  const edition = { id: calendar.id, version: calendar.version };
  return { startedAt, limit, edition, steps, deadline, text };
}
