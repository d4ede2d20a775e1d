import { describe, expect, it } from '@jest/globals';
import type { Digest, LicenceId } from '#libs/kernel/ids.js';
import { instantFromEpoch, type LocalDate } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { licenceAt, licenceOf, opened } from '../../test/support/beekeeping-licences.js';
import { supervisedBeekeeping } from '../../test/support/supervised-beekeeping.js';
import { licenceAgenda } from './agenda.js';
import type { LicenceCommand } from './commands.js';
import { changeNoticeOf } from './change-notice.js';
import { decideLicence } from './decide.js';
import type { LicenceEvent } from './events.js';
import { obligationsOf } from './obligations.js';

const bees = supervisedBeekeeping();
const report = 'd'.repeat(64) as Digest;
const on = (date: string) => date as LocalDate;
const at = (date: string) => `${date}T03:00:00.000Z`;

/** Gives commands one after the other, each at its instant; the last answer, and all that was recorded before it. */
function told(...acts: readonly (readonly [date: string, LicenceCommand])[]) {
  const events: LicenceEvent[] = [opened()];
  for (const [date, command] of acts.slice(0, -1)) {
    const decision = decideLicence(command, licenceOf(...events), licenceAt(at(date), bees));
    if ('refusal' in decision) throw new Error(`${command.type}: ${decision.refusal}`);
    events.push(...decision);
  }
  const [date, command] = acts.at(-1) as (typeof acts)[number];
  const answer = decideLicence(command, licenceOf(...events), licenceAt(at(date), bees));
  return 'refusal' in answer ? answer.refusal : answer.map(({ type }) => type).join(' ');
}

type Case = readonly [
  what: string,
  acts: readonly (readonly [date: string, LicenceCommand])[],
  answer: string,
];

const submit = (year: number, period: number | undefined = year - 1): LicenceCommand => ({
  type: 'submitReport',
  data: { obligation: `honeyReport-${year}-01-14`, ...(period === undefined ? {} : { period }), report },
});
const accept = (obligation: string): LicenceCommand => ({ type: 'acceptReport', data: { obligation } });
const giveBack = (reason = 'Thiếu số liệu'): LicenceCommand => ({
  type: 'returnReport',
  data: { obligation: 'honeyReport-2027-01-14', reason },
});
const remedy: LicenceCommand = {
  type: 'orderRemedy',
  data: { obligation: 'remedy-1', subject: 'Hives too close to the school', dueOn: on('2026-05-04') },
};
const miss = (obligation: string): LicenceCommand => ({ type: 'missObligation', data: { obligation } });
const suspend = (violation = 'mislabelling'): LicenceCommand => ({
  type: 'suspendLicence',
  data: { ground: { kind: 'violation', violation }, reason: 'Inspection of 4 May' },
});
const suspendFor = (obligation: string): LicenceCommand => ({
  type: 'suspendLicence',
  data: { ground: { kind: 'remedyOverrun', obligation }, reason: 'Not remedied' },
});
const endSuspension: LicenceCommand = { type: 'endSuspension', data: {} };
const lift: LicenceCommand = { type: 'liftSuspension', data: { reason: 'Remedied' } };
const revoke = (violation = 'poisoning'): LicenceCommand => ({
  type: 'revokeLicence',
  data: { violation, reason: 'Inspection of 4 May' },
});
const extend = (filedOn: string, years = 2): LicenceCommand => ({
  type: 'extendLicence',
  data: { filedOn: on(filedOn), years },
});
const amend = (...facts: readonly string[]): LicenceCommand => ({
  type: 'amendLicence',
  data: { facts, evidence: report },
});

