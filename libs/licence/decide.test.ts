import { describe, expect, it } from '@jest/globals';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import { honeyLicence, licenceAt, licenceOf, opened } from '../../test/support/beekeeping-licences.js';
import { decideLicence } from './decide.js';
import type { LicenceCommand } from './commands.js';
import type { LicenceEvent } from './events.js';

const honeyReport = (year: number, step: number): LicenceCommand => ({
  type: 'remindObligation',
  data: { obligation: 'honeyReport', dueOn: `${year}-01-14` as LocalDate, step },
});
const reminded = (year: number, step: number, remindedAt: string): LicenceEvent => ({
  type: 'ObligationReminded',
  data: {
    obligation: 'honeyReport',
    dueOn: `${year}-01-14` as LocalDate,
    step,
    remindedAt: remindedAt as Instant,
  },
});
const renewal = (step: number): LicenceCommand => ({ type: 'remindRenewal', data: { step } });
const expiry: LicenceCommand = { type: 'expireLicence', data: {} };
const open: LicenceCommand = { type: 'openLicence', data: honeyLicence };

function decided(events: readonly LicenceEvent[], command: LicenceCommand, now: string) {
  return decideLicence(command, events.length === 0 ? undefined : licenceOf(...events), licenceAt(now));
}

describe('opening', () => {
  it('records what it was opened with', () => {
    expect(decided([], open, '2026-03-16T03:00:00.000Z')).toStrictEqual([opened()]);
  });

  it('happens once', () => {
    expect(decided([opened()], open, '2026-03-16T03:00:00.000Z')).toStrictEqual({
      refusal: 'LicenceAlreadyOpened',
      details: { text: '01/GP-NO' },
    });
  });

  it('wants a last day that is not before the first', () => {
    const backwards: LicenceCommand = {
      type: 'openLicence',
      data: { ...honeyLicence, expiresOn: '2026-03-15' as LocalDate },
    };
    expect(decided([], backwards, '2026-03-16T03:00:00.000Z')).toStrictEqual({
      refusal: 'TermEndsBeforeIssue',
      details: { issuedOn: '2026-03-16', expiresOn: '2026-03-15' },
    });
  });

  it.each([honeyReport(2027, 1), renewal(1), expiry])('comes before $type', (command) => {
    expect(decided([], command, '2026-03-16T03:00:00.000Z')).toStrictEqual({
      refusal: 'LicenceNotOpened',
      details: {},
    });
  });
});

describe('the yearly report, due before 15 January', () => {
  // Thirty days before 14/01/2027 is Tuesday 15/12/2026; seven days before is Thursday 07/01/2027.
  it('is reminded of when the hour has come', () => {
    expect(decided([opened()], honeyReport(2027, 1), '2026-12-15T01:00:00.000Z')).toStrictEqual([
      reminded(2027, 1, '2026-12-15T01:00:00.000Z'),
    ]);
  });

  it('is not reminded of a moment earlier', () => {
    expect(decided([opened()], honeyReport(2027, 1), '2026-12-15T00:59:59.999Z')).toStrictEqual({
      refusal: 'NotYetDue',
      details: { at: '2026-12-15T01:00:00.000Z' },
    });
  });

  it.each([
    ['the same step again', honeyReport(2027, 1), '2026-12-15T01:00:00.000Z'],
    ['a step that a late reminder has overtaken', honeyReport(2027, 2), '2027-01-08T01:00:00.000Z'],
    ['a year that is over', honeyReport(2027, 2), '2027-12-20T01:00:00.000Z'],
  ])('is not reminded of twice: %s', (_, command, remindedAt) => {
    const year = remindedAt < '2027-06' ? 2027 : 2028;
    const events = [opened(), reminded(year, 1, remindedAt)];
    expect(decided(events, command, '2028-02-01T01:00:00.000Z')).toStrictEqual({
      refusal: 'AlreadyDone',
      details: {},
    });
  });

  it.each([
    ['in the year of issue', 2026],
    ['after the last day of the licence', 2032],
  ])('is not owed %s', (_, year) => {
    expect(decided([opened()], honeyReport(year, 1), '2033-01-01T00:00:00.000Z')).toStrictEqual({
      refusal: 'ObligationNotOwed',
      details: { obligation: 'honeyReport', dueOn: `${year}-01-14` },
    });
  });

  it('has the steps that the procedure names, and no duty that it does not', () => {
    const now = '2027-01-10T00:00:00.000Z';
    expect(decided([opened()], honeyReport(2027, 3), now)).toStrictEqual({
      refusal: 'ReminderUnknown',
      details: { step: 3, steps: 2 },
    });
    const wax: LicenceCommand = {
      type: 'remindObligation',
      data: { obligation: 'waxReport', dueOn: '2027-01-14' as LocalDate, step: 1 },
    };
    expect(decided([opened()], wax, now)).toStrictEqual({
      refusal: 'ObligationUnknown',
      details: { obligation: 'waxReport' },
    });
  });
});

describe('renewal', () => {
  // Sixty days before 16/03/2031 is Wednesday 15/01/2031.
  const renewed: LicenceEvent = {
    type: 'RenewalReminded',
    data: {
      step: 1,
      expiresOn: honeyLicence.expiresOn,
      remindedAt: '2031-01-15T01:00:00.000Z' as Instant,
    },
  };

  it('is reminded of once, in time', () => {
    expect(decided([opened()], renewal(1), '2031-01-15T00:59:00.000Z')).toStrictEqual({
      refusal: 'NotYetDue',
      details: { at: '2031-01-15T01:00:00.000Z' },
    });
    expect(decided([opened()], renewal(1), '2031-01-15T01:00:00.000Z')).toStrictEqual([renewed]);
    expect(decided([opened(), renewed], renewal(1), '2031-01-16T01:00:00.000Z')).toStrictEqual({
      refusal: 'AlreadyDone',
      details: {},
    });
  });

  it('has the steps that the procedure names', () => {
    expect(decided([opened()], renewal(0), '2031-01-16T01:00:00.000Z')).toStrictEqual({
      refusal: 'ReminderUnknown',
      details: { step: 0, steps: 1 },
    });
  });
});

describe('expiry', () => {
  const midnight = '2031-03-16T17:00:00.000Z';

  it('waits for the end of the last day in Viet Nam', () => {
    expect(decided([opened()], expiry, '2031-03-16T16:59:59.999Z')).toStrictEqual({
      refusal: 'NotYetDue',
      details: { at: midnight },
    });
    expect(decided([opened()], expiry, midnight)).toStrictEqual([
      { type: 'LicenceExpired', data: { expiredOn: '2031-03-16' } },
    ]);
  });

  it.each([honeyReport(2031, 1), renewal(1), expiry])('ends it all: no $type after it', (command) => {
    const events: LicenceEvent[] = [
      opened(),
      { type: 'LicenceExpired', data: { expiredOn: honeyLicence.expiresOn } },
    ];
    expect(decided(events, command, '2031-03-17T00:00:00.000Z')).toStrictEqual({
      refusal: 'LicenceExpired',
      details: { endedOn: '2031-03-16' },
    });
  });
});
