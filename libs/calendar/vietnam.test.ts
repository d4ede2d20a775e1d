import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '#libs/kernel/time.js';
import { checkEdition, vietnamCalendar } from './calendar.js';
import { calendarDays } from './calendar-days.js';
import { dateOfDay, dayOf } from './days.js';
import { giaLaiEdition } from './editions/gia-lai.js';
import { vietnamEdition, vietnamEditionBeforeCultureDay } from './editions/vietnam.js';
import { isWorkingDay } from './working-days.js';

/** Weekdays off, as the notices list them; ranges are inclusive. */
const OFF: Readonly<Record<number, string>> = {
  2018: '01-01 02-14..02-16 02-19..02-20 04-25 04-30 05-01 09-03 12-31',
  2019: '01-01 02-04..02-08 04-15 04-29..05-01 09-02',
  2020: '01-01 01-23..01-24 01-27..01-29 04-02 04-30..05-01 09-02',
  2021: '01-01 02-10..02-12 02-15..02-16 04-21 04-30 05-03 09-02..09-03',
  2022: '01-03 01-31..02-04 04-11 05-02..05-03 09-01..09-02',
  2023: '01-02 01-20 01-23..01-26 05-01..05-03 09-01 09-04',
  2024: '01-01 02-08..02-09 02-12..02-14 04-18 04-29..05-01 09-02..09-03',
  2025: '01-01 01-27..01-31 04-07 04-30..05-02 09-01..09-02',
  2026: '01-01..01-02 02-16..02-20 04-27 04-30..05-01 08-31..09-02 11-24',
  2027: '01-01 02-04..02-05 02-08..02-10 04-16 04-30 05-03 09-02..09-03 11-24',
};
const WORKED: Readonly<Record<number, string[]>> = {
  2019: ['2019-01-05', '2019-05-04'],
  2024: ['2024-05-04'],
  2025: ['2025-04-26'],
  2026: ['2026-01-10', '2026-08-22'],
};

function datesOf(year: number, text: string): string[] {
  return text.split(' ').flatMap((range) => {
    const [first = '', last = first] = range.split('..');
    const from = dayOf(`${year}-${first}` as LocalDate);
    const to = dayOf(`${year}-${last}` as LocalDate);
    return Array.from({ length: to - from + 1 }, (_, index) => dateOfDay(from + index));
  });
}

describe.each(Object.keys(OFF).map(Number))('%i', (year) => {
  const days = calendarDays(vietnamCalendar, year);
  const isWeekend = ({ weekday }: { weekday: string }): boolean =>
    weekday === 'saturday' || weekday === 'sunday';
  it('is off on the weekdays of the notice and on no other', () => {
    const off = days.filter((day) => !isWeekend(day) && !day.working).map(({ on }) => on);
    expect(off).toStrictEqual(datesOf(year, OFF[year] ?? ''));
  });
  it('works on the make-up Saturdays and on no other weekend day', () => {
    const worked = days.filter((day) => isWeekend(day) && day.working).map(({ on }) => on);
    expect(worked).toStrictEqual(WORKED[year] ?? []);
  });
  it('names reason and source of every special day', () => {
    for (const { name, source } of days.filter(({ kind }) => kind !== 'ordinary' && kind !== 'weeklyRest')) {
      expect(name.vi).not.toBe('');
      expect(source?.source).toBeTruthy();
    }
  });
});

describe('the editions', () => {
  it.each([vietnamEdition, vietnamEditionBeforeCultureDay, giaLaiEdition])(
    '$id $version has no fault',
    (edition) => expect(checkEdition(edition)).toStrictEqual([]),
  );
  it('forecasts 2027 and nothing before', () => {
    expect(calendarDays(vietnamCalendar, 2026).some(({ provisional }) => provisional)).toBe(false);
    expect(calendarDays(vietnamCalendar, 2027).every(({ provisional }) => provisional)).toBe(true);
  });
  it('keeps the dates that return every year beyond its lists', () =>
    expect(isWorkingDay(vietnamCalendar, '2035-11-24' as LocalDate)).toBe(false));
  it('knew nothing of 24 November before the resolution', () =>
    expect(isWorkingDay(vietnamCalendar, '2025-11-24' as LocalDate)).toBe(true));
});
