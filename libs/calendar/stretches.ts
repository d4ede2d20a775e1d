import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { LegalSource } from './edition.js';
import { scaleOfLeg, type Course, type Leg, type PauseBlock } from './course.js';
import type { Sitting } from './day-tables.js';
import { dateOfDay, instantOfMs, localDayOfMs, msOfLocal } from './days.js';
import type { ExplanationStep, StepEffect } from './explanation.js';
import { law } from './laws.js';
import { isWorking, sittingsOn } from './scales.js';
import * as say from './stretch-texts.js';

/** What became of one day (or one span of office time) on the way from the start to the end. */
interface Piece {
  readonly day: number;
  readonly effect: StepEffect;
  /** Pieces with the same key, one after the other, become one step. */
  readonly reason: Bilingual;
  readonly citation: LegalSource;
  readonly amount?: number;
  readonly fromMs?: number;
  readonly toMs?: number;
}

/** Why a day is no working day. */
function restOf(leg: Leg, day: number): { readonly reason: Bilingual; readonly citation: LegalSource } {
  const { holiday } = leg.calendar.tables.special.get(day) ?? {};
  if (holiday === undefined) return { reason: say.weeklyRest, citation: law.weeklyRest };
  return { reason: holiday.name, citation: { source: holiday.source, certainty: holiday.certainty } };
}

function pauseOn(blocks: readonly PauseBlock[], leg: Leg, day: number): PauseBlock | undefined {
  return blocks.find(
    ({ fromMs, toMs }) =>
      localDayOfMs(Math.max(fromMs, leg.startMs)) < day && (toMs === Infinity || day <= localDayOfMs(toMs)),
  );
}

function classifyDay(leg: Leg, blocks: readonly PauseBlock[], day: number): Piece {
  const pause = pauseOn(blocks, leg, day);
  const countsWorkingDays = leg.limit.unit === 'workingDays';
  if (countsWorkingDays && !isWorking(leg.calendar, day)) {
    return { day, effect: 'isNotCounted', ...restOf(leg, day) };
  }
  if (pause !== undefined) {
    return { day, effect: 'standsStill', reason: say.pauseReason(pause.reason), citation: law.pause };
  }
  const makeUp = leg.calendar.tables.special.get(day)?.makeUp;
  const reason = countsWorkingDays && makeUp !== undefined ? makeUp.name : say.counted;
  return { day, effect: 'counts', reason, citation: makeUp ?? law.counted, amount: 1 };
}

function dayPieces(leg: Leg, course: Course, blocks: readonly PauseBlock[]): Piece[] {
  const first = localDayOfMs(leg.startMs) + 1;
  const last = course.state === 'paused' ? localDayOfMs(course.sinceMs) : course.end.day;
  const pieces: Piece[] = [];
  let left = Infinity;
  if (course.state === 'running' && leg.limit.unit !== 'workingDays') left = course.end.askedAfter + 1;
  for (let day = first; day <= last; day++) {
    if (day > left) pieces.push({ day, effect: 'movesOn', ...restOrEnd(leg, day) });
    else pieces.push(classifyDay(leg, blocks, day));
  }
  return pieces;
}

/** After the last counted day fell on a day off: the days off up to the working day on which the limit ends. */
function restOrEnd(leg: Leg, day: number): { readonly reason: Bilingual; readonly citation: LegalSource } {
  if (isWorking(leg.calendar, day)) return { reason: say.nextWorkingDay, citation: law.movesOn };
  return { ...restOf(leg, day), citation: law.movesOn };
}

/** Office time, or all time for limits around the clock, cut where a pause begins or ends. */
function timePieces(leg: Leg, course: Course, blocks: readonly PauseBlock[]): Piece[] {
  const endMs = course.state === 'paused' ? course.sinceMs : course.end.dueMs;
  const scale = scaleOfLeg(leg);
  return spansOf(leg, endMs).flatMap(({ fromMs, toMs }) =>
    cutAt(fromMs, toMs, blocks).map((span): Piece => {
      const day = localDayOfMs(span.fromMs);
      const pause = blocks.find((block) => block.fromMs <= span.fromMs && span.fromMs < block.toMs);
      if (pause !== undefined) {
        return {
          day,
          effect: 'standsStill',
          reason: say.pauseReason(pause.reason),
          citation: law.pause,
          ...span,
        };
      }
      const amount = (scale.position(span.toMs) - scale.position(span.fromMs)) / scale.perUnit;
      return { day, effect: 'counts', reason: say.counted, citation: law.counted, amount, ...span };
    }),
  );
}

interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Limits around the clock run all day. */
function openOn({ calendar, limit }: Leg, day: number): readonly Sitting[] {
  return limit.unit === 'hours' ? [{ opens: 0, closes: 1440 }] : sittingsOn(calendar, day);
}

function spansOf(leg: Leg, endMs: number): Span[] {
  const first = localDayOfMs(leg.startMs);
  const days = Array.from({ length: localDayOfMs(endMs) - first + 1 }, (_, index) => first + index);
  return days
    .flatMap((day) => openOn(leg, day).map(({ opens, closes }) => ({ day, opens, closes })))
    .map(({ day, opens, closes }) => ({
      fromMs: Math.max(msOfLocal(day, opens), leg.startMs),
      toMs: Math.min(msOfLocal(day, closes), endMs),
    }))
    .filter(({ fromMs, toMs }) => fromMs < toMs);
}

function cutAt(fromMs: number, toMs: number, blocks: readonly PauseBlock[]): Span[] {
  const cuts = blocks.flatMap((block) => [block.fromMs, block.toMs]).filter((ms) => fromMs < ms && ms < toMs);
  const edges = [fromMs, ...cuts, toMs];
  return edges.slice(1).map((edge, index) => ({ fromMs: edges[index] ?? fromMs, toMs: edge }));
}

/** A sitting is used up as a whole; the one that holds the start is not counted, as with days. */
function sittingPieces(leg: Leg, course: Course, blocks: readonly PauseBlock[]): Piece[] {
  const endMs = course.state === 'paused' ? course.sinceMs : course.end.dueMs;
  const scale = scaleOfLeg(leg);
  const startPosition = scale.position(leg.startMs);
  return spansOf({ ...leg, startMs: msOfLocal(localDayOfMs(leg.startMs)) }, endMs).flatMap(
    (span): Piece[] => {
      const position = scale.position(span.fromMs);
      if (position <= startPosition) return [];
      const day = localDayOfMs(span.fromMs);
      const pause = blocks.find(
        (block) =>
          Math.max(scale.position(block.fromMs), startPosition) < position &&
          (block.toMs === Infinity || position <= scale.position(block.toMs)),
      );
      if (pause !== undefined) {
        return [
          { day, effect: 'standsStill', reason: say.pauseReason(pause.reason), citation: law.pause, ...span },
        ];
      }
      return [
        { day, effect: 'counts', reason: say.countedSession, citation: law.sessions, amount: 0.5, ...span },
      ];
    },
  );
}

function spanOf({ fromMs, toMs }: Piece): NonNullable<ExplanationStep['spans']> {
  if (fromMs === undefined || toMs === undefined) return [];
  return [{ from: instantOfMs(fromMs), to: instantOfMs(toMs) }];
}

function stepOf(pieces: readonly Piece[], first: Piece, total: number): ExplanationStep {
  const { effect, reason, citation } = first;
  const dates = [...new Set(pieces.map(({ day }) => day))].map(dateOfDay);
  const spans = pieces.flatMap(spanOf);
  const amount = pieces.reduce((sum, piece) => sum + (piece.amount ?? 0), 0);
  const text = say.stretch({ effect, dates, reason, amount, total });
  const counted = effect === 'counts' ? { amount } : {};
  return {
    effect,
    on: dateOfDay(first.day),
    dates,
    ...(spans.length > 0 ? { spans } : {}),
    ...counted,
    text,
    citation,
  };
}

function grouped(pieces: readonly Piece[]): ExplanationStep[] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const open = groups.at(-1);
    const same = open?.[0]?.effect === piece.effect && open[0].reason.vi === piece.reason.vi;
    if (open !== undefined && same) open.push(piece);
    else groups.push([piece]);
  }
  let total = 0;
  return groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    total += group.reduce((sum, { amount = 0 }) => sum + amount, 0);
    return [stepOf(group, first, total)];
  });
}

/** What became of every day, or every span of office time, between the start and the end of one stretch. */
export function stretchesOf(leg: Leg, course: Course, blocks: readonly PauseBlock[]): ExplanationStep[] {
  const { unit, amount } = leg.limit;
  if (unit === 'hours' || unit === 'workingHours') return grouped(timePieces(leg, course, blocks));
  const bySession = unit === 'workingDays' && (leg.bySession || !Number.isInteger(amount));
  return grouped(bySession ? sittingPieces(leg, course, blocks) : dayPieces(leg, course, blocks));
}
