import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { instantFromEpoch, localDateOf, type LocalDate } from '#libs/kernel/time.js';
import { addMonths, dateOfDay, dayOf, instantOfMs, localDayOf, msOf, weekdayOf } from './days.js';
import { parseInstant } from './instant-input.js';

const ms = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 11, 31) });

describe('dates as numbers', () => {
  it('agree with the built-in reckoning in UTC', () =>
    fc.assert(
      fc.property(ms, (value) => {
        const instant = instantFromEpoch(value);
        expect(instantOfMs(value)).toBe(instant);
        expect(msOf(instant)).toBe(value);
        expect(dateOfDay(localDayOf(instant))).toBe(localDateOf(instant));
        expect(weekdayOf(Math.floor(value / 86_400_000))).toBe((new Date(value).getUTCDay() + 6) % 7);
      }),
    ));
  it('know every day of the century', () => {
    const first = dayOf('2000-01-01' as LocalDate);
    const century = Array.from({ length: 36_525 }, (_, index) => first + index);
    expect(century.filter((day) => dayOf(dateOfDay(day)) !== day)).toStrictEqual([]);
    expect(dateOfDay(first + 36_524)).toBe('2099-12-31');
  });
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s and %i months is %s', (from, months, to) =>
    expect(dateOfDay(addMonths(dayOf(from as LocalDate), months))).toBe(to),
  );
});

describe('instants from outside', () => {
  it.each([
    ['2026-11-16T09:00:00+07:00', '2026-11-16T02:00:00.000Z'],
    ['2026-11-16T02:00Z', '2026-11-16T02:00:00.000Z'],
    ['2026-11-16T09:00:00.1234567+07:00', '2026-11-16T02:00:00.123Z'],
    ['2026-11-15T22:00:00-04:00', '2026-11-16T02:00:00.000Z'],
    ['2026-11-16', '2026-11-15T17:00:00.000Z'],
  ])('%s', (text, instant) => expect(parseInstant(text)).toBe(instant));
  it.each([
    '2026-02-30T09:00:00Z',
    '2025-02-29',
    '2026-11-16T24:00:00Z',
    '2026-11-16T09:60:00Z',
    '2026-11-16T09:00:00',
    '2026-11-16 09:00:00Z',
    '16/11/2026',
    '1999-12-31',
    '2026-11-16T09:00:00+7:00',
    '',
    'Z',
  ])('refuses %j', (text) => expect(parseInstant(text)).toBeUndefined());
});
