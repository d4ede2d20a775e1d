import { describe, expect, it } from '@jest/globals';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import { buildCalendar, type Holiday } from './calendar.js';
import { vietnamEdition, vietnamEditionBeforeCultureDay } from './editions/vietnam.js';
import { recompute, recomputeInSlices, type OpenClock } from './recompute.js';

const at = (text: string): Instant => new Date(`${text}+07:00`).toISOString() as Instant;
const before = buildCalendar(vietnamEditionBeforeCultureDay);
const after = buildCalendar(vietnamEdition);

function clock(
  key: string,
  from: string,
  rest: Partial<OpenClock<string>['question']> = {},
): OpenClock<string> {
  const limit = { amount: 10, unit: 'workingDays' } as const;
  return { key, question: { startedAt: at(from), limit, pauses: [], ...rest } };
}

const clocks = [
  clock('over the new holiday', '2026-11-16T09:00'),
  clock('ended before it', '2026-11-02T09:00'),
  clock('begins after it', '2026-11-25T09:00'),
  clock('paused over it', '2026-11-16T09:00', {
    pauses: [{ from: at('2026-11-20T09:00'), to: at('2026-11-26T09:00'), reason: 'supplement' }],
  }),
  clock('paused with it used up', '2026-11-16T09:00', {
    pauses: [{ from: at('2026-11-27T09:00'), reason: 'fee' }],
  }),
  clock('in calendar days', '2026-11-16T09:00', { limit: { amount: 8, unit: 'calendarDays' } }),
];

describe('a holiday announced late', () => {
  it('moves those it lies in, from and to', () => {
    const moves = recompute({ from: before, to: after }, clocks);
    expect(moves.map(({ key, before, after }) => [key, before, after])).toMatchObject([
      ['over the new holiday', { dueOn: '2026-11-30' }, { dueOn: '2026-12-01' }],
      ['paused with it used up', { used: 9, left: 1 }, { used: 8, left: 2 }],
      ['in calendar days', { dueOn: '2026-11-24' }, { dueOn: '2026-11-25' }],
    ]);
  });
  it('changes nothing when repeated', () =>
    expect(recompute({ from: after, to: after }, clocks)).toStrictEqual([]));
  it('is undone by the way back', () => {
    const forth = recompute({ from: before, to: after }, clocks);
    const back = recompute({ from: after, to: before }, clocks);
    expect(back).toStrictEqual(
      forth.map(({ key, before, after }) => ({ key, before: after, after: before })),
    );
  });
  it('is the same in slices', () => {
    const slices = [...recomputeInSlices({ from: before, to: after }, clocks, 4)];
    expect(slices.map(({ length }) => length)).toStrictEqual([1, 2]);
    expect(slices.flat()).toStrictEqual(recompute({ from: before, to: after }, clocks));
  });
  it('covers a province that closes for longer over Tết', () => {
    const closure = (on: string): Holiday => ({
      on: on as LocalDate,
      name: { vi: 'Trung tâm tạm nghỉ', en: 'The centre is closed' },
      kind: 'closure',
      source: 'Thông báo của tỉnh',
      certainty: 'verified',
    });
    const closed = buildCalendar({
      ...vietnamEdition,
      version: '2026.3',
      holidays: [...vietnamEdition.holidays, closure('2026-02-12'), closure('2026-02-13')],
    });
    const [move] = recompute({ from: after, to: closed }, [clock('open', '2026-02-09T09:00')]);
    expect(move).toMatchObject({ before: { dueOn: '2026-03-02' }, after: { dueOn: '2026-03-04' } });
  });
});
