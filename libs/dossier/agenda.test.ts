import { describe, expect, it } from '@jest/globals';
import { vietnamCalendar } from '#libs/calendar/calendar.js';
import { hanoi, licenceId, otherLicenceId } from '../../test/support/beekeepers.js';
import { beekeeping } from '../../test/support/beekeeping.js';
import {
  decisionProposed,
  denied,
  licenceEntered,
  numberAllocated,
  numberVoided,
  signatureAnswered,
  signatureRefused,
  signatureRequested,
  signatureRequestedAgain,
  opinionAsked,
  opinionGiven,
  opinionOverdueNoted,
  reopened,
  resultHandedOver,
  standing,
  submitted,
  supplementReceived,
  supplementRequested,
  withdrawn,
} from '../../test/support/beekeeping-events.js';
import { dossierOf, type Happened } from '../../test/support/dossier-stories.js';
import { agendaOf } from './agenda.js';
import type { DossierEvent } from './events.js';

const agenda = (...events: readonly Happened[]) =>
  agendaOf(dossierOf(...events), beekeeping(), vietnamCalendar);
/** Action, instant by the clock in Ha Noi, key. */
const lines = (...events: readonly Happened[]) =>
  agenda(...events).map(({ action, at, key }) => `${wallClock(at)} ${key.replace(action, `${action}:`)}`);
const wallClock = (at: string) => new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 16);

const collected = (count: number): DossierEvent => ({
  type: 'ApplicantReminded',
  data: { about: 'collection', count },
});

