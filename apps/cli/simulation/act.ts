import type { Digest } from '#libs/kernel/ids.js';
import { epochOf, type Instant, instantFromEpoch, type LocalDate, startOfDay } from '#libs/kernel/time.js';
import type { LicenceCommand } from '#libs/licence/commands.js';
import type { Chance } from './chance.js';

/** What somebody does at an instant. */
export interface Act {
  readonly at: Instant;
  readonly command: LicenceCommand;
}

/** Simulated time begins later than any machine's present, so that the same seed meets the same calendar for years. */
export const BEGIN_YEAR = 2030;
export const PAPER = 'e'.repeat(64) as Digest;
export const REASON = 'Mô phỏng / simulated';
const DAY_MS = 86_400_000;
/** People act in the morning, after the reminders of the day. */
const ACT_MS = 10.5 * 3_600_000;

/** A day in the middle of some year, when neither reports nor the term are near. */
export function summer(years: number, chance: Chance): LocalDate {
  return `${BEGIN_YEAR + chance(years)}-05-02` as LocalDate;
}

export function act(instant: Instant, command: LicenceCommand): Act {
  return { at: instant, command };
}

export function at(date: LocalDate, days: number): Instant {
  return instantFromEpoch(epochOf(startOfDay(date)) + days * DAY_MS + ACT_MS);
}
