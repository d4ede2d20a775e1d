import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { buildCalendar, type Calendar } from '#libs/calendar/calendar.js';
import { vietnamEdition } from '#libs/calendar/editions/vietnam.js';
import { instantFromEpoch, epochOf, type Instant, type LocalDate } from '#libs/kernel/time.js';
import { beekeeping } from '../../test/support/beekeeping.js';
import { honeyLicence, licenceAt, licenceOf, opened } from '../../test/support/beekeeping-licences.js';
import { licenceAgenda, nextReminderOn } from './agenda.js';
import { decideLicence } from './decide.js';
import type { LicenceCommand } from './commands.js';
import type { LicenceEvent } from './events.js';
import { foldLicence, type Licence } from './licence.js';

const HOUR_MS = 3_600_000;
const bees = beekeeping();
const { calendar } = licenceAt('2026-03-16T00:00:00.000Z');
/** Nobody works on the day of the first reminder. */
const tuesdayOff = buildCalendar({
  ...vietnamEdition,
  version: '2026.3',
  holidays: [
    ...vietnamEdition.holidays,
    {
      on: '2026-12-15' as LocalDate,
      name: { vi: 'Nghỉ bão', en: 'Closed for the storm' },
      kind: 'closure',
      source: 'Công điện của tỉnh',
      certainty: 'verified',
    },
  ],
});
const agenda = (licence: Licence) => licenceAgenda(licence, bees, calendar);

/** Does everything that falls due, each thing `lateByHours` after its instant, until nothing is owed. */
function lived(events: readonly LicenceEvent[], lateByHours: readonly number[]): readonly LicenceEvent[] {
  const story = [...events];
  for (let turn = 0; turn < 100; turn += 1) {
    const [next] = agenda(licenceOf(...story));
    if (!next) return story;
    if (next.action === 'issueDocument') throw new Error('No document was ordered');
    const late = (lateByHours[turn % lateByHours.length] ?? 0) * HOUR_MS;
    const latest = story.flatMap(({ data }) => ('remindedAt' in data ? [data.remindedAt] : [])).at(-1);
    const due = instantFromEpoch(epochOf(next.at) + late);
    const now = latest !== undefined && latest > due ? latest : due;
    const decision = decideLicence(next.command, licenceOf(...story), licenceAt(now));
    if ('refusal' in decision) throw new Error(`${next.key} at ${now}: ${decision.refusal}`);
    story.push(...decision);
  }
  throw new Error('The licence never ends');
}

describe('what time owes a licence', () => {
  it('is its next reminders and its end, by instant', () => {
    expect(agenda(licenceOf(opened()))).toStrictEqual([
      {
        action: 'remindObligation',
        at: '2026-12-15T01:00:00.000Z',
        key: 'remindObligation honeyReport 2027-01-14 2026-12-15T01:00:00.000Z',
        command: {
          type: 'remindObligation',
          data: { obligation: 'honeyReport', dueOn: '2027-01-14', step: 1 },
        },
      },
      {
        action: 'remindRenewal',
        at: '2031-01-15T01:00:00.000Z',
        key: 'remindRenewal 2031-03-16 2031-01-15T01:00:00.000Z',
        command: { type: 'remindRenewal', data: { step: 1 } },
      },
      {
        action: 'expireLicence',
        at: '2031-03-16T17:00:00.000Z',
        key: 'expireLicence 2031-03-16',
        command: { type: 'expireLicence', data: {} },
      },
    ]);
  });

  it('is five reports with two reminders each, one renewal and one end, done punctually', () => {
    const story = lived([opened()], [0]);
    const dates = story.map(({ type, data }) => `${type} ${'remindedAt' in data ? data.remindedAt : ''}`);
    expect(dates).toStrictEqual([
      'LicenceOpened ',
      // 14/01 less thirty days, less seven; a day off sends the reminder earlier (15/12/2029 is a Saturday).
      'ObligationReminded 2026-12-15T01:00:00.000Z',
      'ObligationReminded 2027-01-07T01:00:00.000Z',
      'ObligationReminded 2027-12-15T01:00:00.000Z',
      'ObligationReminded 2028-01-07T01:00:00.000Z',
      'ObligationReminded 2028-12-15T01:00:00.000Z',
      'ObligationReminded 2029-01-05T01:00:00.000Z',
      'ObligationReminded 2029-12-14T01:00:00.000Z',
      'ObligationReminded 2030-01-07T01:00:00.000Z',
      'ObligationReminded 2030-12-13T01:00:00.000Z',
      'ObligationReminded 2031-01-07T01:00:00.000Z',
      'RenewalReminded 2031-01-15T01:00:00.000Z',
      'LicenceExpired ',
    ]);
  });

  it('has no reminder of a day before the licence was issued', () => {
    const issuedOn = '2026-12-31' as LocalDate;
    const [next] = agenda(licenceOf(opened({ issuedOn })));
    expect(next?.action).toBe('remindObligation');
    expect(next?.at).toBe('2027-01-07T01:00:00.000Z');
  });

  it('is nothing that was done before under the same name: a reminder that a calendar put off again once kept all else waiting for ever', () => {
    const on = (calendar: Calendar, ...events: readonly LicenceEvent[]) =>
      licenceAgenda(licenceOf(opened(), ...events), bees, calendar)[0];
    const given = on(tuesdayOff);
    expect(given?.at).toBe('2026-12-14T01:00:00.000Z');
    const remindedAt = given?.at as Instant;
    const data = { obligation: 'honeyReport', dueOn: '2027-01-14' as LocalDate, step: 1, remindedAt };
    const again = on(calendar, { type: 'ObligationReminded', data });
    expect(again?.at).toBe('2026-12-15T01:00:00.000Z');
    expect(again?.key).not.toBe(given?.key);
  });

  it('names the day of the next reminder, whichever duty it is of, and none when only the end is to come', () => {
    const next = (...events: readonly LicenceEvent[]) => nextReminderOn(licenceOf(...events), bees, calendar);
    expect(next(opened())).toBe('2026-12-15');
    const story = lived([opened()], [0]);
    expect(next(...story.slice(0, -2))).toBe('2031-01-15');
    expect(next(...story.slice(0, -1))).toBeUndefined();
  });

  it('is nothing once it has expired', () => {
    const expired: LicenceEvent = {
      type: 'LicenceExpired',
      data: { expiredOn: honeyLicence.expiresOn },
    };
    expect(agenda(licenceOf(opened(), expired))).toStrictEqual([]);
  });
});

