import type { Calendar } from './calendar.js';
import { addMonths, localDayOfMs, msOf } from './days.js';
import type { DeadlineQuestion, Extension, Pause } from './deadline.js';
import type { Duration, DurationUnit } from './duration.js';
import { leansOnForecast, scales, type End, type Scale } from './scales.js';
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
function blocksOf(pauses: readonly Pause[]): PauseBlock[] {
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

function scaleOf(calendar: Calendar, { amount, unit }: Duration, bySession: boolean): Scale {
  const inHalves = unit === 'workingDays' && (bySession || !Number.isInteger(amount));
  return scales[inHalves ? 'bySitting' : MEASURES[unit]](calendar);
}

/** The limit in positions of its scale. Months and years become the days to the corresponding day. */
function lengthOf({ amount, unit }: Duration, scale: Scale, startMs: number): number {
  if (unit === 'weeks') return amount * 7;
  if (unit !== 'months' && unit !== 'years') return amount * scale.perUnit;
  const startDay = localDayOfMs(startMs);
  return addMonths(startDay, unit === 'years' ? amount * 12 : amount) - startDay;
}

/** One stretch of counting: the limit itself, or an extension that begins where the end before it stood. */
export interface Leg {
  readonly calendar: Calendar;
  readonly limit: Duration;
  readonly bySession: boolean;
  readonly startMs: number;
}

/** The whole way: where it starts, what stands still from there on, and the stretches. */
export interface Route {
  readonly first: Leg;
  readonly blocks: readonly PauseBlock[];
  readonly extensions: readonly Extension[];
  /** Completed pauses that set the limit back to zero. */
  readonly restarts: readonly PauseBlock[];
}

type Reached = { readonly target: number } | { readonly openBlock: PauseBlock; readonly left: number };

/**
 * Pushes an end back by what each pause takes away. A pause that begins when everything is used up already changes nothing:
 * lateness is not undone by asking for something later.
 */
export function pushBack(
  scale: Scale,
  span: { readonly start: number; readonly length: number },
  blocks: readonly PauseBlock[],
): Reached {
  let target = span.start + span.length;
  for (const block of blocks) {
    const from = Math.max(scale.position(block.fromMs), span.start);
    if (target <= from) break;
    if (block.toMs === Infinity) return { openBlock: block, left: target - from };
    target += Math.max(scale.position(block.toMs), span.start) - from;
  }
  return { target };
}

export function scaleOfLeg({ calendar, limit, bySession }: Leg): Scale {
  return scaleOf(calendar, limit, bySession);
}

/** How many of the completed pauses came in time, so that each set the limit back to zero. */
function countRestarts(first: Leg, blocks: readonly PauseBlock[]): number {
  const scale = scaleOfLeg(first);
  let { startMs } = first;
  for (const [index, block] of blocks.entries()) {
    const target = scale.position(startMs) + lengthOf(first.limit, scale, startMs);
    const ended = target <= scale.position(Math.max(block.fromMs, startMs));
    if (ended || block.toMs === Infinity) return index;
    startMs = Math.max(startMs, block.toMs);
  }
  return blocks.length;
}

/** Where counting begins: the recorded start, moved by the transfer rule, or a recorded restart. */
function startOf(calendar: Calendar, question: DeadlineQuestion): number {
  if (question.restartedAt !== undefined) return msOf(question.restartedAt);
  const startMs = msOf(question.startedAt);
  return question.startRule === 'onTransfer' ? transferMs(calendar, startMs) : startMs;
}

export function routeOf(calendar: Calendar, question: DeadlineQuestion): Route {
  const { limit, bySession = false, extensions = [] } = question;
  const leg: Leg = { calendar, limit, bySession, startMs: startOf(calendar, question) };
  const blocks = blocksOf(question.pauses);
  const restarts = question.regime === 'restart' ? blocks.slice(0, countRestarts(leg, blocks)) : [];
  const startMs = Math.max(leg.startMs, restarts.at(-1)?.toMs ?? leg.startMs);
  return {
    first: { ...leg, startMs },
    blocks: blocks.slice(restarts.length),
    extensions: extensions.filter(({ grantedAt }) => msOf(grantedAt) >= startMs),
    restarts,
  };
}

function runLeg(leg: Leg, blocks: readonly PauseBlock[]): Course {
  const scale = scaleOfLeg(leg);
  const { startMs } = leg;
  const length = lengthOf(leg.limit, scale, startMs);
  const reached = pushBack(scale, { start: scale.position(startMs), length }, blocks);
  if ('target' in reached) return { state: 'running', startMs, end: scale.end(reached.target, startMs) };
  const { openBlock, left } = reached;
  const amounts = { used: (length - left) / scale.perUnit, left: left / scale.perUnit };
  return { state: 'paused', startMs, sinceMs: openBlock.fromMs, reason: openBlock.reason, ...amounts };
}

/** Each stretch with how it ran; the last one says how the limit stands. */
export function runRoute({
  first,
  blocks,
  extensions,
}: Route): { readonly leg: Leg; readonly course: Course }[] {
  const ran = [{ leg: first, course: runLeg(first, blocks) }];
  for (const { by } of extensions) {
    const before = ran.at(-1)?.course;
    if (before?.state !== 'running') return ran;
    const leg = { ...first, limit: by, startMs: before.end.dueMs };
    ran.push({ leg, course: runLeg(leg, blocks) });
  }
  return ran;
}

/** How the limit stands, extensions included; it leans on a forecast if any of its stretches does. */
export function runCourse(
  calendar: Calendar,
  question: DeadlineQuestion,
): Course & { readonly provisional: boolean } {
  const route = routeOf(calendar, question);
  const { startMs } = route.first;
  const ran = runRoute(route);
  const last = ran.at(-1)?.course ?? runLeg(route.first, route.blocks);
  const provisional = ran.some(
    ({ course }) => course.state === 'running' && leansOnForecast(calendar, course.end),
  );
  return { ...last, startMs, provisional: provisional && last.state === 'running' };
}
