import { describe, expect, it } from '@jest/globals';
import { vietnamCalendar } from '#libs/calendar/calendar.js';
import type { Digest } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import { opened } from '../../test/support/beekeeping-licences.js';
import { supervisedBeekeeping } from '../../test/support/supervised-beekeeping.js';
import { remindersDue, summaryReminders } from './due-summaries.js';
import { findPeriod } from './period.js';
import { summaryDueOn } from './reporting-duties.js';
import { SummaryCount } from './summary-count.js';
import { tallyOf } from './tally.js';

const bees = supervisedBeekeeping();
const day = (date: string) => date as LocalDate;
const period = (name: string) => {
  const found = findPeriod(name);
  if (!found) throw new Error(`${name} is no period`);
  return found;
};

const report = 'd'.repeat(64) as Digest;
const submitted: LicenceEvent = {
  type: 'ReportSubmitted',
  data: {
    obligation: 'honeyReport-2027-01-14',
    reportNumber: 1,
    report,
    submittedOn: day('2027-01-20'),
    late: true,
  },
};
const accepted: LicenceEvent = {
  type: 'ReportAccepted',
  data: { obligation: 'honeyReport-2027-01-14', reportNumber: 1, late: true },
};
const measure = { clause: 'c', reason: 'r', appealUntil: day('2027-09-01') };
const suspended: LicenceEvent = {
  type: 'LicenceSuspended',
  data: {
    ...measure,
    ground: { kind: 'violation', violation: 'mislabelling' },
    suspendedOn: day('2027-05-03'),
    until: day('2027-08-03'),
  },
};
const revoked: LicenceEvent = {
  type: 'LicenceRevoked',
  data: { ...measure, ground: { kind: 'violation', violation: 'poisoning' }, revokedOn: day('2027-07-01') },
};

function counted(name: string, asOfOn: string, ...lives: readonly (readonly LicenceEvent[])[]) {
  const { fromOn, toOn } = period(name);
  const count = new SummaryCount();
  for (const events of lives) count.add(tallyOf(events, bees, { fromOn, toOn, asOfOn: day(asOfOn) }), bees);
  return count.result();
}

describe('a summary', () => {
  const lives = [[opened(), submitted, accepted, suspended, revoked], [opened({ text: '02/GP-NO' })]];

  it('counts licences as they stood at the end of the period, and acts by the day they name', () => {
    const half = counted('2027-H1', '2027-07-20', ...lives);
    expect([half.licences.suspended, half.licences.inForce, half.licences.revoked]).toStrictEqual([1, 1, 0]);
    expect([half.acts.suspended, half.acts.revoked, half.acts.issued]).toStrictEqual([1, 0, 0]);
    const year = counted('2027', '2027-07-20', ...lives);
    expect([year.licences.suspended, year.licences.revoked, year.acts.revoked]).toStrictEqual([0, 1, 1]);
    expect(counted('2026', '2027-07-20', ...lives).acts.issued).toBe(2);
  });

  it('names who reported and who is late on the day of the log', () => {
    const { reported, late, duties } = counted('2027-H1', '2027-07-20', ...lives);
    expect(reported.map(({ licence, standing }) => [licence, standing])).toStrictEqual([
      ['01/GP-NO', 'fulfilledLate'],
    ]);
    expect(late.map(({ licence, standing }) => [licence, standing])).toStrictEqual([['02/GP-NO', 'late']]);
    expect([duties.fulfilledLate, duties.late]).toStrictEqual([1, 1]);
    // On the last day itself nobody is late.
    expect(counted('2027-H1', '2027-01-14', ...lives).late).toStrictEqual([]);
  });

  it('tells violations by kind, with the measures they led to', () => {
    const { violations } = counted('2027', '2027-07-20', ...lives);
    expect(violations).toStrictEqual([
      {
        code: 'mislabelling',
        name: { vi: 'Ghi sai nhãn', en: 'Mislabelling' },
        findings: 0,
        suspensions: 1,
        revocations: 0,
      },
      {
        code: 'poisoning',
        name: { vi: 'Đầu độc', en: 'Poisoning' },
        findings: 0,
        suspensions: 0,
        revocations: 1,
      },
    ]);
  });

  it('asks nothing more of a licence that was revoked', () => {
    const later = counted('2028', '2028-12-31', ...lives);
    expect(later.late.map(({ licence }) => licence)).toStrictEqual(['02/GP-NO']);
  });

  it('is the same in whatever order licences come', () => {
    const numbered = ['02', '10', '1'].map((text) => [opened({ text: `${text}/GP-NO` })]);
    const one = counted('2027', '2027-07-20', ...numbered);
    expect(counted('2027', '2027-07-20', ...numbered.toReversed())).toStrictEqual(one);
    expect(one.late.map(({ licence }) => licence)).toStrictEqual(['1/GP-NO', '02/GP-NO', '10/GP-NO']);
  });
});

describe('the department', () => {
  it('owes its summaries before 31 July and before 31 January', () => {
    const dues = ['2026-H1', '2026-H2', '2026'].map((name) => summaryDueOn(period(name)));
    expect(dues).toStrictEqual(['2026-07-30', '2027-01-30', '2027-01-30']);
  });

  it('is reminded on working days, never later than asked', () => {
    // 30 January 2027 is a Saturday.
    const days = summaryReminders(vietnamCalendar, period('2026-H2')).map(({ at }) => at.slice(0, 10));
    expect(days).toStrictEqual(['2027-01-15', '2027-01-27', '2027-01-29']);
  });

  it('is reminded once of each after an outage, and of nothing older than its first day', () => {
    const now = '2027-02-10T01:00:00.000Z' as Instant;
    const due = remindersDue(vietnamCalendar, { since: '2026-12-01T00:00:00.000Z' as Instant, now });
    expect(due.map(({ period: { name }, step }) => [name, step])).toStrictEqual([
      ['2026-H2', 3],
      ['2026', 3],
    ]);
    expect(remindersDue(vietnamCalendar, { since: now, now })).toStrictEqual([]);
  });
});

it.each(['2026-H3', '26', '2026-h1', '1999', '2026-13', ''])('%s names no period', (name) => {
  expect(findPeriod(name)).toBeUndefined();
});
