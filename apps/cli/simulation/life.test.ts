import { beforeAll, expect, it } from '@jest/globals';
import { vietnamCalendar } from '#libs/calendar/calendar.js';
import type { LicenceEvent, LicenceEventType } from '#libs/licence/events.js';
import { loadProcedures } from '#libs/procedures/load-procedures.js';
import { lifeOf } from './life.js';
import { obligationsIn } from './outcome.js';
import { pureLife } from './pure-life.js';
import { simulatedRules } from './rules.js';

/** Only an application of another procedure replaces a licence; simulated inspectors give nothing back, and simulated duties end before. */
const seen: Readonly<Record<LicenceEventType, boolean>> = {
  LicenceOpened: true,
  ObligationReminded: true,
  RenewalReminded: true,
  ObligationAsked: true,
  ReportSubmitted: true,
  ReportReturned: true,
  ReportAccepted: true,
  ObligationExcused: true,
  ObligationMissed: true,
  InspectionClaimed: true,
  InspectionReleased: false,
  InspectionClosed: true,
  ObligationLapsed: false,
  ReportLeftUnexamined: true,
  LicenceSuspended: true,
  SuspensionLifted: true,
  SuspensionEnded: true,
  LicenceRevoked: true,
  LicenceReturned: true,
  LicenceReplaced: false,
  LicenceAmended: true,
  LicenceExtended: true,
  LicenceReissued: true,
  HolderChangeNoted: true,
  LicenceExpired: true,
  DocumentOrdered: true,
  DocumentApproved: true,
  DocumentNumberAllocated: true,
  DocumentNumberVoided: false,
  DocumentSignatureRequested: false,
  DocumentSignatureAnswered: false,
  DocumentSignatureRefused: false,
  DocumentSignatureRequestedAgain: false,
  DocumentHindered: false,
  DocumentIssued: true,
  WorkReminded: true,
  WorkEscalated: true,
};

const SEEDS = Array.from({ length: 20 }, (_, n) => n);
let rules: ReturnType<typeof simulatedRules>;
let lives: readonly (readonly LicenceEvent[])[];

beforeAll(async () => {
  const procedures = await loadProcedures({ demonstration: true });
  rules = simulatedRules({ books: { procedures, calendarOf: () => vietnamCalendar } });
  lives = SEEDS.map((seed) => pureLife(lifeOf({ seed, years: 10 }, rules), rules));
});

it('the same seed gives the same life, another seed another one', () => {
  const life = (seed: number) => lifeOf({ seed, years: 10 }, rules);
  expect(life(7)).toStrictEqual(life(7));
  expect(life(7).acts).not.toStrictEqual(life(8).acts);
});

it('over ten years every duty that fell due has an outcome, and nobody is reminded after the licence ended', () => {
  const outcomes = lives.flatMap((events) => obligationsIn(events, rules.procedure));
  expect(outcomes.filter(({ outcome }) => outcome === null)).toStrictEqual([]);
  const ends = lives.map((events) =>
    events.findIndex(({ type }) => /^Licence(Expired|Revoked|Returned)$/.test(type)),
  );
  expect(ends).not.toContain(-1);
  const after = lives.flatMap((events, n) => events.slice(ends[n]).map(({ type }) => type));
  expect(after).not.toContain('ObligationReminded');
});

it('a duty is known among those of all licences by its id and its licence', () => {
  const duties = lives.flatMap((events) => obligationsIn(events, rules.procedure));
  const named = duties.map(({ licence, id }) => `${licence} ${id}`);
  expect(new Set(named).size).toBe(named.length);
  expect(new Set(duties.map(({ licence }) => licence as string))).toStrictEqual(
    new Set(SEEDS.map((seed) => `simulated-${seed}`)),
  );
  expect(Object.keys(duties[0] ?? {}).sort()).toStrictEqual([
    'dueOn',
    'id',
    'kind',
    'licence',
    'outcome',
    'reminders',
  ]);
});

it('the lives hold all that the office does about a licence: amended, suspended, extended twice, issued again, ended', () => {
  const count = (events: readonly LicenceEvent[], wanted: LicenceEvent['type']) =>
    events.filter(({ type }) => type === wanted).length;
  expect(lives.filter((events) => count(events, 'LicenceExtended') !== 2)).toStrictEqual([]);
  expect(lives.filter((events) => ![1, 2].includes(count(events, 'LicenceSuspended')))).toStrictEqual([]);
  expect(lives.filter((events) => count(events, 'LicenceReissued') !== 1)).toStrictEqual([]);
  const types = new Set(lives.flat().map(({ type }) => type));
  expect([...types].sort()).toStrictEqual(
    Object.keys(seen)
      .filter((type) => seen[type as LicenceEventType])
      .sort(),
  );
});
