import type { Instant } from '#libs/kernel/time.js';
import type { Calendar } from './calendar.js';
import { pushBack, routeOf, runRoute, scaleOfLeg, type PauseBlock, type Route } from './course.js';
import { instantOfMs, msOf } from './days.js';
import type { DeadlineQuestion } from './deadline.js';
import type { Scale } from './scales.js';

/** How far a limit is, in its own unit (days for months and years). */
export interface Progress {
  readonly state: 'running' | 'paused' | 'overdue';
  readonly used: number;
  readonly left: number;
  readonly overdueBy: number;
}

/** An instant at which a share of the time is used up. Absent from the list while a pause keeps it open. */
export interface Threshold {
  readonly share: number;
  readonly at: Instant;
}

interface Measured {
  readonly route: Route;
  readonly scale: Scale;
  readonly start: number;
  /** Everything there is to use up, extensions included, without what pauses take away. */
  readonly length: number;
  /** Absent while an open pause keeps the end unknown. */
  readonly lapsesMs?: number;
  readonly endPosition?: number;
}

function stoodStill(
  scale: Scale,
  blocks: readonly PauseBlock[],
  within: { start: number; to: number },
): number {
  const clip = (position: number): number => Math.min(Math.max(position, within.start), within.to);
  return blocks.reduce((sum, { fromMs, toMs }) => {
    const to = toMs === Infinity ? within.to : clip(scale.position(toMs));
    return sum + to - clip(scale.position(fromMs));
  }, 0);
}

function measure(calendar: Calendar, question: DeadlineQuestion): Measured {
  const route = routeOf(calendar, question);
  const scale = scaleOfLeg(route.first);
  const start = scale.position(route.first.startMs);
  const ran = runRoute(route);
  let length = 0;
  let lapsesMs: number | undefined;
  let endPosition: number | undefined;
  for (const { course } of ran) {
    if (course.state === 'paused')
      return { route, scale, start, length: length + (course.used + course.left) * scale.perUnit };
    endPosition = scale.position(course.end.dueMs);
    lapsesMs = course.end.lapsesMs;
    length = endPosition - start - stoodStill(scale, route.blocks, { start, to: endPosition });
  }
  return {
    route,
    scale,
    start,
    length,
    ...(lapsesMs === undefined ? {} : { lapsesMs }),
    ...(endPosition === undefined ? {} : { endPosition }),
  };
}

/** When reminders are due, by the share of working time that is used up: 0.8 of ten working days is the close of the eighth. */
export function thresholdsOf(
  calendar: Calendar,
  question: DeadlineQuestion,
  shares: readonly number[],
): Threshold[] {
  const { route, scale, start, length } = measure(calendar, question);
  return shares.flatMap((share) => {
    const reached = pushBack(scale, { start, length: length * share }, route.blocks);
    return 'target' in reached
      ? [{ share, at: instantOfMs(Math.max(scale.instantAt(reached.target), route.first.startMs)) }]
      : [];
  });
}

/** What the inbox shows: how much working time is used, left, or overdue at an instant. */
export function progressOf(calendar: Calendar, question: DeadlineQuestion, now: Instant): Progress {
  const { route, scale, start, length, lapsesMs, endPosition } = measure(calendar, question);
  const nowMs = msOf(now);
  const to = Math.max(scale.position(nowMs), start);
  if (lapsesMs !== undefined && nowMs >= lapsesMs) {
    const overdueBy = Math.max(to - (endPosition ?? to), 0) / scale.perUnit;
    return { state: 'overdue', used: length / scale.perUnit, left: 0, overdueBy };
  }
  const used = Math.min(to - start - stoodStill(scale, route.blocks, { start, to }), length);
  const standsStill = route.blocks.some(({ fromMs, toMs }) => fromMs <= nowMs && nowMs < toMs);
  const state = standsStill ? 'paused' : 'running';
  return { state, used: used / scale.perUnit, left: (length - used) / scale.perUnit, overdueBy: 0 };
}
