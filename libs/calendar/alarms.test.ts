import { describe, expect, it } from '@jest/globals';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import { alarmsOf, apologyDueOn, lastDayBefore, latestDayBefore, nextWakeUp, type Mark } from './alarms.js';
import { vietnamCalendar as calendar } from './calendar.js';
import type { DeadlineQuestion } from './deadline.js';
import { progressOf, thresholdsOf } from './progress.js';

const on = (text: string): LocalDate => text as LocalDate;
const at = (text: string): Instant => new Date(`${text}+07:00`).toISOString() as Instant;
const ten: DeadlineQuestion = {
  startedAt: at('2026-11-16T09:00'),
  limit: { amount: 10, unit: 'workingDays' },
  pauses: [],
};
const paused: DeadlineQuestion = { ...ten, pauses: [{ from: at('2026-11-20T09:00'), reason: 'fee' }] };

describe('thresholds', () => {
  it('fall on the share of the working time', () =>
    expect(thresholdsOf(calendar, ten, [0.5, 0.75, 0.8, 1])).toStrictEqual([
      { share: 0.5, at: at('2026-11-23T17:00') },
      { share: 0.75, at: at('2026-11-27T11:15') },
      { share: 0.8, at: at('2026-11-27T17:00') },
      { share: 1, at: at('2026-12-01T17:00') },
    ]));
  it('are known up to an open pause', () =>
    expect(thresholdsOf(calendar, paused, [0.25, 0.8])).toStrictEqual([
      { share: 0.25, at: at('2026-11-19T11:15') },
    ]));
  it('stretch with an extension', () => {
    const extensions = [{ by: ten.limit, grantedAt: at('2026-11-30T09:00'), reason: 'x' }];
    expect(thresholdsOf(calendar, { ...ten, extensions }, [0.5])).toStrictEqual([
      { share: 0.5, at: at('2026-12-01T17:00') },
    ]);
  });
});

describe('counting back', () => {
  it('"before 15 January" is the 14th at the latest, though a Saturday or Sunday', () =>
    expect(lastDayBefore(on('2026-01-19'))).toBe('2026-01-18'));
  it('"at least 30 days before" is never moved later', () => {
    expect(latestDayBefore(calendar, on('2026-12-22'), { amount: 30, unit: 'calendarDays' })).toBe(
      '2026-11-22',
    );
    expect(latestDayBefore(calendar, on('2026-12-01'), { amount: 10, unit: 'workingDays' })).toBe(
      '2026-11-16',
    );
    expect(latestDayBefore(calendar, on('2026-03-31'), { amount: 1, unit: 'months' })).toBe('2026-02-28');
    expect(latestDayBefore(calendar, on('2028-02-29'), { amount: 1, unit: 'years' })).toBe('2027-02-28');
    expect(latestDayBefore(calendar, on('2026-12-01'), { amount: 2, unit: 'weeks' })).toBe('2026-11-17');
  });
  it('the apology goes out one day before the end, on a working day', () => {
    expect(apologyDueOn(calendar, on('2026-12-01'))).toBe('2026-11-30');
    expect(apologyDueOn(calendar, on('2026-11-25'))).toBe('2026-11-23');
  });
});

describe('one wake-up for many clocks', () => {
  const marks: readonly Mark[] = [
    { kind: 'after', by: { amount: 1, unit: 'workingDays' } },
    { kind: 'due' },
    { kind: 'lapsed' },
    { kind: 'before', by: { amount: 1, unit: 'workingDays' } },
    { kind: 'share', share: 0.75 },
  ];
  const alarms = alarmsOf(calendar, ten, marks);
  it('puts the ladder in order', () =>
    expect(alarms.map(({ mark, at }) => [mark.kind, at])).toStrictEqual([
      ['share', at('2026-11-27T11:15')],
      ['before', at('2026-11-30T07:30')],
      ['due', at('2026-12-01T17:00')],
      ['lapsed', at('2026-12-02T00:00')],
      ['after', at('2026-12-02T07:30')],
    ]));
  it('leaves out what an open pause keeps unknown', () =>
    expect(alarmsOf(calendar, paused, marks)).toStrictEqual([]));
  it('waits for the earliest one ahead', () => {
    const opinion = alarmsOf(calendar, { ...ten, limit: { amount: 5, unit: 'workingDays' } }, [
      { kind: 'due' },
    ]);
    const clocks = [
      { key: 'whole', alarms },
      { key: 'opinion', alarms: opinion },
    ];
    expect(nextWakeUp(at('2026-11-17T00:00'), clocks)).toMatchObject({
      key: 'opinion',
      at: at('2026-11-23T17:00'),
    });
    expect(nextWakeUp(at('2026-11-23T17:00'), clocks)).toMatchObject({
      key: 'whole',
      mark: { kind: 'share' },
    });
    expect(nextWakeUp(at('2026-12-31T00:00'), clocks)).toBeUndefined();
  });
});

describe('what the inbox shows', () => {
  it.each([
    ['on the first day', ten, '2026-11-16T16:00', { state: 'running', used: 0, left: 10, overdueBy: 0 }],
    ['on the holiday', ten, '2026-11-24T10:00', { state: 'running', used: 5, left: 5, overdueBy: 0 }],
    ['on the last evening', ten, '2026-12-01T20:00', { state: 'running', used: 10, left: 0, overdueBy: 0 }],
    ['two days late', ten, '2026-12-03T10:00', { state: 'overdue', used: 10, left: 0, overdueBy: 2 }],
    [
      'while it stands still',
      paused,
      '2026-12-15T10:00',
      { state: 'paused', used: 4, left: 6, overdueBy: 0 },
    ],
  ] as const)('%s', (...[, question, now, progress]) =>
    expect(progressOf(calendar, question, at(now))).toStrictEqual(progress),
  );
});
