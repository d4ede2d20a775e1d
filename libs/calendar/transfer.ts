import { instantFromEpoch, type Instant } from '#libs/kernel/time.js';
import type { Calendar } from './calendar.js';
import { localDayOfMs, msOf, msOfLocal } from './days.js';
import { isWorking, nthWorkingDay, sittingsOn, workingThrough } from './scales.js';

/** 15:00, Decree 61/2018 Art. 18(2) and Decree 118/2025 Art. 18(2). */
const CUT_OFF_MINUTE = 15 * 60;

/**
 * When a paper dossier reaches the unit in charge: the same working day, or the opening of the next one when it was received
 * after 15:00 or on a day off.
 */
export function transferMs(calendar: Calendar, receivedMs: number): number {
  const day = localDayOfMs(receivedMs);
  if (isWorking(calendar, day) && receivedMs <= msOfLocal(day, CUT_OFF_MINUTE)) return receivedMs;
  const next = nthWorkingDay(calendar, workingThrough(calendar, day) + 1);
  return msOfLocal(next, sittingsOn(calendar, next)[0]?.opens);
}

/** The latest instant for the internal transfer of what was received at an instant. */
export function transferDueAt(calendar: Calendar, receivedAt: Instant): Instant {
  const receivedMs = msOf(receivedAt);
  const reached = transferMs(calendar, receivedMs);
  if (reached > receivedMs) return instantFromEpoch(reached);
  const day = localDayOfMs(receivedMs);
  const closes = sittingsOn(calendar, day).at(-1)?.closes ?? CUT_OFF_MINUTE;
  return instantFromEpoch(Math.max(msOfLocal(day, closes), receivedMs));
}
