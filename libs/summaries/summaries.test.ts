import { describe, expect, it } from '@jest/globals';
import type { Digest } from '#libs/kernel/ids.js';
import { prepareCommit, sealCommit } from '#libs/event-store/sealing.js';
import { type LocalDate, startOfDay } from '#libs/kernel/time.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import { letteredBeekeeping } from '../../test/support/beekeeping.js';
import { opened } from '../../test/support/beekeeping-licences.js';
import { supervisedBeekeeping } from '../../test/support/supervised-beekeeping.js';
import { findPeriod } from '#libs/summary-duties/period.js';
import { paperOf } from './paper-of.js';
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

  // Circular 09/2014 Art. 9(5) asks who reported: a report that the office left lying was handed in.
  it('counts a report that was never examined as handed in, and not as late', () => {
    const data = {
      obligation: 'honeyReport-2027-01-14',
      reportNumber: 1,
      dueOn: day('2027-01-14'),
      late: true,
    };
    const left: LicenceEvent = { type: 'ReportLeftUnexamined', data };
    const { reported, late, duties } = counted('2027-H1', '2027-07-20', [opened(), submitted, revoked, left]);
    expect(reported.map(({ standing, submittedOn }) => [standing, submittedOn])).toStrictEqual([
      ['unexamined', '2027-01-20'],
    ]);
    expect([late, duties.unexamined, duties.lapsed]).toStrictEqual([[], 1, 0]);
  });

  it('has the bytes that it had before summaries knew reports left unexamined', () => {
    expect(Object.keys(counted('2027-H1', '2027-07-20', ...lives).duties)).toStrictEqual(
      'fulfilled fulfilledLate excused missed lapsed examined returned awaited late unfollowed'.split(' '),
    );
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

it('its paper names the department as it was called on that day: what is published later changes no old paper', async () => {
  const then = letteredBeekeeping();
  const { issuer } = then.licence;
  if (!issuer) throw new Error('Letters have a sender');
  const renamed = { ...then.licence, issuer: { ...issuer, name: 'Sở Ong và Hoa' } };
  const later = { ...then, version: '2027-08-01', validFrom: day('2027-08-01'), licence: renamed };
  const head = { stream: 'licence/1', n: 0, version: 0, h: null };
  const draft = {
    commitId: 'opening',
    fingerprint: 'f'.repeat(64),
    recordedAt: startOfDay(day('2027-07-20')),
    actor: { id: 'system', roles: ['system'] },
    command: 'openLicence',
    correlationId: 'dossier/1',
    rules: {},
    build: 'test',
    events: [{ type: 'LicenceOpened', schema: 1, data: {} }],
  };
  const last = sealCommit(prepareCommit(head, draft), 1, draft.recordedAt);
  const half = period('2027-H1');
  const named = async (asOfOn: LocalDate) => {
    const { name, fromOn, toOn } = half;
    const spoken = { name, fromOn, toOn, dueOn: day('2027-07-30'), over: true };
    const about = { agency: then.competentAgency, period: spoken, position: 1, asOfOn };
    const summary = { shape: 'hoso.department-summary/1', ...about, ...counted('2027-H1', asOfOn) } as const;
    const sources = {
      store: { readStreamAt: () => Promise.reject(new Error('Nobody reported')) },
      procedures: { find: () => undefined, list: () => [then, later] },
      blobs: { read: () => Promise.resolve(undefined) },
      demonstration: true,
      verifyUrl: 'https://office.example/verify',
    };
    return (await paperOf(sources, { summary, last }, half).facts()).authority.name;
  };
  expect(await named(day('2027-07-31'))).toBe('Sở Nuôi ong');
  expect(await named(day('2027-08-01'))).toBe('Sở Ong và Hoa');
});
