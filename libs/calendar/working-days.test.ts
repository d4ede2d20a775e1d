import { describe, expect, it } from '@jest/globals';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import { vietnamCalendar as calendar } from './calendar.js';
import { transferDueAt } from './transfer.js';
import {
  addWorkingDays,
  addWorkingHours,
  closeOfOffice,
  isOfficeOpen,
  isWorkingDay,
  nextWorkingDay,
  sameOrNextWorkingDay,
  sameOrPreviousWorkingDay,
  workingDaysBetween,
} from './working-days.js';

const on = (text: string): LocalDate => text as LocalDate;
const at = (text: string): Instant => new Date(`${text}+07:00`).toISOString() as Instant;

describe('working days', () => {
  it('knows them', () => {
    expect(isWorkingDay(calendar, on('2026-11-23'))).toBe(true);
    expect(isWorkingDay(calendar, on('2026-11-24'))).toBe(false);
  });
  it('finds the neighbours of Tết', () => {
    expect(nextWorkingDay(calendar, on('2026-02-13'))).toBe('2026-02-23');
    expect(sameOrNextWorkingDay(calendar, on('2026-02-17'))).toBe('2026-02-23');
    expect(sameOrPreviousWorkingDay(calendar, on('2026-02-17'))).toBe('2026-02-13');
    expect(sameOrNextWorkingDay(calendar, on('2026-02-13'))).toBe('2026-02-13');
    expect(sameOrPreviousWorkingDay(calendar, on('2026-02-13'))).toBe('2026-02-13');
  });
  it('adds and takes away', () => {
    expect(addWorkingDays(calendar, on('2026-11-16'), 10)).toBe('2026-12-01');
    expect(addWorkingDays(calendar, on('2026-12-01'), -10)).toBe('2026-11-16');
    expect(addWorkingDays(calendar, on('2026-11-22'), -1)).toBe('2026-11-20');
    expect(addWorkingDays(calendar, on('2026-11-22'), 0)).toBe('2026-11-22');
  });
  it('counts between', () => {
    expect(workingDaysBetween(calendar, on('2026-11-16'), on('2026-12-01'))).toBe(10);
    expect(workingDaysBetween(calendar, on('2026-12-01'), on('2026-11-16'))).toBe(-10);
    expect(workingDaysBetween(calendar, on('2026-11-21'), on('2026-11-22'))).toBe(0);
  });
});

describe('office hours', () => {
  it.each([
    ['2026-11-16T09:00', 1, '2026-11-16T10:00'],
    ['2026-11-16T11:00', 1, '2026-11-16T14:00'],
    ['2026-11-16T16:30', 8, '2026-11-17T17:00'],
    ['2026-11-21T09:00', 0.5, '2026-11-23T08:00'],
    ['2026-11-16T09:00', 0, '2026-11-16T09:00'],
  ])('%s and %d hours is %s', (from, hours, to) =>
    expect(addWorkingHours(calendar, at(from), hours)).toBe(at(to)),
  );
  it('closes at 17:00, at midnight on a day off', () => {
    expect(closeOfOffice(calendar, on('2026-11-23'))).toBe(at('2026-11-23T17:00'));
    expect(closeOfOffice(calendar, on('2026-11-24'))).toBe(at('2026-11-25T00:00'));
  });
  it('is open from the opening to just before the close', () => {
    expect(
      ['07:29', '07:30', '11:29', '11:30', '16:59', '17:00'].map((time) =>
        isOfficeOpen(calendar, at(`2026-11-23T${time}`)),
      ),
    ).toStrictEqual([false, true, true, false, true, false]);
  });
});

it.each([
  ['before the cut-off: the same day', '2026-11-23T09:00', '2026-11-23T17:00'],
  ['after it: the next opening', '2026-11-23T15:01', '2026-11-25T07:30'],
  ['on a day off', '2026-11-22T09:00', '2026-11-23T07:30'],
])('a paper is transferred %s', (_, received, due) =>
  expect(transferDueAt(calendar, at(received))).toBe(at(due)),
);
