import { describe, expect, it } from '@jest/globals';
import type { Instant } from '#libs/kernel/time.js';
import { vietnamCalendar } from './calendar.js';
import { deadlineOf, isLate, type DeadlineQuestion, type Pause } from './deadline.js';
import type { DurationUnit } from './duration.js';

const at = (text: string): Instant => new Date(`${text}+07:00`).toISOString() as Instant;
const pause = (from: string, to?: string): Pause => ({
  from: at(from),
  reason: 'supplement',
  ...(to === undefined ? {} : { to: at(to) }),
});

function ask(from: string, [amount, unit]: [number, DurationUnit], rest: Partial<DeadlineQuestion> = {}) {
  return deadlineOf(vietnamCalendar, { startedAt: at(from), limit: { amount, unit }, pauses: [], ...rest });
}

const ten: [number, DurationUnit] = [10, 'workingDays'];

describe('the known answer', () => {
  it('accepted on Monday 16/11/2026, ten working days end on Tuesday 01/12/2026: 24/11 is a holiday', () => {
    expect(ask('2026-11-16T09:00', ten)).toStrictEqual({
      state: 'running',
      startedAt: at('2026-11-16T09:00'),
      dueOn: '2026-12-01',
      dueAt: at('2026-12-01T17:00'),
      lapsesAt: at('2026-12-02T00:00'),
      provisional: false,
      calendar: { id: 'vietnam', version: '2026.2' },
    });
  });
});

describe('where a limit ends', () => {
  it.each<[string, string, [number, DurationUnit], string]>([
    ['the first day is not counted, whatever the hour', '2026-11-16T00:00', [1, 'workingDays'], '2026-11-17'],
    ['nor late in the evening', '2026-11-16T23:59', [1, 'workingDays'], '2026-11-17'],
    ['midnight belongs to the new day', '2026-11-17T00:00', [1, 'workingDays'], '2026-11-18'],
    ['a start on a day off', '2026-11-22T10:00', [1, 'workingDays'], '2026-11-23'],
    ['a worked Saturday counts', '2026-08-21T09:00', [1, 'workingDays'], '2026-08-22'],
    ['its Monday off does not', '2026-08-28T09:00', [1, 'workingDays'], '2026-09-03'],
    ['over Tết', '2026-02-13T09:00', [1, 'workingDays'], '2026-02-23'],
    ['calendar days, on a working day', '2026-11-16T09:00', [7, 'calendarDays'], '2026-11-23'],
    ['calendar days, moved on from a holiday', '2026-11-16T09:00', [8, 'calendarDays'], '2026-11-25'],
    ['weeks end on the same weekday', '2026-11-16T09:00', [2, 'weeks'], '2026-11-30'],
    ['a month ends on the corresponding day', '2026-11-16T09:00', [1, 'months'], '2026-12-16'],
    ['31 January and a month: the last of February', '2025-01-31T09:00', [1, 'months'], '2025-02-28'],
    ['in a leap year', '2024-01-31T09:00', [1, 'months'], '2024-02-29'],
    ['a year from 29 February', '2024-02-29T09:00', [1, 'years'], '2025-02-28'],
    ['a year, moved on from Saturday', '2025-11-14T09:00', [1, 'years'], '2026-11-16'],
  ])('%s', (...[, from, limit, dueOn]) => expect(ask(from, limit)).toMatchObject({ dueOn }));

  it('is not late until 24:00 of the day, though the office has closed (Art. 148(6))', () => {
    const deadline = ask('2026-11-16T09:00', ten);
    expect(isLate(deadline, at('2026-12-01T23:59'))).toBe(false);
    expect(isLate(deadline, at('2026-12-02T00:00'))).toBe(true);
  });

  it('says when it leans on a year without a notice', () => {
    expect(ask('2026-12-25T09:00', [4, 'workingDays'])).toMatchObject({
      dueOn: '2026-12-31',
      provisional: false,
    });
    expect(ask('2026-12-25T09:00', [5, 'workingDays'])).toMatchObject({
      dueOn: '2027-01-04',
      provisional: true,
    });
    expect(ask('2026-12-25T09:00', [30, 'hours'])).toMatchObject({ provisional: false });
  });
});

describe('hours and half-days', () => {
  it('runs around the clock for the three-hour duty', () =>
    expect(ask('2026-11-20T23:00', [3, 'hours'])).toMatchObject({
      dueOn: '2026-11-21',
      dueAt: at('2026-11-21T02:00'),
    }));
  it('runs in office hours alone', () =>
    expect(ask('2026-11-20T16:30', [9, 'workingHours'])).toMatchObject({ dueAt: at('2026-11-25T08:30') }));
  it.each([
    ['morning', '2026-11-16T09:00', '2026-11-16T17:00'],
    ['afternoon', '2026-11-16T14:00', '2026-11-17T11:30'],
    ['evening', '2026-11-16T20:00', '2026-11-17T11:30'],
  ])('half a day from the %s ends with the next session', (_, from, dueAt) =>
    expect(ask(from, [0.5, 'workingDays'])).toMatchObject({ dueAt: at(dueAt), lapsesAt: at(dueAt) }),
  );
  it.each(['2026-11-16T09:00', '2026-11-16T14:00'])(
    '0.5 and 9.5 days from %s never exceed the ten',
    (from) => {
      const first = ask(from, [0.5, 'workingDays']);
      const whole = ask(from, ten);
      if (first.state !== 'running' || whole.state !== 'running') throw new Error('both run');
      const rest = deadlineOf(vietnamCalendar, {
        startedAt: first.dueAt,
        limit: { amount: 9.5, unit: 'workingDays' },
        pauses: [],
      });
      expect(rest).toMatchObject({ dueOn: whole.dueOn });
      expect(rest.state === 'running' && rest.dueAt <= whole.dueAt).toBe(true);
    },
  );
});

