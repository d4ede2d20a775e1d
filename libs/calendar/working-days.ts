import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { Calendar } from './calendar.js';
import { dateOfDay, dayOf, instantOfMs, localDayOf, msOf, msOfLocal } from './days.js';
import { isWorking, nthWorkingDay, rolled, scales, sittingsOn, workingThrough } from './scales.js';

export function isWorkingDay(calendar: Calendar, date: LocalDate): boolean {
  return isWorking(calendar, dayOf(date));
}

/** The first working day after a date. */
export function nextWorkingDay(calendar: Calendar, date: LocalDate): LocalDate {
  return addWorkingDays(calendar, date, 1);
}

/** The date itself if it is a working day, else the next one: where a limit ends (Civil Code 2015 Art. 148(5)). */
export function sameOrNextWorkingDay(calendar: Calendar, date: LocalDate): LocalDate {
  return dateOfDay(rolled(calendar, dayOf(date)));
}

/** The date itself if it is a working day, else the one before: where "not later than" is never moved on. */
export function sameOrPreviousWorkingDay(calendar: Calendar, date: LocalDate): LocalDate {
  return dateOfDay(nthWorkingDay(calendar, workingThrough(calendar, dayOf(date))));
}

/**
 * The n-th working day after a date, the date itself not counted (Civil Code 2015 Art. 147). A negative n counts back; zero
 * gives the date itself, working day or not.
 */
export function addWorkingDays(calendar: Calendar, date: LocalDate, n: number): LocalDate {
  if (n === 0) return date;
  const day = dayOf(date);
  if (n > 0) return dateOfDay(nthWorkingDay(calendar, workingThrough(calendar, day) + n));
  const before = workingThrough(calendar, day) - (isWorking(calendar, day) ? 1 : 0);
  return dateOfDay(nthWorkingDay(calendar, before + 1 + n));
}

/** The working days after `from` up to and including `to`; negative where `to` comes first. */
export function workingDaysBetween(calendar: Calendar, from: LocalDate, to: LocalDate): number {
  return workingThrough(calendar, dayOf(to)) - workingThrough(calendar, dayOf(from));
}

/** The instant at which so many hours of office time have passed; outside office hours time stands still. */
export function addWorkingHours(calendar: Calendar, at: Instant, hours: number): Instant {
  const scale = scales.byWorkingHour(calendar);
  const startMs = msOf(at);
  if (hours === 0) return at;
  return instantOfMs(scale.end(scale.position(startMs) + hours * scale.perUnit, startMs).dueMs);
}

/** Hours of office time between two instants; negative where `to` comes first. */
export function workingHoursBetween(calendar: Calendar, from: Instant, to: Instant): number {
  const scale = scales.byWorkingHour(calendar);
  return (scale.position(msOf(to)) - scale.position(msOf(from))) / scale.perUnit;
}

/** The close of office on a date; 24:00 where it is no working day. */
export function closeOfOffice(calendar: Calendar, date: LocalDate): Instant {
  const day = dayOf(date);
  const closes = sittingsOn(calendar, day).at(-1)?.closes;
  return instantOfMs(closes === undefined ? msOfLocal(day + 1) : msOfLocal(day, closes));
}

export function isOfficeOpen(calendar: Calendar, at: Instant): boolean {
  const day = localDayOf(at);
  const ms = msOf(at);
  return sittingsOn(calendar, day).some(
    ({ opens, closes }) => ms >= msOfLocal(day, opens) && ms < msOfLocal(day, closes),
  );
}
