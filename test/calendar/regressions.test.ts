import { describe, expect, it } from '@jest/globals';
import { alarmsOf, nextWakeUp } from '#libs/calendar/alarms.js';
import { buildCalendar, vietnamCalendar, type Holiday } from '#libs/calendar/calendar.js';
import { deadlineOf, isLate, type DeadlineQuestion, type Pause } from '#libs/calendar/deadline.js';
import { vietnamEdition } from '#libs/calendar/editions/vietnam.js';
import { explainDeadline } from '#libs/calendar/explanation.js';
import { progressOf } from '#libs/calendar/progress.js';
import { recompute } from '#libs/calendar/recompute.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';

/** Defects that others made public, each as the answer our clock gives in the same situation. */
const at = (text: string): Instant => new Date(`${text}+07:00`).toISOString() as Instant;
const pause = (from: string, to: string): Pause => ({ from: at(from), to: at(to), reason: 'supplement' });
const question = (from: string, rest: Partial<DeadlineQuestion> = {}): DeadlineQuestion => ({
  startedAt: at(from),
  limit: { amount: 10, unit: 'workingDays' },
  pauses: [],
  ...rest,
});
const due = (asked: DeadlineQuestion) => deadlineOf(vietnamCalendar, asked);

describe('the clock around supplements', () => {
  it('opencps 1254: repeated supplements made a dossier overdue that had time left', () => {
    const pauses = [
      pause('2026-11-17T09:00', '2026-11-20T09:00'),
      pause('2026-11-23T09:00', '2026-11-27T09:00'),
      pause('2026-11-30T09:00', '2026-12-11T09:00'),
    ];
    const asked = question('2026-11-16T09:00', { pauses });
    expect(progressOf(vietnamCalendar, asked, at('2026-12-11T10:00'))).toMatchObject({
      state: 'running',
      used: 3,
      left: 7,
    });
    expect(due(asked)).toMatchObject({ dueOn: '2026-12-22' });
  });
  it('opencps-v2 1112: a step done twice counted its waiting time twice', () => {
    const once = [pause('2026-11-18T09:00', '2026-11-20T16:00')];
    const plain = due(question('2026-11-16T09:00', { pauses: once }));
    expect(due(question('2026-11-16T09:00', { pauses: [...once, ...once] }))).toStrictEqual(plain);
  });
  it('opencps-v2 1112: nobody knew what a limit does while it waits for the applicant', () =>
    expect(
      due(question('2026-11-16T09:00', { pauses: [{ from: at('2026-11-18T09:00'), reason: 'supplement' }] })),
    ).toMatchObject({
      state: 'paused',
      used: 2,
      left: 8,
    }));
  it('opencps-v2 1560: one due-date helper after another disagreed; the explanation and the date come from one', () => {
    const asked = question('2026-11-16T09:00', {
      regime: 'restart',
      pauses: [pause('2026-11-18T09:00', '2026-11-23T16:00')],
    });
    expect(explainDeadline(vietnamCalendar, asked).deadline).toStrictEqual(due(asked));
  });
  it('opencps-v2: a holiday list shared between agencies was changed by the next one asked', () => {
    const first = due(question('2026-11-16T09:00'));
    const closure: Holiday = {
      on: '2026-11-20' as LocalDate,
      name: { vi: 'Nghỉ', en: 'Closed' },
      kind: 'closure',
      source: 'x',
      certainty: 'verified',
    };
    const other = buildCalendar({
      ...vietnamEdition,
      agency: 'H99',
      holidays: [...vietnamEdition.holidays, closure],
    });
    expect(deadlineOf(other, question('2026-11-16T09:00'))).toMatchObject({ dueOn: '2026-12-02' });
    expect(due(question('2026-11-16T09:00'))).toStrictEqual(first);
  });
  it('open-zaak 1920: an extension and a suspension together lost one of the two', () => {
    const extensions = [
      { by: { amount: 2, unit: 'workingDays' }, grantedAt: at('2026-11-25T09:00'), reason: 'x' },
    ] as const;
    const pauses = [pause('2026-11-18T09:00', '2026-11-20T16:00')];
    expect(due(question('2026-11-16T09:00', { pauses, extensions }))).toMatchObject({ dueOn: '2026-12-07' });
  });
  it('conductor 3294: a paused workflow lost its time-out; ours is reckoned from facts, whoever slept', () => {
    const asked = question('2026-11-16T09:00', { pauses: [pause('2026-11-18T09:00', '2026-11-20T16:00')] });
    expect(progressOf(vietnamCalendar, asked, at('2026-12-07T09:00'))).toMatchObject({
      state: 'overdue',
      overdueBy: 2,
    });
  });
});

