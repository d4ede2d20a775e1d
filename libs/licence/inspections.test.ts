import { describe, expect, it } from '@jest/globals';
import { vietnamCalendar } from '#libs/calendar/calendar.js';
import type { PersonId } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';
import { licenceAt, licenceOf, opened } from '../../test/support/beekeeping-licences.js';
import { supervisedBeekeeping } from '../../test/support/supervised-beekeeping.js';
import type { LicenceCommand, LicenceCommands } from './commands.js';
import { decideLicence } from './decide.js';
import type { LicenceEvent } from './events.js';
import { inspectionTask, openInspections } from './work.js';

const bees = supervisedBeekeeping();
const AT = '2027-03-01T03:00:00.000Z';
const id = 'inspect-honeyReport-2027-01-14';
const [an, binh] = ['an' as PersonId, 'binh' as PersonId];
const missing: LicenceCommand = {
  type: 'missObligation',
  data: { obligation: 'honeyReport-2027-01-14' },
};
const claim = (inspector = an): LicenceCommand => ({
  type: 'claimInspection',
  data: { inspection: id, inspector },
});
const release = (inspector = an): LicenceCommand => ({
  type: 'releaseInspection',
  data: { inspection: id, inspector },
});
const close = (changes: Partial<LicenceCommands['closeInspection']> = {}): LicenceCommand => ({
  type: 'closeInspection',
  data: { inspection: id, inspector: an, finding: 'nothingFound', note: 'Seen on the spot', ...changes },
});
const remedy = { obligation: 'remedy-1', subject: 'Label the hives', dueOn: '2027-05-03' as LocalDate };

function told(...commands: readonly LicenceCommand[]) {
  const events: LicenceEvent[] = [opened()];
  let last: readonly LicenceEvent[] = [];
  for (const command of commands) {
    const answer = decideLicence(command, licenceOf(...events), licenceAt(AT, bees));
    if ('refusal' in answer) return answer.refusal;
    events.push(...answer);
    last = answer;
  }
  return { last, licence: licenceOf(...events) };
}

function open(...commands: readonly LicenceCommand[]) {
  const answer = told(...commands);
  if (typeof answer === 'string') throw new Error(answer);
  return openInspections(answer.licence).map((one) => inspectionTask(one, vietnamCalendar));
}

describe('an inspection', () => {
  it('is a task with a last day of its own, on a working day', () => {
    const [task] = open(missing);
    // Ten working days from Monday, 1 March.
    expect(task).toMatchObject({
      id,
      role: 'specialist',
      dueAt: '2027-03-15T17:00:00.000Z',
      remindAt: '2027-03-15T01:00:00.000Z',
    });
    expect(task).not.toHaveProperty('holder');
    expect(open(missing, claim())[0]?.holder).toBe(an);
    expect(open(missing, claim(), release())[0]).not.toHaveProperty('holder');
  });

  it('is gone when it is closed, and when the licence ends', () => {
    expect(open(missing, claim(), close())).toStrictEqual([]);
    const end: LicenceCommand = { type: 'revokeLicence', data: { violation: 'poisoning', reason: 'r' } };
    expect(open(missing, claim(), end)).toStrictEqual([]);
  });

  it('orders a remedy in the same commit', () => {
    const answer = told(missing, claim(), close({ finding: 'remedyOrdered', remedy }));
    expect(answer).toMatchObject({
      last: [
        {
          type: 'InspectionClosed',
          data: { finding: 'remedyOrdered', remedy: 'remedy-1', closedOn: '2027-03-01' },
        },
        { type: 'ObligationAsked', data: { obligation: 'remedy-1', kind: 'remedy' } },
      ],
    });
  });

  it('of an earlier release is due on the day on which it was asked for', () => {
    const earlier: LicenceEvent = {
      type: 'ObligationMissed',
      data: {
        obligation: 'honeyReport-2027-01-14',
        dueOn: '2027-01-14' as LocalDate,
        missedOn: '2027-02-19' as LocalDate,
        inspection: id,
      },
    };
    const [inspection] = openInspections(licenceOf(opened(), earlier));
    expect(inspection).toMatchObject({ id, dueOn: '2027-02-19', closed: false });
  });
});

// A table is read by its rows.
// prettier-ignore
const refused: readonly (readonly [what: string, commands: readonly LicenceCommand[], refusal: string])[] = [
  ['one that nobody asked for', [claim()], 'InspectionUnknown'],
  ['closing what nobody holds', [missing, close()], 'InspectionNotHeld'],
  ['taking what another holds', [missing, claim(), claim(binh)], 'InspectionTaken'],
  ['closing what another holds', [missing, claim(binh), close()], 'InspectionTaken'],
  ['giving back what another holds', [missing, claim(binh), release()], 'InspectionTaken'],
  ['closing twice', [missing, claim(), close(), close()], 'InspectionEnded'],
  ['closing without a note', [missing, claim(), close({ note: ' ' })], 'TextMissing'],
  ['a violation that is not named', [missing, claim(), close({ finding: 'violationRecorded' })], 'TextMissing'],
  ['a violation that nobody knows', [missing, claim(), close({ finding: 'violationRecorded', violation: 'theft' })], 'ViolationUnknown'],
  ['a remedy that is not named', [missing, claim(), close({ finding: 'remedyOrdered' })], 'TextMissing'],
  ['a remedy by yesterday', [missing, claim(), close({ finding: 'remedyOrdered', remedy: { ...remedy, dueOn: '2027-02-01' as LocalDate } })], 'DateNotAhead'],
  ['a violation where nothing was found', [missing, claim(), close({ violation: 'poisoning' })], 'NotOfThisFinding'],
];

it.each(refused)('refuses %s', (_what, commands, refusal) => {
  expect(told(...commands)).toBe(refusal);
});