// A table is read by its rows.
// prettier-ignore
const reports: readonly Case[] = [
  ['handed in', [['2027-01-05', submit(2027)]], 'ReportSubmitted'],
  ['on the wrong year', [['2027-01-05', submit(2027, 2025)]], 'WrongPeriod'],
  ['before the year is over', [['2026-12-30', submit(2027)]], 'PeriodNotOver'],
  ['twice', [['2027-01-05', submit(2027)], ['2027-01-06', submit(2027)]], 'ReportAlreadySubmitted'],
  ['returned, and again', [['2027-01-05', submit(2027)], ['2027-01-06', giveBack()], ['2027-01-07', submit(2027)]], 'ReportSubmitted'],
  ['returned without a reason', [['2027-01-05', submit(2027)], ['2027-01-06', giveBack(' ')]], 'TextMissing'],
  ['accepted before it came', [['2027-01-05', accept('honeyReport-2027-01-14')]], 'NoReportSubmitted'],
  ['accepted twice', [['2027-01-05', submit(2027)], ['2027-01-06', accept('honeyReport-2027-01-14')], ['2027-01-06', accept('honeyReport-2027-01-14')]], 'ObligationSettled'],
  ['missed, then handed in', [['2027-02-19', miss('honeyReport-2027-01-14')], ['2027-02-20', submit(2027)]], 'ObligationSettled'],
  ['missed too early', [['2027-02-18', miss('honeyReport-2027-01-14')]], 'NotYetDue'],
  ['not missed while it lies there', [['2027-01-05', submit(2027)], ['2027-02-19', miss('honeyReport-2027-01-14')]], 'AlreadyDone'],
  // Returned on 1 February, it has the 35 days once more: to 8 March.
  ['returned late, missed by the old day', [['2027-01-05', submit(2027)], ['2027-02-01', giveBack()], ['2027-03-08', miss('honeyReport-2027-01-14')]], 'NotYetDue'],
  ['returned late, and missed', [['2027-01-05', submit(2027)], ['2027-02-01', giveBack()], ['2027-03-09', miss('honeyReport-2027-01-14')]], 'ObligationMissed'],
  ['for a revoked licence', [['2026-05-05', revoke()], ['2027-01-05', submit(2027)]], 'LicenceRevoked'],
  ['of a year that is not owed', [['2026-05-05', submit(2026)]], 'ObligationUnknown'],
];

// A table is read by its rows.
// prettier-ignore
const measures: readonly Case[] = [
  ['a violation that suspends', [['2026-05-05', suspend()]], 'LicenceSuspended'],
  ['a violation that revokes is not suspended for', [['2026-05-05', suspend('poisoning')]], 'MeasureNotForViolation'],
  ['nor the other way round', [['2026-05-05', revoke('mislabelling')]], 'MeasureNotForViolation'],
  ['what nobody forbade', [['2026-05-05', suspend('humming')]], 'ViolationUnknown'],
  ['a remedy that is not overrun', [['2026-04-01', remedy], ['2026-05-05', suspendFor('remedy-1')]], 'RemedyNotOverrun'],
  // Ten working days after Monday 4 May end on Monday 18 May.
  ['a remedy missed a day early', [['2026-04-01', remedy], ['2026-05-18', miss('remedy-1')]], 'NotYetDue'],
  ['a remedy overrun', [['2026-04-01', remedy], ['2026-05-19', miss('remedy-1')], ['2026-05-20', suspendFor('remedy-1')]], 'LicenceSuspended'],
  ['twice for one remedy', [['2026-04-01', remedy], ['2026-05-19', miss('remedy-1')], ['2026-05-20', suspendFor('remedy-1')], ['2026-05-21', lift], ['2026-05-22', suspendFor('remedy-1')]], 'AlreadySuspendedFor'],
  ['the second suspension', [['2026-05-05', suspend()], ['2026-06-05', lift], ['2026-07-05', suspend()]], 'LicenceSuspended LicenceRevoked'],
  ['a remedy asked for the last day', [['2031-03-01', { ...remedy, data: { ...remedy.data, dueOn: on('2031-03-16') } }]], 'ObligationAsked'],
  ['a remedy asked after the last day', [['2031-03-01', { ...remedy, data: { ...remedy.data, dueOn: on('2031-04-01') } }]], 'DueAfterTheEnd'],
  ['a remedy by the last day', [['2031-03-01', { ...remedy, data: { ...remedy.data, dueOn: on('2031-03-16') } }]], 'ObligationAsked'],
  ['a remedy by today', [['2026-05-04', remedy]], 'DateNotAhead'],
  ['a remedy by tomorrow', [['2026-05-03', remedy]], 'ObligationAsked'],
  ['over before its last day is', [['2026-05-05', suspend()], ['2026-08-05', endSuspension]], 'NotYetDue'],
  ['over with its last day', [['2026-05-05', suspend()], ['2026-08-06', endSuspension]], 'SuspensionEnded'],
  ['lifting what does not hang', [['2026-05-05', lift]], 'LicenceNotSuspended'],
];

