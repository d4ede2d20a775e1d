import type { Calendar } from './calendar.js';
import { addMonths, localDayOfMs, msOf } from './days.js';
import type { DeadlineQuestion, Extension, Pause } from './deadline.js';
import type { Duration, DurationUnit } from './duration.js';
import { scales, type End, type Scale } from './scales.js';
import { transferMs } from './transfer.js';

/** Pauses that overlap or touch, as one; `toMs` is Infinity while it is open. */
export interface PauseBlock {
  readonly fromMs: number;
  readonly toMs: number;
  readonly reason: string;
}

/** How a limit ran, in numbers. */
export type Course =
  | { readonly state: 'running'; readonly startMs: number; readonly end: End }
  | {
      readonly state: 'paused';
      readonly startMs: number;
      readonly sinceMs: number;
      readonly reason: string;
      readonly used: number;
      readonly left: number;
    };

/** Order, overlap and repetition of pauses make no difference: the limit stands still while at least one is open. */
export function blocksOf(pauses: readonly Pause[]): PauseBlock[] {
  const sorted = pauses
    .map(({ from, to, reason }) => ({
      fromMs: msOf(from),
      toMs: to === undefined ? Infinity : msOf(to),
      reason,
    }))
    .sort((a, b) => a.fromMs - b.fromMs);
  const blocks: PauseBlock[] = [];
  for (const pause of sorted) {
    const last = blocks.at(-1);
    if (last === undefined || pause.fromMs > last.toMs) blocks.push(pause);
    else if (pause.toMs > last.toMs) blocks[blocks.length - 1] = { ...last, toMs: pause.toMs };
  }
  return blocks;
}

type Measure = keyof typeof scales;

const MEASURES: Record<DurationUnit, Measure> = {
  workingDays: 'byWorkingDay',
  workingHours: 'byWorkingHour',
  hours: 'byHour',
  calendarDays: 'byCalendarDay',
  weeks: 'byCalendarDay',
  months: 'byCalendarDay',
  years: 'byCalendarDay',
};

export function scaleOf(calendar: Calendar, { amount, unit }: Duration, bySession: boolean): Scale {
  const inHalves = unit === 'workingDays' && (bySession || !Number.isInteger(amount));
  return scales[inHalves ? 'bySitting' : MEASURES[unit]](calendar);
}

/** The limit in positions of its scale. Months and years become the days to the corresponding day. */
export function lengthOf({ amount, unit }: Duration, scale: Scale, startMs: number): number {
  if (unit === 'weeks') return amount * 7;
  if (unit !== 'months' && unit !== 'years') return amount * scale.perUnit;
  const startDay = localDayOfMs(startMs);
  return addMonths(startDay, unit === 'years' ? amount * 12 : amount) - startDay;
}

export interface Leg {
  readonly calendar: Calendar;
  readonly limit: Duration;
  readonly bySession: boolean;
  readonly startMs: number;
}

export type LegEnd =
  | { readonly target: number }
  | { readonly openBlock: PauseBlock; readonly used: number; readonly left: number };

/**
 * Pushes the end back by what each pause takes away. A pause that begins when the limit is already used up changes nothing:
 * lateness is not undone by asking for something later.
 */
export function pushBack(scale: Scale, leg: Leg, blocks: readonly PauseBlock[]): LegEnd {
  const start = scale.position(leg.startMs);
  const length = lengthOf(leg.limit, scale, leg.startMs);
  let target = start + length;
  for (const block of blocks) {
    const from = Math.max(scale.position(block.fromMs), start);
    if (target <= from) break;
    if (block.toMs === Infinity) {
      const left = (target - from) / scale.perUnit;
      return { openBlock: block, used: length / scale.perUnit - left, left };
    }
    target += Math.max(scale.position(block.toMs), start) - from;
  }
  return { target };
}

/** Where the limit runs from once every completed pause that came in time has set it back to zero. */
export function restartedBy(
  leg: Leg,
  blocks: readonly PauseBlock[],
): { startMs: number; blocks: readonly PauseBlock[] } {
  const scale = scaleOf(leg.calendar, leg.limit, leg.bySession);
  let startMs = leg.startMs;
  for (const [index, block] of blocks.entries()) {
    const target = scale.position(startMs) + lengthOf(leg.limit, scale, startMs);
    const ended = target <= scale.position(Math.max(block.fromMs, startMs));
    if (ended || block.toMs === Infinity) return { startMs, blocks: blocks.slice(index) };
    startMs = Math.max(startMs, block.toMs);
  }
  return { startMs, blocks: [] };
}

function runLeg(leg: Leg, blocks: readonly PauseBlock[]): Course {
  const scale = scaleOf(leg.calendar, leg.limit, leg.bySession);
  const end = pushBack(scale, leg, blocks);
  const { startMs } = leg;
  if ('target' in end) return { state: 'running', startMs, end: scale.end(end.target, startMs) };
  const { openBlock, used, left } = end;
  return { state: 'paused', startMs, sinceMs: openBlock.fromMs, reason: openBlock.reason, used, left };
}

/** Where the first leg begins: the recorded start, moved by the transfer rule, or a recorded restart. */
export function startOf(calendar: Calendar, question: DeadlineQuestion): number {
  if (question.restartedAt !== undefined) return msOf(question.restartedAt);
  const startMs = msOf(question.startedAt);
  return question.startRule === 'onTransfer' ? transferMs(calendar, startMs) : startMs;
}

function extended(
  course: Course,
  leg: Leg,
  rest: { blocks: readonly PauseBlock[]; extensions: readonly Extension[] },
): Course {
  let reached = course;
  for (const { by } of rest.extensions) {
    if (reached.state === 'paused') return reached;
    reached = {
      ...runLeg({ ...leg, limit: by, startMs: reached.end.dueMs }, rest.blocks),
      startMs: leg.startMs,
    };
  }
  return reached;
}

export function runCourse(calendar: Calendar, question: DeadlineQuestion): Course {
  const { limit, bySession = false, extensions = [] } = question;
  let leg: Leg = { calendar, limit, bySession, startMs: startOf(calendar, question) };
  let blocks: readonly PauseBlock[] = blocksOf(question.pauses);
  if (question.regime === 'restart') {
    const restarted = restartedBy(leg, blocks);
    leg = { ...leg, startMs: restarted.startMs };
    blocks = restarted.blocks;
  }
  const granted = extensions.filter(({ grantedAt }) => msOf(grantedAt) >= leg.startMs);
  return extended(runLeg(leg, blocks), leg, { blocks, extensions: granted });
}