describe('what time owes a dossier', () => {
  it('is a reminder when a share of the step is used up, and a report to the head when it is due', () => {
    expect(agenda(submitted())).toStrictEqual([
      {
        action: 'remindOfficer',
        at: hanoi('2026-03-03 11:15'),
        command: { type: 'remindOfficer', data: { task: 'receive-1' } },
        key: 'remindOfficer receive-1 2026-03-03T10:00:00.000Z',
      },
      {
        action: 'escalateLateness',
        at: hanoi('2026-03-03 17:00'),
        command: { type: 'escalateLateness', data: { task: 'receive-1' } },
        key: 'escalateLateness receive-1 2026-03-03T10:00:00.000Z',
      },
    ]);
  });

  it('is a reminder when the step is due at the latest, also where the legal limit leaves it less than the share', () => {
    const cut = decisionProposed({ decideBy: hanoi('2026-03-09 17:00') });
    expect(lines(standing.appraisal, cut)).toStrictEqual([
      '2026-03-09T17:00 remindOfficer: approve-1 2026-03-09T10:00:00.000Z',
      '2026-03-09T17:00 escalateLateness: approve-1 2026-03-09T10:00:00.000Z',
    ]);
  });

  it('is not owed again once it was done, and a reminder not after the report', () => {
    const data = { task: 'receive-1', dueAt: hanoi('2026-03-03 17:00') };
    expect(agenda(submitted(), { type: 'OfficerReminded', data }).map(({ action }) => action)).toStrictEqual([
      'escalateLateness',
    ]);
    expect(agenda(submitted(), { type: 'LatenessEscalated', data })).toStrictEqual([]);
  });

  it('is owed again for a new date', () => {
    const data = { task: 'checkCompleteness-1', dueAt: hanoi('2026-03-03 17:00') };
    const told = [...standing.completeness, { type: 'LatenessEscalated', data }] as const;
    expect(lines(told, supplementRequested(), supplementReceived())).toStrictEqual([
      '2026-03-10T11:15 remindOfficer: checkCompleteness-1 2026-03-10T10:00:00.000Z',
      '2026-03-10T17:00 escalateLateness: checkCompleteness-1 2026-03-10T10:00:00.000Z',
    ]);
  });

  it('is the silence of an agency at the end of its last day, of which nobody is told as a lateness of the office', () => {
    expect(lines(standing.appraisal, opinionAsked())).toStrictEqual([
      '2026-03-06T11:15 remindOfficer: appraise-1 2026-03-10T10:00:00.000Z',
      '2026-03-06T17:00 remindOfficer: giveOpinion-H99.20-1 2026-03-10T10:00:00.000Z',
      '2026-03-10T17:00 escalateLateness: appraise-1 2026-03-10T10:00:00.000Z',
      '2026-03-11T00:00 noteOpinionOverdue: H99.20 2026-03-10T10:00:00.000Z',
    ]);
  });

  it.each([
    ['given', opinionGiven()],
    ['noted overdue', opinionOverdueNoted()],
  ])('is no silence of an opinion that was %s', (_, event) => {
    const actions = agenda(standing.appraisal, opinionAsked(), event).map(({ action }) => action);
    expect(actions).not.toContain('noteOpinionOverdue');
  });

  it('is the lapse of a supplement and one reminder before; the office owes nothing meanwhile', () => {
    expect(lines(standing.appraisal, opinionAsked(), supplementRequested())).toStrictEqual([
      '2026-03-19T00:00 remindApplicant: supplement 1 2026-04-02T10:00:00.000Z 1',
      '2026-04-03T00:00 lapseSupplement: 1 2026-04-02T10:00:00.000Z',
    ]);
    const reminded = { type: 'ApplicantReminded', data: { about: 'supplement', count: 1 } } as const;
    expect(lines(standing.supplement, reminded)).toStrictEqual([
      '2026-04-03T00:00 lapseSupplement: 1 2026-04-02T10:00:00.000Z',
    ]);
  });

  it('is another reminder of a supplement that was withdrawn and re-opened, though the date be the same', () => {
    const back = reopened({ stepDueAt: hanoi('2026-04-02 17:00') });
    expect(agenda(standing.supplement, withdrawn(), back)[0]?.key).toBe(
      'remindApplicant supplement 1 2026-04-02T10:00:00.000Z 2',
    );
  });

  it('is a number, then its certificate at once; a voided number is owed none', () => {
    expect(lines(standing.certificate)).toStrictEqual([
      '2026-03-11T11:15 remindOfficer: allocateNumber-1 2026-03-11T10:00:00.000Z',
      '2026-03-11T17:00 escalateLateness: allocateNumber-1 2026-03-11T10:00:00.000Z',
    ]);
    const numbered = [...standing.certificate, numberAllocated()];
    expect(agenda(numbered)).toStrictEqual([
      {
        action: 'issueCertificate',
        at: hanoi('2026-03-10 09:00'),
        key: `issueCertificate ${licenceId}`,
        isMade: true,
      },
    ]);
    expect(lines(numbered, signatureRefused())).toStrictEqual([
      '2026-03-11T11:15 remindOfficer: requestSignature-1 2026-03-11T10:00:00.000Z',
      '2026-03-11T17:00 escalateLateness: requestSignature-1 2026-03-11T10:00:00.000Z',
    ]);
    const awaited = [...numbered, signatureRequested()];
    expect(lines(awaited)).toStrictEqual([
      `2026-03-11T09:03 issueCertificate: ${licenceId}`,
      '2026-03-11T11:15 remindOfficer: sign-1 2026-03-11T10:00:00.000Z',
      '2026-03-11T17:00 escalateLateness: sign-1 2026-03-11T10:00:00.000Z',
    ]);
    // Whoever called is looked at anew: the instant moves, and with it the workflow is told.
    expect(lines(awaited, signatureAnswered())).toContain(`2026-03-13T14:00 issueCertificate: ${licenceId}`);
    expect(agenda(numbered, signatureRefused(), signatureRequestedAgain())).toStrictEqual(agenda(numbered));
    expect(lines(numbered, numberVoided())).toStrictEqual(lines(standing.certificate));
    const second = numberAllocated({ licenceId: otherLicenceId });
    expect(agenda(numbered, numberVoided(), second)[0]?.key).toBe(`issueCertificate ${otherLicenceId}`);
  });

  it('is the entry of the licence at once, and a reminder to collect it every week, twice', () => {
    const late = [
      '2026-03-16T11:15 remindOfficer: handOver-1 2026-03-18T10:00:00.000Z',
      '2026-03-18T17:00 escalateLateness: handOver-1 2026-03-18T10:00:00.000Z',
    ];
    expect(lines(standing.handover)).toStrictEqual([
      `2026-03-11T09:05 enterLicence: ${licenceId}`,
      ...late,
      '2026-03-18T17:00 remindApplicant: collection 2026-03-11T02:05:00.000Z 1',
    ]);
    const entered = [...standing.handover, licenceEntered(), collected(1)];
    expect(lines(entered).at(-1)).toBe(
      '2026-03-25T17:00 remindApplicant: collection 2026-03-11T02:05:00.000Z 2',
    );
    expect(lines(entered, collected(2))).toStrictEqual(late);
  });

  it('is, of a denial, no entry', () => {
    expect(agenda(denied.handover).map(({ action }) => action)).toStrictEqual([
      'remindOfficer',
      'escalateLateness',
      'remindApplicant',
    ]);
  });

  it('is nothing once it is closed, but the entry of a licence whose holder was faster', () => {
    const faster = [...standing.handover, resultHandedOver()];
    expect(agenda(faster)).toStrictEqual([
      {
        action: 'enterLicence',
        at: hanoi('2026-03-11 09:05'),
        key: `enterLicence ${licenceId}`,
        isMade: true,
      },
    ]);
    expect(agenda(faster, licenceEntered())).toStrictEqual([]);
    expect(agenda(denied.handover, resultHandedOver())).toStrictEqual([]);
    expect(agenda(submitted(), withdrawn())).toStrictEqual([]);
  });
});
