/**
 * How a limit is measured. `workingDays` may be a multiple of 0.5 (office sessions, for steps inside an office).
 * `workingHours` run only while the office is open; `hours` run around the clock (the three-hour duties).
 */
export type DurationUnit =
  'workingDays' | 'workingHours' | 'hours' | 'calendarDays' | 'weeks' | 'months' | 'years';

export interface Duration {
  readonly amount: number;
  readonly unit: DurationUnit;
}

const WHOLE_ONLY: ReadonlySet<DurationUnit> = new Set(['calendarDays', 'weeks', 'months', 'years']);

/** A limit that can be counted: not negative, whole in calendar units, in half days at the finest for working days. */
export function isCountable({ amount, unit }: Duration): boolean {
  if (!Number.isFinite(amount) || amount < 0) return false;
  if (unit === 'workingDays') return Number.isInteger(amount * 2);
  return !WHOLE_ONLY.has(unit) || Number.isInteger(amount);
}
