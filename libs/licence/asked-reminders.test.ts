import { describe, expect, it } from '@jest/globals';
import type { Duration } from '#libs/calendar/duration.js';
import { type LocalDate, localDateOf } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { licenceAt, licenceOf, opened } from '../../test/support/beekeeping-licences.js';
import { supervisedBeekeeping } from '../../test/support/supervised-beekeeping.js';
import { decideLicence } from './decide.js';
import type { LicenceEvent } from './events.js';
import { obligationsOf } from './obligations.js';
import { obligationReminders } from './reminders.js';

const day = (date: string) => date as LocalDate;
const steps = [60, 30, 7, 1].map((amount): Duration => ({ amount, unit: 'calendarDays' }));
/** Their kinds have one step, seven days before; one rule for all of them has four. */
const before = supervisedBeekeeping();
const bees = within({ remindBefore: steps });

function within(rule: object): Procedure {
  const { supervision } = before.licence;
  if (!supervision) throw new Error('Beekeepers are supervised');
  return { ...before, licence: { ...before.licence, supervision: { ...supervision, ...rule } } };
}

/** On which days the holder is reminded of what was asked at an hour of Viet Nam, if nothing is handed in. */
function reminded(asked: readonly LicenceEvent[], procedure: Procedure): readonly string[] {
  const owed = obligationsOf(licenceOf(opened(), ...asked), procedure).find(({ id }) => id === 'asked-1');
  if (!owed) throw new Error('Nothing was asked');
  return obligationReminders(licenceAt('2027-01-01T03:00:00.000Z').calendar, owed).map(localDateOf);
}

function ask(
  type: 'demandReport' | 'orderRemedy' | 'noteSourceConsent',
  [askedAt, dueOn]: readonly [askedAt: string, dueOn: string],
  procedure = bees,
): readonly LicenceEvent[] {
  const command = { type, data: { obligation: 'asked-1', subject: 'Hives', dueOn: day(dueOn) } } as const;
  const now = new Date(`${askedAt}+07:00`).toISOString();
  const decision = decideLicence(command, licenceOf(opened()), licenceAt(now, procedure));
  if ('refusal' in decision) throw new Error(decision.refusal);
  return decision;
}

describe('what the authority asks', () => {
  it.each(['demandReport', 'orderRemedy', 'noteSourceConsent'] as const)(
    'is reminded of 60, 30, 7 and 1 days before, on the day, then weekly up to the cap: %s',
    (type) => {
      const days = reminded(ask(type, ['2027-03-01T10:00:00', '2027-06-30']), bees);
      expect(days.slice(0, 6)).toStrictEqual([
        '2027-04-29', // 1 May is a holiday, and so is 30 April
        '2027-05-31',
        '2027-06-23',
        '2027-06-29',
        '2027-06-30',
        '2027-07-07',
      ]);
      expect(days.length).toBe(type === 'orderRemedy' ? 6 : 9);
    },
  );

  it('for a near day is not reminded of by steps that had passed when it was asked', () => {
    const days = reminded(ask('demandReport', ['2027-03-01T10:00:00', '2027-03-24']), bees);
    expect(days.slice(0, 3)).toStrictEqual(['2027-03-17', '2027-03-23', '2027-03-24']);
  });

  // Asked at three for a day in a week, the holder had the notice and at once the reminder of eight o'clock.
  it('is not reminded of on the day on which it is asked', () => {
    const days = reminded(ask('demandReport', ['2027-03-17T15:00:00', '2027-03-24']), bees);
    expect(days.slice(0, 2)).toStrictEqual(['2027-03-23', '2027-03-24']);
  });

  it('keeps the steps with which it was asked, whatever the rules say later', () => {
    const asked = ask('demandReport', ['2027-03-01T10:00:00', '2027-06-30']);
    const later = within({ remindBefore: steps.slice(2) });
    expect(reminded(asked, later)).toStrictEqual(reminded(asked, bees));
  });

  it('under an earlier release keeps the steps of its kind', () => {
    const old = ask('demandReport', ['2027-03-01T10:00:00', '2027-06-30'], before);
    expect(old[0]?.data).not.toHaveProperty('remindBefore');
    expect(reminded(old, bees).slice(0, 2)).toStrictEqual(['2027-06-23', '2027-06-30']);
  });
});