// A table is read by its rows.
// prettier-ignore
const changes: readonly Case[] = [
  ['on the last day for it', [['2031-02-14', extend('2031-02-14')]], 'LicenceExtended'],
  ['a day late', [['2031-02-15', extend('2031-02-15')]], 'ExtensionFiledLate'],
  ['decided later than asked for', [['2031-03-01', extend('2031-02-14')]], 'LicenceExtended'],
  ['asked for tomorrow', [['2031-02-10', extend('2031-02-11')]], 'DateAhead'],
  ['for one year', [['2031-02-14', extend('2031-02-14', 1)]], 'LicenceExtended'],
  ['for no year', [['2031-02-14', extend('2031-02-14', 0)]], 'ExtensionTooLong'],
  ['for three years', [['2031-02-14', extend('2031-02-14', 3)]], 'ExtensionTooLong'],
  ['a third time', [['2031-02-14', extend('2031-02-14')], ['2033-01-10', extend('2033-01-10')], ['2035-01-10', extend('2035-01-10')]], 'ExtensionsUsedUp'],
  ['while suspended', [['2031-01-05', suspend()], ['2031-01-06', extend('2031-01-06')]], 'LicenceSuspended'],
  ['of what may change', [['2026-05-05', amend('hives')]], 'LicenceAmended'],
  ['of what needs a new licence', [['2026-05-05', amend('hives', 'owner')]], 'NewLicenceNeeded'],
  ['of nothing', [['2026-05-05', amend()]], 'NothingAmended'],
  ['after it was replaced', [['2026-05-05', { type: 'replaceLicence', data: { by: 'licence-2' as LicenceId } }], ['2026-05-06', amend('hives')]], 'LicenceReplaced'],
];

describe('a report', () => {
  it.each(reports)('%s', (_, acts, answer) => expect(told(...acts)).toBe(answer));

  it('keeps its lateness by the day it first came', () => {
    const late = (first: string) => {
      const events: LicenceEvent[] = [opened()];
      for (const [date, command] of [
        [first, submit(2027)],
        ['2027-01-20', giveBack()],
        ['2027-01-22', submit(2027)],
      ] as const) {
        events.push(
          ...(decideLicence(command, licenceOf(...events), licenceAt(at(date), bees)) as LicenceEvent[]),
        );
      }
      return obligationsOf(licenceOf(...events), bees)[0]?.progress.late;
    };
    expect([late('2027-01-14'), late('2027-01-15')]).toStrictEqual([false, true]);
  });
});

describe('suspension and revocation', () => {
  it.each(measures)('%s', (_, acts, answer) => expect(told(...acts)).toBe(answer));

  it('says clause, ground, end, and until when it may be appealed', () => {
    expect(decideLicence(suspend(), licenceOf(opened()), licenceAt(at('2026-05-05'), bees))).toStrictEqual([
      {
        type: 'LicenceSuspended',
        data: {
          ground: { kind: 'violation', violation: 'mislabelling' },
          clause: 'Beekeeping Act, section 9',
          reason: 'Inspection of 4 May',
          appealUntil: '2026-08-03',
          suspendedOn: '2026-05-05',
          until: '2026-08-05',
        },
      },
    ]);
  });

  it('ends by itself after three months, and what was asked ends with the licence', () => {
    const asked = decideLicence(
      remedy,
      licenceOf(opened()),
      licenceAt(at('2026-04-01'), bees),
    ) as LicenceEvent[];
    const suspended = decideLicence(
      suspend(),
      licenceOf(opened(), ...asked),
      licenceAt(at('2026-04-02'), bees),
    );
    const licence = licenceOf(opened(), ...asked, ...(suspended as LicenceEvent[]));
    const end = licenceAgenda(licence, bees, licenceAt(at('2026-04-02')).calendar);
    expect(end.find(({ action }) => action === 'endSuspension')?.at).toBe('2026-07-02T17:00:00.000Z');
    expect(decideLicence(revoke(), licence, licenceAt(at('2026-04-03'), bees))).toHaveProperty('1', {
      type: 'ObligationLapsed',
      data: { obligation: 'remedy-1', dueOn: '2026-05-04' },
    });
  });
});

