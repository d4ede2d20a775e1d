import { describe, expect, it } from '@jest/globals';
import { answerLine, askDeadline } from './batch.js';
import { calendarFor, editionOf, shippedRegister, successorOf } from './register.js';
import type { Instant } from '#libs/kernel/time.js';

const from = '2026-11-16T09:00:00+07:00';
const answer = (input: unknown): unknown => JSON.parse(answerLine(shippedRegister, JSON.stringify(input)));

describe('a line of questions', () => {
  it('is answered', () =>
    expect(answer({ from, days: 10, unit: 'working' })).toStrictEqual({
      dueOn: '2026-12-01',
      dueAt: '2026-12-01T10:00:00.000Z',
      provisional: false,
      calendar: { id: 'vietnam', version: '2026.2' },
    }));
  it('takes working days when no unit is given', () =>
    expect(answer({ from, days: 10 })).toMatchObject({ dueOn: '2026-12-01' }));
  it.each([
    ['calendar', '2026-11-26'],
    ['months', '2027-09-16'],
    ['weeks', '2027-01-25'],
    ['years', '2036-11-17'],
    ['hours', '2026-11-16'],
    ['workingHours', '2026-11-17'],
  ])('knows %s', (unit, dueOn) => expect(answer({ from, days: 10, unit })).toMatchObject({ dueOn }));
  it('has no date while a pause is open, and says what was used', () =>
    expect(answer({ from, days: 10, pauses: [{ from: '2026-11-18T09:00:00+07:00' }] })).toMatchObject({
      dueOn: null,
      dueAt: null,
      usedDays: 2,
    }));
  it('takes pauses by their dates', () =>
    expect(answer({ from, days: 10, pauses: [{ from: '2026-11-16', to: '2026-11-18' }] })).toMatchObject({
      dueOn: '2026-12-03',
    }));
  it('starts again by the restart rule', () =>
    expect(answer({ from, days: 10, rule: 'restart', pauses: [{ from, to: '2026-11-23' }] })).toMatchObject({
      dueOn: '2026-12-08',
    }));
});

describe('a bad question', () => {
  it.each<[string, unknown, [string, string][]]>([
    ['a list', [], [['', 'notAnObject']]],
    [
      'nothing in it',
      {},
      [
        ['from', 'missing'],
        ['days', 'missing'],
      ],
    ],
    ['an impossible date', { from: '2026-02-30T09:00:00Z', days: 1 }, [['from', 'notAnInstant']]],
    ['a time without its offset', { from: '2026-11-16T09:00:00', days: 1 }, [['from', 'notAnInstant']]],
    ['a number for an instant', { from: 5, days: 1 }, [['from', 'notAnInstant']]],
    ['a text for a number', { from, days: '10' }, [['days', 'notANumber']]],
    ['no days', { from, days: 0 }, [['days', 'notCountable']]],
    ['days below zero', { from, days: -1 }, [['days', 'notCountable']]],
    ['a third of a day', { from, days: 0.3 }, [['days', 'notCountable']]],
    ['half a month', { from, days: 0.5, unit: 'months' }, [['days', 'notCountable']]],
    ['a limit beyond the tables', { from, days: 200, unit: 'years' }, [['days', 'tooFar']]],
    ['an unknown unit', { from, days: 1, unit: 'fortnights' }, [['unit', 'unknownUnit']]],
    ['an unknown rule', { from, days: 1, rule: 'stop' }, [['rule', 'unknownRule']]],
    ['an unknown agency', { from, days: 1, agency: 'H77' }, [['agency', 'unknownAgency']]],
    ['an unknown field', { from, days: 1, form: 'x' }, [['form', 'unknownField']]],
    ['pauses that are no list', { from, days: 1, pauses: {} }, [['pauses', 'notAList']]],
    ['a pause that is none', { from, days: 1, pauses: [1] }, [['pauses[0]', 'notAnObject']]],
    [
      'a pause without a beginning',
      { from, days: 1, pauses: [{ to: from }] },
      [['pauses[0].from', 'missing']],
    ],
    [
      'a pause before the start',
      { from, days: 1, pauses: [{ from: '2026-11-15' }] },
      [['pauses[0].from', 'beforeStart']],
    ],
    [
      'a pause that ends before it begins',
      { from, days: 1, pauses: [{ from: '2026-11-18', to: '2026-11-17' }] },
      [['pauses[0].to', 'endBeforeStart']],
    ],
  ])('with %s is refused by its field', (...[, input, faults]) => {
    const asked = askDeadline(shippedRegister, input);
    if (!('refusal' in asked)) throw new Error('expected a refusal');
    expect(asked.details.faults.map(({ field, code }) => [field, code])).toStrictEqual(faults);
  });
  it('that is no JSON is refused on its own line', () =>
    expect(JSON.parse(answerLine(shippedRegister, '{'))).toMatchObject({
      refusal: 'BadDeadlineQuestion',
      details: { faults: [{ code: 'notJson' }] },
    }));
});

describe('which calendar', () => {
  it('is the agency’s own, that of the unit above it, or the country’s', () => {
    expect(calendarFor(shippedRegister)).toMatchObject({ id: 'vietnam', version: '2026.2' });
    expect(calendarFor(shippedRegister, 'H21.12.3')).toMatchObject({ id: 'gia-lai' });
    expect(calendarFor(shippedRegister, 'H08.16')).toMatchObject({ id: 'vietnam' });
    expect(calendarFor(shippedRegister, 'H2')).toBeUndefined();
  });
  it('is the edition that was known then', () =>
    expect(calendarFor(shippedRegister, undefined, '2026-03-01T00:00:00.000Z' as Instant)).toMatchObject({
      version: '2026.1',
    }));
  it('leads from an edition to the one that replaced it', () => {
    const first = editionOf(shippedRegister, { id: 'vietnam', version: '2026.1' });
    expect(first && successorOf(shippedRegister, first)).toMatchObject({ version: '2026.2' });
  });
});
