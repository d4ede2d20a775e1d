import { describe, expect, it } from '@jest/globals';
import type { Instant } from '#libs/kernel/time.js';
import { checkEdition, vietnamCalendar } from './calendar.js';
import { deadlineOf } from './deadline.js';

const at = (text: string): Instant => new Date(text).toISOString() as Instant;

describe('the known answer', () => {
  it('accepted on Monday 16/11/2026, ten working days end on Tuesday 01/12/2026: 24/11 is a holiday', () => {
    const limit = { amount: 10, unit: 'workingDays' } as const;
    const startedAt = at('2026-11-16T09:00:00+07:00');
    expect(deadlineOf(vietnamCalendar, { startedAt, limit, pauses: [] })).toStrictEqual({
      state: 'running',
      startedAt,
      dueOn: '2026-12-01',
      dueAt: '2026-12-01T10:00:00.000Z',
      lapsesAt: '2026-12-01T17:00:00.000Z',
      provisional: false,
      calendar: { id: 'vietnam', version: '2026.2' },
    });
  });
});

describe('the calendar of Viet Nam', () => {
  it('has no fault', () => expect(checkEdition(vietnamCalendar.edition)).toStrictEqual([]));
});