describe('another owner or head office', () => {
  const { supervision } = bees.licence;
  if (!supervision) throw new Error('Beekeepers are supervised');
  const within = { amount: 10, unit: 'workingDays' } as const;
  const changeNotice = { within, citation: bees.licence.citation };
  const timed = { ...bees, licence: { ...bees.licence, supervision: { ...supervision, changeNotice } } };
  const note = (filedOn: string | undefined, notedOn: string, procedure: Procedure = timed) => {
    const data = { change: 'owner', changedOn: on('2027-04-20'), evidence: report } as const;
    const command = {
      type: 'noteHolderChange',
      data: { ...data, ...(filedOn && { filedOn: on(filedOn) }) },
    } as const;
    const decision = decideLicence(command, licenceOf(opened()), licenceAt(at(notedOn), procedure));
    return 'refusal' in decision ? decision.refusal : decision[0]?.data;
  };

  // Ten working days from Tuesday, 20 April: 30 April is a holiday, and 3 May one in lieu of Saturday the 1st.
  it.each([
    ['on the last day', '2027-05-06', false],
    ['a day late', '2027-05-07', true],
    ['before it', '2027-04-19', false],
  ])('that is told of %s is noted with it, however long the office takes', (_, filedOn, late) => {
    expect(note(filedOn, '2027-05-20')).toMatchObject({ told: { on: filedOn, by: '2027-05-06', late } });
  });

  it.each([
    ['2027-05-06', 10, false],
    ['2027-05-07', 11, true],
    ['2027-05-08', 11, true],
    ['2027-04-19', -1, false],
  ])('is known to be late before it is noted: told of on %s', (filedOn, workingDays, late) => {
    const { procedure, calendar } = licenceAt(at('2027-05-20'), timed);
    const telling = { changedOn: on('2027-04-20'), on: on(filedOn) };
    expect(changeNoticeOf(telling, { procedure, calendar })).toStrictEqual({
      on: filedOn,
      by: '2027-05-06',
      late,
      workingDays,
    });
    expect(changeNoticeOf(telling, { procedure: bees, calendar })).toBeUndefined();
  });

  it('is told of when it is noted where nobody says when; where the rules set no time nobody is late', () => {
    expect(note(undefined, '2027-05-20')).toMatchObject({ told: { on: '2027-05-20', late: true } });
    expect(note('2027-05-08', '2027-05-20', bees)).not.toHaveProperty('told');
    expect(note('2027-05-21', '2027-05-20')).toBe('DateAhead');
  });

  it('may be told of on the next working day where the time ends on a day off', () => {
    const byDays = { ...changeNotice, within: { amount: 10, unit: 'calendarDays' } } as const;
    const rules = { ...supervision, changeNotice: byDays };
    const procedure = { ...bees, licence: { ...bees.licence, supervision: rules } };
    expect(note('2027-05-04', '2027-05-20', procedure)).toMatchObject({
      told: { by: '2027-05-04', late: false },
    });
  });
});

describe('amending and extending', () => {
  it.each(changes)('%s', (_, acts, answer) => expect(told(...acts)).toBe(answer));
});

describe('reminders', () => {
  /** Does by day what is due at the end of it, but on the days of an outage. */
  function reminded(until: string, isAway: (date: string) => boolean) {
    const events: LicenceEvent[] = [opened()];
    for (let ms = Date.parse('2026-03-17T03:00:00Z'); ms < Date.parse(until); ms += 86_400_000) {
      const now = instantFromEpoch(ms);
      const due = isAway(now) ? [] : licenceAgenda(licenceOf(...events), bees, licenceAt(now).calendar);
      const given = due.flatMap((item) => (item.at <= now && 'command' in item ? [item.command] : []));
      for (const command of given) {
        const decision = decideLicence(command, licenceOf(...events), licenceAt(now, bees));
        events.push(...('refusal' in decision ? [] : decision));
      }
    }
    return events
      .map(({ type, data }) => `${type}${'remindedAt' in data ? ` ${data.remindedAt.slice(0, 10)}` : ''}`)
      .slice(1);
  }

  it('come 60, 30, 7 and 1 days before, on the day, then weekly up to the cap; then it is missed, once', () => {
    expect(reminded('2027-04-01', () => false)).toStrictEqual([
      'ObligationReminded 2026-11-13', // the 15th is a Sunday
      'ObligationReminded 2026-12-15',
      'ObligationReminded 2027-01-07',
      'ObligationReminded 2027-01-13',
      'ObligationReminded 2027-01-14',
      'ObligationReminded 2027-01-21',
      'ObligationReminded 2027-01-28',
      'ObligationReminded 2027-02-11',
      'ObligationMissed',
      'WorkReminded', // the inspection that it asks for, and that nobody takes
      'WorkEscalated',
    ]);
  });

  it.each([
    ['until the last day to ask for an extension', '2031-02-14', false],
    ['from then on that the licence ends for good', '2031-02-15', true],
  ])('of renewing say %s', (_, date, isFinal) => {
    const command: LicenceCommand = { type: 'remindRenewal', data: { step: 1 } };
    const decision = decideLicence(command, licenceOf(opened()), licenceAt(at(date), bees));
    expect('refusal' in decision || 'final' in (decision[0]?.data ?? {})).toBe(isFinal);
  });

  it('are one after the world stood still for thirty days', () => {
    const away = (date: string) => date > '2026-12-20' && date < '2027-01-19';
    expect(reminded('2027-01-22', away)).toStrictEqual([
      'ObligationReminded 2026-11-13',
      'ObligationReminded 2026-12-15',
      'ObligationReminded 2027-01-19',
      'ObligationReminded 2027-01-21',
    ]);
  });
});
