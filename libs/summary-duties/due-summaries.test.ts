import { describe, expect, it } from '@jest/globals';
import { vietnamCalendar } from '#libs/calendar/calendar.js';
import type { Instant } from '#libs/kernel/time.js';
import { remindersDue, summaryReminders } from './due-summaries.js';
import { findPeriod, type Period } from './period.js';
import { summaryDueOn } from './reporting-duties.js';

const period = (name: string): Period => {
  const found = findPeriod(name);
  if (!found) throw new Error(`${name} is no period`);
  return found;
};

describe('the department', () => {
  it('owes its summaries before 31 July and before 31 January', () => {
    const dues = ['2026-H1', '2026-H2', '2026'].map((name) => summaryDueOn(period(name)));
    expect(dues).toStrictEqual(['2026-07-30', '2027-01-30', '2027-01-30']);
  });

  it('is reminded on working days: before the last one never later than asked, afterwards never earlier', () => {
    // 30 January 2027 is a Saturday; 7 to 10 February are days off (Tết).
    const reminders = summaryReminders(vietnamCalendar, period('2026-H2'));
    expect(reminders.map(({ kind, step, at }) => `${kind} ${step} ${at.slice(0, 10)}`)).toStrictEqual([
      'due 1 2027-01-15',
      'due 2 2027-01-27',
      'due 3 2027-01-29',
      'late 1 2027-02-01',
      'late 2 2027-02-11',
      'late 3 2027-02-15',
      'late 4 2027-02-22',
    ]);
  });

  it('is reminded once of each after an outage, and of nothing older than its first day', () => {
    const since = '2026-12-01T00:00:00.000Z' as Instant;
    const reminded = (now: string) =>
      remindersDue(vietnamCalendar, { since, now: now as Instant }).map(
        ({ period: { name }, kind, step }) => `${name} ${kind} ${step}`,
      );
    expect(reminded('2027-01-30T01:00:00.000Z')).toStrictEqual(['2026-H2 due 3', '2026 due 3']);
    expect(reminded('2027-02-12T01:00:00.000Z')).toStrictEqual(['2026-H2 late 2', '2026 late 2']);
    expect(reminded(since)).toStrictEqual([]);
  });
});

it.each(['2026-H3', '26', '2026-h1', '1999', '2026-13', ''])('%s names no period', (name) => {
  expect(findPeriod(name)).toBeUndefined();
});
