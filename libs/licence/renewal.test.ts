import { describe, expect, it } from '@jest/globals';
import { vietnamCalendar } from '#libs/calendar/calendar.js';
import type { LicenceId } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import { licenceAt, licenceOf, opened } from '../../test/support/beekeeping-licences.js';
import { beekeeping } from '../../test/support/beekeeping.js';
import { supervisedBeekeeping } from '../../test/support/supervised-beekeeping.js';
import type { LicenceEvent } from './events.js';
import { licenceAgenda } from './agenda.js';
import { decideLicence } from './decide.js';
import { lastDayToExtend, renewalWindows } from './renewal.js';

const bees = supervisedBeekeeping();
const day = (date: string) => date as LocalDate;
const reminded: LicenceEvent = {
  type: 'RenewalReminded',
  data: { step: 1, expiresOn: day('2031-03-16'), remindedAt: '2031-01-15T01:00:00.000Z' as Instant },
};
const extended: LicenceEvent = {
  type: 'LicenceExtended',
  data: { filedOn: day('2031-02-03'), years: 2, extendedOn: day('2031-02-10'), expiresOn: day('2033-03-16') },
};
const measure = { clause: 'c', reason: 'r', appealUntil: day('2031-01-01') };

const windows = (...events: readonly LicenceEvent[]) =>
  renewalWindows(licenceOf(opened(), ...events), bees, vietnamCalendar);
const outcomes = (...events: readonly LicenceEvent[]) => windows(...events).map(({ outcome }) => outcome);

describe('the time to renew', () => {
  it('opens with its first reminder and closes 30 days before the end, day off or not', () => {
    expect(windows()).toMatchObject([
      { id: 'renewal-2031-03-16', opensOn: '2031-01-15', closesOn: '2031-02-14' },
    ]);
    const closing = renewalWindows(
      licenceOf(opened({ expiresOn: day('2031-03-17') })),
      bees,
      vietnamCalendar,
    );
    // A Saturday stays one.
    expect(closing[0]?.closesOn).toBe('2031-02-15');
  });

  it('of each term has one outcome, and a reminder of one says nothing of the next', () => {
    const [first, second] = windows(reminded, extended);
    expect(first).toMatchObject({
      id: 'renewal-2031-03-16',
      outcome: 'extended',
      remindedAt: '2031-01-15T01:00:00.000Z',
    });
    expect(second).toMatchObject({ id: 'renewal-2033-03-16', closesOn: '2033-02-14' });
    expect(second).not.toHaveProperty('remindedAt');
    expect(second).not.toHaveProperty('outcome');
  });

  // A table is read by its rows.
  // prettier-ignore
  it.each<readonly [outcome: string, end: LicenceEvent]>([
    ['renewed', { type: 'LicenceReplaced', data: { replacedOn: day('2031-03-01'), by: 'licence-2' as LicenceId } }],
    ['letLapse', { type: 'LicenceExpired', data: { expiredOn: day('2031-03-16') } }],
    ['lapsed', { type: 'LicenceRevoked', data: { ...measure, ground: { kind: 'violation', violation: 'poisoning' }, revokedOn: day('2030-03-01') } }],
    ['lapsed', { type: 'LicenceReturned', data: { returnedOn: day('2030-03-01'), reason: 'r' } }],
  ])('ends as %s', (outcome, end) => {
    expect(outcomes(end)).toStrictEqual([outcome]);
    expect(outcomes(extended, end)).toStrictEqual(['extended', outcome]);
  });

  // Decree 72/2013 Art. 23h(3): at most twice. What nobody may ask for is not offered.
  it('is not there when all extensions are used up: the term ends for good', () => {
    const twice: LicenceEvent = {
      type: 'LicenceExtended',
      data: {
        filedOn: day('2033-02-03'),
        years: 2,
        extendedOn: day('2033-02-10'),
        expiresOn: day('2035-03-16'),
      },
    };
    expect(outcomes(extended, twice)).toStrictEqual(['extended', 'extended']);
    const licence = licenceOf(opened(), extended, twice);
    expect(lastDayToExtend(licence, bees, vietnamCalendar)).toBeUndefined();
    const { calendar, ...rest } = licenceAt('2035-01-15T03:00:00.000Z', bees);
    const item = licenceAgenda(licence, bees, calendar).find(({ action }) => action === 'remindRenewal');
    if (!item || item.action === 'issueDocument') throw new Error('The holder is told before the end');
    expect(decideLicence(item.command, licence, { ...rest, calendar })).toMatchObject([
      { type: 'RenewalReminded', data: { expiresOn: '2035-03-16', final: true } },
    ]);
  });

  it('is not there where the rules know no extension', () => {
    expect(renewalWindows(licenceOf(opened()), beekeeping(), vietnamCalendar)).toStrictEqual([]);
  });
});