describe('working days and their hours', () => {
  it('vacanza/holidays 2049: a holiday on the weekly rest day has its substitute day', () =>
    expect(due(question('2026-04-24T09:00', { limit: { amount: 1, unit: 'workingDays' } }))).toMatchObject({
      dueOn: '2026-04-28',
    }));
  it('island.is 23287: the deadline ended a day early and appeals of the last day were refused', () => {
    const asked = question('2026-11-16T09:00');
    expect(isLate(due(asked), at('2026-12-01T23:59'))).toBe(false);
    expect(isLate(due(asked), at('2026-12-02T00:00'))).toBe(true);
  });
  it('jmix 790: one day became twenty-four business hours', () => {
    expect(due(question('2026-11-16T09:00', { limit: { amount: 1, unit: 'workingDays' } }))).toMatchObject({
      dueOn: '2026-11-17',
    });
    expect(due(question('2026-11-16T09:00', { limit: { amount: 24, unit: 'workingHours' } }))).toMatchObject({
      dueOn: '2026-11-19',
    });
  });
  it('opencps DueDatePhaseUtil: a day taken for eight hours ends on the same day as the law, whatever the hours are', () =>
    expect(due(question('2026-11-16T16:59', { limit: { amount: 1, unit: 'workingDays' } }))).toMatchObject({
      dueOn: '2026-11-17',
    }));
  it('jbpm 233: a holiday list was accepted and ignored', () =>
    expect(due(question('2026-11-23T09:00', { limit: { amount: 1, unit: 'workingDays' } }))).toMatchObject({
      dueOn: '2026-11-25',
    }));
  it.each(['00:00', '06:00', '12:15', '17:00', '18:30', '23:59'])(
    'kie 1648, 1651: wrong when asked at %s, outside office hours',
    (time) => {
      expect(due(question(`2026-11-16T${time}`))).toMatchObject({ dueOn: '2026-12-01' });
      const oneHour = due(question(`2026-11-16T${time}`, { limit: { amount: 1, unit: 'workingHours' } }));
      expect(oneHour.state === 'running' && ['2026-11-16', '2026-11-17'].includes(oneHour.dueOn)).toBe(true);
    },
  );
  it('wa-task-management 995, 1065: running tasks kept their old dates when the calendar changed', () => {
    const without = buildCalendar({
      ...vietnamEdition,
      version: '2026.1',
      yearly: vietnamEdition.yearly.slice(0, 4),
    });
    const moves = recompute({ from: without, to: vietnamCalendar }, [
      { key: 'task', question: question('2026-11-16T09:00') },
    ]);
    expect(moves).toMatchObject([
      { key: 'task', before: { dueOn: '2026-11-30' }, after: { dueOn: '2026-12-01' } },
    ]);
  });
  it('wa-task-management 1609: a day changed with the zone; 23:30 in Hanoi is still the same day, 16:30 in UTC', () =>
    expect(due({ ...question('2026-11-16T23:30'), limit: { amount: 1, unit: 'workingDays' } })).toMatchObject(
      { dueOn: '2026-11-17' },
    ));
});

describe('timers', () => {
  const daily = [1, 2, 3].map((amount) => ({ kind: 'after', by: { amount, unit: 'workingDays' } }) as const);
  it('opencps 1178: "waiting one day" was over after five minutes', () =>
    expect(due(question('2026-11-16T09:00', { limit: { amount: 1, unit: 'calendarDays' } }))).toMatchObject({
      lapsesAt: at('2026-11-18T00:00'),
    }));
  it('atd-data-tech 16106: switched on late, it fired for every day that had passed', () => {
    const alarms = alarmsOf(vietnamCalendar, question('2026-11-16T09:00'), daily);
    const after = at('2026-12-03T12:00');
    expect(nextWakeUp(after, [{ key: 'whole', alarms }])).toMatchObject({
      mark: daily[2],
      at: at('2026-12-04T07:30'),
    });
  });
  it('FredCo 399: the same notice came every day; an alarm has one instant, asked as often as one likes', () => {
    const alarms = alarmsOf(vietnamCalendar, question('2026-11-16T09:00'), [{ kind: 'due' }]);
    expect(alarmsOf(vietnamCalendar, question('2026-11-16T09:00'), [{ kind: 'due' }])).toStrictEqual(alarms);
    expect(nextWakeUp(at('2026-12-01T17:00'), [{ key: 'whole', alarms }])).toBeUndefined();
  });
  it('FredCo 240: expired but still valid; the end of a term is a date and an instant that agree', () => {
    const term = due(question('2026-11-16T09:00', { limit: { amount: 10, unit: 'years' } }));
    expect(term).toMatchObject({ dueOn: '2036-11-17', lapsesAt: at('2036-11-18T00:00'), provisional: true });
  });
});
