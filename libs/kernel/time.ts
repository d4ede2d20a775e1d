import type { Brand } from './brand.js';

/** An instant in UTC with milliseconds, always written `2026-11-16T02:00:00.000Z`, so that text order is time order. */
export type Instant = Brand<string, 'Instant'>;

/** A date of the civil calendar in Viet Nam (UTC+07:00), written `2026-11-16`. */
export type LocalDate = Brand<string, 'LocalDate'>;

/** Where the present comes from; the domain is handed an instant and never asks. */
export interface Clock {
  now(): Instant;
}

const HANOI_OFFSET_MS = 7 * 60 * 60 * 1000;

/** @throws RangeError when `epochMs` is no instant. */
export function instantFromEpoch(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant;
}

export function epochOf(instant: Instant): number {
  return Date.parse(instant);
}

/** The civil date in Viet Nam at an instant. Viet Nam keeps UTC+07:00 all year; the machine's zone is never asked. */
export function localDateOf(instant: Instant): LocalDate {
  return new Date(epochOf(instant) + HANOI_OFFSET_MS).toISOString().slice(0, 10) as LocalDate;
}

/** A civil date as the office writes it in figures, in both languages: `2026-11-16` is `16/11/2026`. */
export function shownDate(date: string): string {
  return date.split('-').toReversed().join('/');
}

/** The instant at which a civil date begins in Viet Nam. */
export function startOfDay(date: LocalDate): Instant {
  return instantFromEpoch(Date.parse(`${date}T00:00:00.000Z`) - HANOI_OFFSET_MS);
}

/** The last day of a time that ends at 24:00: of the next day, in which that instant lies, nobody may think that it is still in time. */
export function dayEndedBy(instant: Instant): LocalDate {
  return localDateOf(instantFromEpoch(epochOf(instant) - 1));
}

export const systemClock: Clock = { now: () => instantFromEpoch(Date.now()) };
