import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { instantFromEpoch, type Instant } from '#libs/kernel/time.js';
import { buildCalendar, vietnamCalendar, type Calendar, type Holiday } from './calendar.js';
import {
  deadlineOf,
  type Deadline,
  type DeadlineQuestion,
  type Pause,
  type RunningDeadline,
} from './deadline.js';
import { dateOfDay, dayOf, instantOfMs, msOf, msOfLocal } from './days.js';
import type { DurationUnit } from './duration.js';
import { evaluate } from './evaluate.js';
import { explainDeadline } from './explanation.js';
import { vietnamEdition } from './editions/vietnam.js';
import { progressOf, thresholdsOf } from './progress.js';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const start = fc
  .integer({ min: Date.UTC(2018, 0, 1), max: Date.UTC(2027, 0, 1) })
  .map((ms) => instantFromEpoch(ms - (ms % 60_000)));
const date = start.map((instant) => dateOfDay(dayOf(instant)));
const count = fc.integer({ min: 1, max: 60 });

interface Shape {
  readonly unit: DurationUnit;
  readonly amount: number;
}
const limit = fc.oneof(
  fc.record<Shape>({ unit: fc.constant('workingDays'), amount: count }),
  fc.record<Shape>({ unit: fc.constant('workingDays'), amount: count.map((n) => n / 2) }),
  fc.record<Shape>({
    unit: fc.constantFrom('calendarDays', 'weeks', 'months'),
    amount: fc.integer({ min: 1, max: 20 }),
  }),
  fc.record<Shape>({ unit: fc.constantFrom('hours', 'workingHours'), amount: count }),
);

const gaps = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 * 24 }), fc.integer({ min: 0, max: 15 * 24 })), {
  maxLength: 4,
});
function pausesAfter(startedAt: Instant, spans: readonly (readonly [number, number])[]): Pause[] {
  return spans.map(([after, length]) => {
    const from = msOf(startedAt) + after * HOUR;
    return { from: instantOfMs(from), to: instantOfMs(from + length * HOUR), reason: 'supplement' };
  });
}
const question: fc.Arbitrary<DeadlineQuestion> = fc
  .record({ startedAt: start, limit, spans: gaps, regime: fc.constantFrom('resume', 'restart') })
  .map(({ startedAt, limit, spans, regime }) => ({
    startedAt,
    limit,
    regime,
    pauses: pausesAfter(startedAt, spans),
  }));

function running(deadline: Deadline): RunningDeadline {
  if (deadline.state !== 'running') throw new Error('expected a date');
  return deadline;
}
const due = (calendar: Calendar, asked: DeadlineQuestion): RunningDeadline =>
  running(deadlineOf(calendar, asked));

function withHoliday(on: Holiday['on']): Calendar {
  const added = {
    on,
    name: { vi: 'Nghỉ', en: 'Off' },
    kind: 'closure',
    source: 'x',
    certainty: 'verified',
  } as const;
  const others = vietnamEdition.holidays.filter((holiday) => holiday.on !== on);
  const makeUpDays = vietnamEdition.makeUpDays.filter((day) => day.on !== on);
  return buildCalendar({ ...vietnamEdition, holidays: [...others, added], makeUpDays });
}

describe('counting working days', () => {
  it('adds up: n and then m is n + m', () =>
    fc.assert(
      fc.property(date, count, count, (from, n, m) =>
        expect(addWorkingDays(vietnamCalendar, addWorkingDays(vietnamCalendar, from, n), m)).toBe(
          addWorkingDays(vietnamCalendar, from, n + m),
        ),
      ),
    ));
  it('counts what it adds, ends on a working day, and goes back the same way', () =>
    fc.assert(
      fc.property(date, count, (from, n) => {
        const to = addWorkingDays(vietnamCalendar, from, n);
        expect(workingDaysBetween(vietnamCalendar, from, to)).toBe(n);
        expect(isWorkingDay(vietnamCalendar, to)).toBe(true);
        if (isWorkingDay(vietnamCalendar, from)) expect(addWorkingDays(vietnamCalendar, to, -n)).toBe(from);
      }),
    ));
});

