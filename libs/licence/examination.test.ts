import { describe, expect, it } from '@jest/globals';
import { vietnamCalendar } from '#libs/calendar/calendar.js';
import type { Digest } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';
import { licenceAt, licenceOf, opened } from '../../test/support/beekeeping-licences.js';
import { supervisedBeekeeping } from '../../test/support/supervised-beekeeping.js';
import { licenceAgenda } from './agenda.js';
import type { LicenceCommand } from './commands.js';
import { decideLicence } from './decide.js';
import type { LicenceEvent } from './events.js';
import { examinationsToTell } from './examinations.js';
import { obligationsOf } from './obligations.js';
import { openWork } from './work.js';

const bees = supervisedBeekeeping();
const obligation = 'honeyReport-2027-01-14';
const report = 'd'.repeat(64) as Digest;
const submit: LicenceCommand = { type: 'submitReport', data: { obligation, period: 2026, report } };
const giveBack: LicenceCommand = { type: 'returnReport', data: { obligation, reason: 'Which hives?' } };
const accept: LicenceCommand = { type: 'acceptReport', data: { obligation } };
const excuse: LicenceCommand = { type: 'excuseObligation', data: { obligation, reason: 'Flood' } };
const revoke: LicenceCommand = { type: 'revokeLicence', data: { violation: 'poisoning', reason: 'r' } };
const SUBMITTED_AT = '2027-01-08T03:00:00.000Z';

type Given = LicenceCommand | readonly [command: LicenceCommand, at: string];

function eventsOf(...given: readonly Given[]) {
  const events: LicenceEvent[] = [opened()];
  for (const one of given) {
    const [command, at] = 'type' in one ? [one, SUBMITTED_AT] : one;
    const decision = decideLicence(command, licenceOf(...events), licenceAt(at, bees));
    if ('refusal' in decision) throw new Error(decision.refusal);
    events.push(...decision);
  }
  return events;
}
const after = (...given: readonly Given[]) => licenceOf(...eventsOf(...given));
const work = (...given: readonly Given[]) =>
  openWork(after(...given), vietnamCalendar).filter(({ kind }) => kind === 'examineReport');

describe('a report that comes in', () => {
  it('is a task of those who examine it, with a last day on a working day', () => {
    // Five working days from Friday, 8 January.
    expect(work(submit)).toStrictEqual([
      {
        id: 'examine-honeyReport-2027-01-14-1',
        kind: 'examineReport',
        role: 'specialist',
        askedAt: '2027-01-07T17:00:00.000Z',
        dueAt: '2027-01-15T17:00:00.000Z',
        remindAt: '2027-01-15T01:00:00.000Z',
      },
    ]);
  });

  it('is one no more when it was accepted or sent back, the duty excused, or the licence ended', () => {
    for (const end of [accept, giveBack, excuse, revoke]) expect(work(submit, end)).toStrictEqual([]);
  });

  // It was the office that did nothing: the holder handed it in, and the register must not say otherwise.
  it.each([
    ['in time', SUBMITTED_AT, false],
    ['late', '2027-01-20T03:00:00.000Z', true],
  ])('handed in %s and never examined, it is left so with the licence', (_, at, late) => {
    const events = eventsOf([submit, at], [revoke, '2027-03-01T03:00:00.000Z']);
    expect(events.slice(2).filter(({ type }) => !type.startsWith('Document'))).toMatchObject([
      { type: 'LicenceRevoked' },
      { type: 'ReportLeftUnexamined', data: { obligation, reportNumber: 1, dueOn: '2027-01-14', late } },
    ]);
    const [owed] = obligationsOf(licenceOf(...events), bees);
    expect(owed?.progress).toMatchObject({ examined: false, reports: 1, late, outcome: 'unexamined' });
  });

  it('sent back and not corrected, its duty lapses with the licence', () => {
    const events = eventsOf(submit, giveBack, [revoke, '2027-01-20T03:00:00.000Z']);
    expect(events).toContainEqual({ type: 'ObligationLapsed', data: { obligation, dueOn: '2027-01-14' } });
    expect(events.map(({ type }) => type)).not.toContain('ReportLeftUnexamined');
  });

  it('that lapsed under an earlier release is read as it was', () => {
    const lapsed = {
      type: 'ObligationLapsed',
      data: { obligation, dueOn: '2027-01-14' as LocalDate },
    } as const;
    const events = eventsOf(submit, [revoke, '2027-03-01T03:00:00.000Z']);
    const old = events.map((event) => (event.type === 'ReportLeftUnexamined' ? lapsed : event));
    expect(obligationsOf(licenceOf(...old), bees)[0]?.progress.outcome).toBe('lapsed');
  });

  it('is examined anew when it comes back', () => {
    const again = [submit, '2027-02-01T03:00:00.000Z'] as const;
    expect(work(submit, giveBack, again)).toMatchObject([
      { id: 'examine-honeyReport-2027-01-14-2', dueAt: '2027-02-15T17:00:00.000Z' },
    ]);
  });

  it('is told to who examines it on its last day, to the head when that is over, and each once', () => {
    const told: string[] = [];
    const events = eventsOf(submit);
    const look = (at: string) => {
      const circumstances = licenceAt(at, bees);
      for (const { command } of examinationsToTell(licenceOf(...events), circumstances)) {
        const decision = decideLicence(command, licenceOf(...events), circumstances);
        if ('refusal' in decision) throw new Error(decision.refusal);
        events.push(...decision);
        told.push(`${at.slice(0, 10)} ${decision.map(({ type }) => type).join()}`);
      }
    };
    for (let day = 8; day <= 20; day += 1) {
      look(`2027-01-${String(day).padStart(2, '0')}T02:00:00.000Z`);
      look(`2027-01-${String(day).padStart(2, '0')}T20:00:00.000Z`);
    }
    expect(told).toStrictEqual(['2027-01-15 WorkReminded', '2027-01-15 WorkEscalated']);
  });

  it('is told to the head alone where nobody looked until it was late', () => {
    const late = licenceAt('2027-02-20T02:00:00.000Z', bees);
    const toTell = examinationsToTell(after(submit), late).map(({ action }) => action);
    expect(toTell).toStrictEqual(['escalateWork']);
    expect(examinationsToTell(after(submit, accept), late)).toStrictEqual([]);
  });

  it('waits in the inbox and wakes no workflow', () => {
    const due = (...given: readonly Given[]) =>
      licenceAgenda(after(...given), bees, vietnamCalendar).map(({ action, at }) => `${action} ${at}`);
    expect(due(submit)).toStrictEqual(due(submit, accept));
  });

  it('that came in under an earlier release is due on its day', () => {
    const data = { obligation, reportNumber: 1, report, submittedOn: '2027-01-08' as LocalDate, late: false };
    const licence = licenceOf(opened(), { type: 'ReportSubmitted', data });
    expect(openWork(licence, vietnamCalendar)).toMatchObject([
      { kind: 'examineReport', dueAt: '2027-01-08T17:00:00.000Z' },
    ]);
  });
});
