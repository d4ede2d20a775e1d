import type { Instant, LocalDate } from '#libs/kernel/time.js';
import { dateOfDay, dayOf, localDayOf } from './days.js';
import type { DurationUnit } from './duration.js';
import type { Explanation, ExplanationStep } from './explanation.js';

export type Evaluated =
  | { readonly state: 'ends'; readonly dueOn: LocalDate; readonly dueAt?: Instant }
  | { readonly state: 'standsStill'; readonly used: number }
  | { readonly state: 'wrong'; readonly why: string };

const DAYWISE: ReadonlySet<ExplanationStep['effect']> = new Set([
  'counts',
  'isNotCounted',
  'standsStill',
  'movesOn',
]);

/** Every day after the first day up to the last one must be accounted for; an extension counts on from the day before. */
function gapAfter(steps: readonly ExplanationStep[]): LocalDate | undefined {
  const days = steps.flatMap(({ dates = [] }) => dates.map(dayOf));
  const gap = days.slice(1).findIndex((day, index) => {
    const before = days[index] ?? day;
    return day !== before + 1 && day !== before;
  });
  const last = days[gap];
  return gap < 0 || last === undefined ? undefined : dateOfDay(last + 1);
}

function sumOf(steps: readonly ExplanationStep[], effect: ExplanationStep['effect']): number {
  const sum = steps.reduce((total, step) => total + (step.effect === effect ? (step.amount ?? 0) : 0), 0);
  return Math.round(sum * 1e6) / 1e6;
}

/** Weeks, months and years are counted in days up to the corresponding day, so that only their days can be added up. */
const COUNTED_IN_DAYS: ReadonlySet<DurationUnit> = new Set(['weeks', 'months', 'years']);

function faultOf({ limit, steps }: Explanation, walked: readonly ExplanationStep[]): string | undefined {
  const byDay = walked.every(({ spans }) => spans === undefined);
  const gap = byDay ? gapAfter(walked) : undefined;
  if (gap !== undefined) return `nothing is said about ${gap}`;
  if (steps.at(-1)?.effect === 'standsStill' || COUNTED_IN_DAYS.has(limit.unit)) return undefined;
  const used = sumOf(walked, 'counts');
  const wanted = limit.amount + sumOf(steps, 'extends');
  return used === wanted ? undefined : `${used} counted, ${wanted} wanted`;
}

function lastOf(step: ExplanationStep | undefined): Evaluated {
  const dueAt = step?.spans?.at(-1)?.to;
  if (dueAt !== undefined) return { state: 'ends', dueOn: dateOfDay(localDayOf(dueAt)), dueAt };
  const dueOn = step?.dates?.at(-1);
  return dueOn === undefined ? { state: 'wrong', why: 'no day is counted' } : { state: 'ends', dueOn };
}

/**
 * Reckons an explanation again from its own lines, without a calendar: what counts must add up to the limit and its
 * extensions, no day may be missing, and the last line that counts or moves on is the date.
 */
export function evaluate(explanation: Explanation): Evaluated {
  const { steps } = explanation;
  const walked = steps.filter(({ effect, dates }) => DAYWISE.has(effect) && dates !== undefined);
  const why = faultOf(explanation, walked);
  if (why !== undefined) return { state: 'wrong', why };
  if (steps.at(-1)?.effect === 'standsStill') return { state: 'standsStill', used: sumOf(walked, 'counts') };
  return lastOf(walked.at(-1));
}