describe('deadlines', () => {
  it('are monotone: a later start never ends earlier, a longer limit never ends earlier', () =>
    fc.assert(
      fc.property(
        question,
        fc.integer({ min: 0, max: 30 * DAY }),
        fc.integer({ min: 1, max: 5 }),
        (asked, later, more) => {
          const plain = { ...asked, pauses: [] };
          const moved = { ...plain, startedAt: instantOfMs(msOf(asked.startedAt) + later) };
          const longer = { ...plain, limit: { ...asked.limit, amount: asked.limit.amount + more } };
          expect(due(vietnamCalendar, moved).dueAt >= due(vietnamCalendar, plain).dueAt).toBe(true);
          expect(due(vietnamCalendar, longer).dueAt >= due(vietnamCalendar, plain).dueAt).toBe(true);
        },
      ),
    ));
  it('do not change with a pause of no length, or with one given twice, or with the order of pauses', () =>
    fc.assert(
      fc.property(question, fc.integer({ min: 0, max: 40 * 24 }), (asked, hours) => {
        const at = instantOfMs(msOf(asked.startedAt) + hours * HOUR);
        const nothing = { from: at, to: at, reason: 'fee' };
        const { dueAt } = due(vietnamCalendar, asked);
        const { pauses } = asked;
        expect(due(vietnamCalendar, { ...asked, pauses: pauses.toReversed() }).dueAt).toBe(dueAt);
        expect(due(vietnamCalendar, { ...asked, pauses: [...pauses, ...pauses] }).dueAt).toBe(dueAt);
        const resumed = due(vietnamCalendar, { ...asked, regime: 'resume' }).dueAt;
        expect(due(vietnamCalendar, { ...asked, regime: 'resume', pauses: [...pauses, nothing] }).dueAt).toBe(
          resumed,
        );
      }),
    ));
  it('move by exactly k working days with a pause of k working days', () =>
    fc.assert(
      fc.property(start, fc.tuple(count, count), fc.nat(), (startedAt, [n, k], seed) => {
        const asked = { startedAt, limit: { amount: n, unit: 'workingDays' }, pauses: [] } as const;
        const from = instantOfMs(msOf(startedAt) + (seed % n) * 12 * HOUR);
        const to = instantOfMs(
          msOfLocal(
            dayOf(addWorkingDays(vietnamCalendar, dateOfDay(Math.floor((msOf(from) + 7 * HOUR) / DAY)), k)),
            600,
          ),
        );
        const plain = due(vietnamCalendar, asked).dueOn;
        fc.pre(from < startedAtOf(plain));
        const paused = due(vietnamCalendar, { ...asked, pauses: [{ from, to, reason: 'fee' }] }).dueOn;
        expect(workingDaysBetween(vietnamCalendar, plain, paused)).toBe(k);
      }),
    ));
  it('do not change with a holiday outside, and never come earlier with one inside', () =>
    fc.assert(
      fc.property(question, fc.integer({ min: -30, max: 60 }), (asked, shift) => {
        const before = due(vietnamCalendar, asked);
        const day = dayOf(asked.startedAt) + shift;
        const after = due(withHoliday(dateOfDay(day)), asked);
        const inside = day >= dayOf(asked.startedAt) && day <= dayOf(before.dueOn);
        if (inside) expect(after.dueAt >= before.dueAt || asked.limit.unit === 'workingHours').toBe(true);
        else expect(after.dueAt).toBe(before.dueAt);
      }),
      { numRuns: 30 },
    ));
});

function startedAtOf(on: Holiday['on']): Instant {
  return instantOfMs(msOfLocal(dayOf(on)));
}

describe('explanations', () => {
  it('reckoned again give the date', () =>
    fc.assert(
      fc.property(question, (asked) => {
        const { dueOn, dueAt } = due(vietnamCalendar, asked);
        const again = evaluate(explainDeadline(vietnamCalendar, asked));
        expect(again).toMatchObject({ state: 'ends', dueOn });
        if ('dueAt' in again) expect(again.dueAt).toBe(dueAt);
      }),
      { numRuns: 400 },
    ));
  it('say the same of what was used up before an open pause', () =>
    fc.assert(
      fc.property(question, fc.integer({ min: 0, max: 10 * 24 }), (asked, hours) => {
        const open = { from: instantOfMs(msOf(asked.startedAt) + hours * HOUR), reason: 'court' };
        const paused = { ...asked, pauses: [...asked.pauses, open] };
        const deadline = deadlineOf(vietnamCalendar, paused);
        fc.pre(deadline.state === 'paused');
        const again = evaluate(explainDeadline(vietnamCalendar, paused));
        expect(again.state).toBe('standsStill');
        if (again.state === 'standsStill' && deadline.state === 'paused')
          expect(again.used).toBeCloseTo(deadline.used, 5);
      }),
    ));
});

describe('progress', () => {
  it('uses up the limit, no more and no less, and thresholds lie in order', () =>
    fc.assert(
      fc.property(question, (asked) => {
        const { lapsesAt, dueAt } = due(vietnamCalendar, asked);
        expect(progressOf(vietnamCalendar, asked, lapsesAt)).toMatchObject({ state: 'overdue', left: 0 });
        const [half, most, all] = thresholdsOf(vietnamCalendar, asked, [0.5, 0.8, 1]).map(({ at }) => at);
        expect(half! <= most! && most! <= all!).toBe(true);
        if (!['calendarDays', 'weeks', 'months'].includes(asked.limit.unit)) expect(all).toBe(dueAt);
      }),
    ));
});