describe('the 15:00 cut-off (Art. 18(2))', () => {
  it.each([
    ['15:00 sharp stays', '2026-11-16T15:00', '2026-11-17'],
    ['a minute later goes at the next opening', '2026-11-16T15:01', '2026-11-18'],
    ['received on a day off', '2026-11-21T09:00', '2026-11-25'],
  ])('%s', (_, from, dueOn) =>
    expect(ask(from, [1, 'workingDays'], { startRule: 'onTransfer' })).toMatchObject({ dueOn }),
  );
});

describe('pauses that resume', () => {
  it.each<[string, Pause[], string]>([
    ['three working days', [pause('2026-11-18T09:00', '2026-11-23T16:00')], '2026-12-04'],
    ['opened and closed on one day', [pause('2026-11-18T09:00', '2026-11-18T16:00')], '2026-12-01'],
    ['wholly on days off', [pause('2026-11-21T09:00', '2026-11-22T16:00')], '2026-12-01'],
    [
      'opened twice',
      [pause('2026-11-18T09:00', '2026-11-20T16:00'), pause('2026-11-18T10:00', '2026-11-20T16:00')],
      '2026-12-03',
    ],
    [
      'nested',
      [pause('2026-11-18T09:00', '2026-11-20T16:00'), pause('2026-11-19T10:00', '2026-11-19T16:00')],
      '2026-12-03',
    ],
    [
      'touching',
      [pause('2026-11-19T09:00', '2026-11-20T16:00'), pause('2026-11-18T10:00', '2026-11-19T09:00')],
      '2026-12-03',
    ],
    ['on the last day: that day is used up', [pause('2026-12-01T08:00', '2026-12-07T16:00')], '2026-12-01'],
    ['after the end', [pause('2026-12-02T08:00')], '2026-12-01'],
  ])('%s', (_, pauses, dueOn) => expect(ask('2026-11-16T09:00', ten, { pauses })).toMatchObject({ dueOn }));

  it('has no date while one is open', () =>
    expect(ask('2026-11-16T09:00', ten, { pauses: [pause('2026-11-18T09:00')] })).toStrictEqual({
      state: 'paused',
      startedAt: at('2026-11-16T09:00'),
      calendar: { id: 'vietnam', version: '2026.2' },
      provisional: false,
      pausedSince: at('2026-11-18T09:00'),
      reason: 'supplement',
      used: 2,
      left: 8,
    }));

  it('stretches a month by the days it stands still', () =>
    expect(
      ask('2026-11-16T09:00', [1, 'months'], { pauses: [pause('2026-11-20T09:00', '2026-11-24T09:00')] }),
    ).toMatchObject({ dueOn: '2026-12-21' }));
});

describe('pauses that restart (Decree 61/2018 Art. 19(4))', () => {
  const regime = 'restart';
  it('counts from zero after a completed supplement', () => {
    const pauses = [pause('2026-11-18T09:00', '2026-11-23T16:00')];
    expect(ask('2026-11-16T09:00', ten, { regime, pauses })).toMatchObject({
      startedAt: at('2026-11-23T16:00'),
      dueOn: '2026-12-08',
    });
  });
  it('does not revive a limit that had ended', () =>
    expect(
      ask('2026-11-16T09:00', ten, { regime, pauses: [pause('2026-12-01T09:00', '2026-12-03T09:00')] }),
    ).toMatchObject({ dueOn: '2026-12-01' }));
  it('starts anew at a recorded restart, whatever was before', () =>
    expect(
      ask('2026-11-16T09:00', ten, {
        restartedAt: at('2026-11-23T16:00'),
        pauses: [pause('2026-11-17T09:00', '2026-11-19T09:00')],
      }),
    ).toMatchObject({ dueOn: '2026-12-08' }));
});

describe('extensions', () => {
  const by = { amount: 3, unit: 'workingDays' } as const;
  const extensions = [{ by, grantedAt: at('2026-11-30T09:00'), reason: 'phải xác minh' }];
  it('counts on from the end that held before', () =>
    expect(ask('2026-11-16T09:00', ten, { extensions })).toMatchObject({ dueOn: '2026-12-04' }));
  it('falls away with the count it extended when the limit restarts', () => {
    const pauses = [pause('2026-12-01T07:00', '2026-12-02T09:00')];
    const longer: [number, DurationUnit] = [12, 'workingDays'];
    expect(ask('2026-11-16T09:00', longer, { regime: 'restart', pauses, extensions })).toMatchObject({
      dueOn: '2026-12-18',
    });
  });
});

it('throws for a limit nobody can count to', () =>
  expect(() => ask('2026-11-16T09:00', [90, 'years'])).toThrow(RangeError));
