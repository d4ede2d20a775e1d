import { describe, expect, it } from '@jest/globals';
import { vietnamEdition } from './editions/vietnam.js';
import { readEdition } from './edition-input.js';

const valid: Readonly<Record<string, unknown>> = JSON.parse(JSON.stringify(vietnamEdition));
const holiday = { name: { vi: 'Nghỉ', en: 'Off' }, kind: 'closure', source: 'QĐ 1', certainty: 'verified' };
const makeUp = { name: { vi: 'Làm bù', en: 'Worked' }, source: 'QĐ 1', certainty: 'verified' };
const officeHours = vietnamEdition.workingHours[0];

function faultsOf(changes: Readonly<Record<string, unknown>>): [string, string][] {
  const read = readEdition({ ...valid, ...changes });
  return 'faults' in read ? read.faults.map(({ path, code }) => [path, code]) : [];
}

describe('a calendar file', () => {
  it('may be one of ours', () => expect(readEdition(valid)).toStrictEqual({ edition: valid }));

  it.each<[string, Record<string, unknown>, [string, string][]]>([
    ['no list', { holidays: 'none' }, [['holidays', 'shape']]],
    ['a field nobody knows', { holiday: [] }, [['holiday', 'shape']]],
    ['half a name', { name: { vi: 'Lịch' } }, [['name.en', 'shape']]],
    [
      'an unknown kind',
      { holidays: [{ ...holiday, on: '2026-11-20', kind: 'x' }] },
      [['holidays[0].kind', 'shape']],
    ],
    [
      'a date that is none',
      { holidays: [{ ...holiday, on: '2026-02-30' }], makeUpDays: [] },
      [['holidays[0].on', 'badDate']],
    ],
    [
      'a date outside',
      { holidays: [{ ...holiday, on: '2030-01-02' }], makeUpDays: [] },
      [['holidays[0].on', 'outside']],
    ],
    [
      'the same day twice',
      {
        holidays: [
          { ...holiday, on: '2026-11-20' },
          { ...holiday, on: '2026-11-20' },
        ],
        makeUpDays: [],
      },
      [['holidays[1].on', 'double']],
    ],
    [
      'a day off that is worked',
      {
        holidays: [{ ...holiday, on: '2026-11-21' }],
        makeUpDays: [{ ...makeUp, on: '2026-11-21', insteadOf: '2026-11-21' }],
      },
      [['makeUpDays[0].on', 'contradiction']],
    ],
    [
      'a make-up day for a day that is not off, and that is worked anyway',
      { holidays: [], makeUpDays: [{ ...makeUp, on: '2026-11-20', insteadOf: '2026-11-23' }] },
      [
        ['makeUpDays[0].on', 'contradiction'],
        ['makeUpDays[0].insteadOf', 'contradiction'],
      ],
    ],
    [
      'an end before its beginning',
      { validTo: '2017-01-01', holidays: [], makeUpDays: [], forecastFrom: undefined },
      [['validTo', 'order']],
    ],
    ['a forecast outside', { forecastFrom: '2030-01-01' }, [['forecastFrom', 'outside']]],
    ['no hours at all', { workingHours: [] }, [['workingHours', 'missing']]],
    [
      'only hours of a season',
      { workingHours: [{ ...officeHours, season: { from: '04-15', to: '10-32' } }] },
      [
        ['workingHours', 'missing'],
        ['workingHours[0].season', 'badDate'],
      ],
    ],
    [
      'hours that are never reached',
      { workingHours: [officeHours, officeHours] },
      [['workingHours[0]', 'contradiction']],
    ],
    ['an edition that replaces itself', { replaces: '2026.2' }, [['replaces', 'contradiction']]],
  ])('with %s is refused', (...[, changes, faults]) => expect(faultsOf(changes)).toStrictEqual(faults));

  it.each([
    [[{ opens: '11:30', closes: '07:30' }], 'order'],
    [[{ opens: '7:30', closes: '11:30' }], 'badTime'],
    [[{ opens: '07:30', closes: '24:00' }], 'badTime'],
    [
      [
        { opens: '07:30', closes: '11:30' },
        { opens: '11:00', closes: '17:00' },
      ],
      'order',
    ],
  ])('with sittings %j is refused: %s', (monday, code) => {
    const byWeekday = { ...officeHours?.byWeekday, monday };
    const faults = faultsOf({ workingHours: [{ ...officeHours, byWeekday }] });
    expect(faults.map(([, found]) => found)).toStrictEqual([code]);
  });
});
