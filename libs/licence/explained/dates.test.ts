import { describe, expect, it } from '@jest/globals';
import type { Digest } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';
import { licenceAt, licenceOf, opened } from '../../../test/support/beekeeping-licences.js';
import { supervisedBeekeeping } from '../../../test/support/supervised-beekeeping.js';
import type { LicenceEvent } from '../events.js';
import { obligationsOf } from '../obligations.js';
import { renewalWindows } from '../renewal.js';
import { explainDuty } from './duties.js';
import { explainInspection, explainInspectionReminder } from './inspection.js';
import type { LicenceExplanation } from './explanation.js';
import { explainWork } from './work.js';
import { explainSuspension, explainTerm } from './term.js';

const procedure = supervisedBeekeeping();
const { calendar } = licenceAt('2026-03-16T00:00:00.000Z', procedure);
const rules = { procedure, calendar };
const day = (date: string) => date as LocalDate;
const measure = { clause: 'Beekeeping Act, section 12', reason: 'r', appealUntil: day('2031-01-01') };

const demanded: LicenceEvent = {
  type: 'ObligationAsked',
  data: {
    obligation: 'hives-2027',
    kind: 'demandedReport',
    subject: 'How many hives?',
    clause: 'Beekeeping Act, section 20',
    askedOn: day('2027-03-01'),
    dueOn: day('2027-03-28'),
  },
};
const extended: LicenceEvent = {
  type: 'LicenceExtended',
  data: { filedOn: day('2031-02-03'), years: 2, extendedOn: day('2031-02-10'), expiresOn: day('2033-03-16') },
};
const missed: LicenceEvent = {
  type: 'ObligationMissed',
  data: {
    obligation: 'honeyReport-2027-01-14',
    dueOn: day('2027-01-14'),
    missedOn: day('2027-02-19'),
    inspection: 'inspect-honeyReport-2027-01-14',
    inspectBy: day('2027-03-05'),
  },
};
const submitted: LicenceEvent = {
  type: 'ReportSubmitted',
  data: {
    obligation: 'honeyReport-2028-01-14',
    reportNumber: 1,
    report: 'd'.repeat(64) as Digest,
    submittedOn: day('2028-01-03'),
    late: false,
    examineBy: day('2028-01-10'),
  },
};
const suspended: LicenceEvent = {
  type: 'LicenceSuspended',
  data: {
    ...measure,
    ground: { kind: 'violation', violation: 'mislabelling' },
    suspendedOn: day('2028-11-30'),
    until: day('2029-02-28'),
  },
};

/** Ends on its date, in both languages, each line with a source. */
function expectToExplain(why: LicenceExplanation | undefined, date: LocalDate): void {
  const written = `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
  expect(why?.on).toBe(date);
  expect(why?.steps.at(-1)?.text.vi).toContain(written);
  expect(why?.steps.at(-1)?.text.en).toContain(written);
  expect(why?.steps.filter(({ citation }) => citation.source === '')).toStrictEqual([]);
}

describe('every date of a licence', () => {
  const licence = licenceOf(opened(), demanded, missed, extended);

  it('of a duty, yearly or asked for, is explained with the day that is shown', () => {
    const duties = obligationsOf(licence, procedure);
    expect(new Set(duties.map(({ kind }) => kind))).toStrictEqual(
      new Set(['yearlyReport', 'demandedReport']),
    );
    for (const { id, dueOn, since } of duties) {
      expectToExplain(explainDuty(licence, { id, date: 'dueOn' }, rules), dueOn);
      expectToExplain(explainDuty(licence, { id, date: 'since' }, rules), since);
    }
    expect(explainDuty(licence, { id: 'hives-2027', date: 'dueOn' }, rules)?.steps).toMatchObject([
      { effect: 'starts', on: '2027-03-01', citation: { source: 'Beekeeping Act, section 20' } },
      { effect: 'ends', on: '2027-03-28' },
    ]);
    expect(explainDuty(licence, { id: 'unheard-of', date: 'dueOn' }, rules)).toBeUndefined();
  });

  it('of the time in which it may be renewed is, of every term', () => {
    const windows = renewalWindows(licence, procedure, calendar);
    expect(windows).toHaveLength(2);
    for (const { id, opensOn, closesOn } of windows) {
      expectToExplain(explainDuty(licence, { id, date: 'dueOn' }, rules), closesOn);
      expectToExplain(explainDuty(licence, { id, date: 'since' }, rules), opensOn);
    }
  });

  it('of its term is, and an extension is told as one and not as a longer term', () => {
    const why = explainTerm(licence, procedure);
    expectToExplain(why, day('2033-03-16'));
    expect(why.steps.map(({ effect, on }) => [effect, on])).toStrictEqual([
      ['starts', '2026-03-16'],
      ['sets', '2031-03-16'],
      ['extends', '2033-03-16'],
      ['ends', '2033-03-16'],
    ]);
    expect(why.text.en).toContain('The term is 5 year(s).');
  });

  it('of a suspension is, with the clause of the measure', () => {
    const still = licenceOf(opened(), suspended);
    const why = explainSuspension(still, procedure);
    expectToExplain(why, day('2029-02-28'));
    expect(why?.steps[0]?.citation.source).toBe(measure.clause);
    expect(explainSuspension(licence, procedure)).toBeUndefined();
  });

  it('of an inspection is, with the day off that moves it', () => {
    const [inspection] = licence.inspections;
    if (!inspection) throw new Error('A missed duty is inspected');
    expectToExplain(explainInspection(inspection, rules), day('2027-03-05'));
    expectToExplain(explainInspectionReminder(inspection, rules), day('2027-03-05'));
    const days = {
      within: { amount: 15, unit: 'calendarDays' as const },
      citation: procedure.licence.citation,
    };
    const supervision = { ...procedure.licence.supervision!, inspection: days };
    const counted = { ...procedure, licence: { ...procedure.licence, supervision } };
    const moved = { ...inspection, dueOn: day('2027-03-08') };
    const why = explainInspection(moved, { ...rules, procedure: counted });
    expectToExplain(why, day('2027-03-08'));
    expect(why.steps.find(({ effect }) => effect === 'movesOn')?.on).toBe('2027-03-06');
  });

  it('of the examination of a report is, with its reminder', () => {
    const task = 'examine-honeyReport-2028-01-14-1';
    const reported = licenceOf(opened(), submitted);
    const why = explainWork(reported, { task, date: 'dueAt' }, rules);
    expectToExplain(why, day('2028-01-10'));
    expect([why?.at, why?.steps[0]?.text.en]).toStrictEqual([
      '2028-01-10T17:00:00.000Z',
      'The report came in on Monday 03/01/2028.',
    ]);
    expectToExplain(explainWork(reported, { task, date: 'remindAt' }, rules), day('2028-01-10'));
  });
});