const lateness = fc.array(fc.integer({ min: 0, max: 24 * 900 }), { minLength: 1, maxLength: 5 });
const day = (from: number, to: number) =>
  fc
    .integer({ min: from, max: to })
    .map((days) => new Date(days * 24 * HOUR_MS).toISOString().slice(0, 10) as LocalDate);
const terms = fc.tuple(day(17_600, 21_000), fc.integer({ min: 0, max: 3_652 })).map(([issuedOn, days]) => ({
  issuedOn,
  expiresOn: new Date(Date.parse(issuedOn) + days * 24 * HOUR_MS).toISOString().slice(0, 10) as LocalDate,
}));
const commands: fc.Arbitrary<LicenceCommand> = fc.oneof(
  fc.constant<LicenceCommand>({ type: 'openLicence', data: honeyLicence }),
  fc.constant<LicenceCommand>({ type: 'expireLicence', data: {} }),
  fc.integer().map((step): LicenceCommand => ({ type: 'remindRenewal', data: { step } })),
  fc
    .record({
      obligation: fc.constantFrom('honeyReport', 'toString', ''),
      dueOn: fc.oneof(fc.constantFrom('2027-01-14', '2030-01-14'), fc.string()) as fc.Arbitrary<LocalDate>,
      step: fc.oneof(fc.integer({ min: -1, max: 4 }), fc.double()),
    })
    .map((data): LicenceCommand => ({ type: 'remindObligation', data })),
);

describe('any licence', () => {
  it('reaches its end however late things are done, and always has a next item until then', () => {
    fc.assert(
      fc.property(terms, lateness, (term, late) => {
        const story = lived([opened(term)], late);
        const prefixes = story.map((_, length) => foldLicence(story.slice(0, length + 1)));
        expect(prefixes.at(-1)?.stage).toBe('expired');
        const open = prefixes.filter((licence) => licence?.stage === 'inForce');
        expect(open.every((licence) => licence && agenda(licence).length > 0)).toBe(true);
        expect(prefixes.map((licence) => licence?.version)).toStrictEqual(story.map((_, n) => n + 1));
      }),
      { numRuns: 60 },
    );
  });

  it('answers every command by events or a refusal, and the same command again by a refusal', () => {
    fc.assert(
      fc.property(
        commands,
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 0, max: 2_500 }),
        (...drawn) => {
          const [command, length, days] = drawn;
          const story = lived([opened()], [0]).slice(0, length);
          const now = instantFromEpoch(Date.parse('2026-03-16') + days * 24 * HOUR_MS);
          const decision = decideLicence(command, foldLicence(story), licenceAt(now));
          if ('refusal' in decision) return;
          const again = decideLicence(command, foldLicence([...story, ...decision]), licenceAt(now));
          expect(again).toHaveProperty('refusal');
        },
      ),
      { numRuns: 300 },
    );
  });
});
