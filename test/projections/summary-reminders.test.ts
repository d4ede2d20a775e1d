import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { vietnamCalendar } from '#libs/calendar/calendar.js';
import { Executor } from '#libs/commands/executor.js';
import { summarySubject } from '#libs/commands/summary-subject.js';
import { type AgencyId, type Digest, type PersonId, summaryIdOf } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { SummaryCommand } from '#libs/summary-duties/commands.js';
import { remindOfSummaries } from '../../apps/projector/notifications/summary-reminders.js';
import { type MailSink, openMailSink } from './mail-sink.js';
import { type Notified, openNotified } from './notified.js';
import { type Office, openOffice } from './office.js';

const agency = 'H99.10' as AgencyId;
const file = 'f'.repeat(64) as Digest;

let office: Office;
let sink: MailSink;
let notified: Notified;
let now: Instant;
let position: number;
/** What was told at an earlier look. */
const known = new Set<string>();
const clock = { now: () => now };
beforeEach(async () => {
  office = await openOffice();
  sink = await openMailSink();
  notified = await openNotified(office, sink.url);
  for (const role of ['specialist', 'headOfDivision', 'director'])
    await notified.people.remember({ id: `the-${role}`, name: 'x', roles: [role], agency });
});
afterEach(async () => {
  await sink.close();
  await office.close();
});

/** The projector looks again and again; this is its look at an hour of Viet Nam. */
async function lookAt(hour: string): Promise<readonly string[]> {
  now = new Date(`${hour}+07:00`).toISOString() as Instant;
  const since = '2027-01-01T00:00:00.000Z' as Instant;
  const books = { ...office.rules, calendarOf: () => vietnamCalendar };
  const sources = { ...notified, ways: [], since, clock, books, store: office.store };
  await remindOfSummaries(sources);
  await remindOfSummaries(sources);
  const items = await office.connection
    .collection('notification_items')
    .find({ person: { $ne: 'the-specialist' as PersonId } })
    .sort({ _id: 1 })
    .toArray();
  const fresh = items.filter(({ _id }) => !known.has(String(_id)));
  for (const { _id } of fresh) known.add(String(_id));
  return fresh.map(({ person, kind, reference, due }) => `${person}: ${kind} ${reference} ${due}`);
}

async function say(command: SummaryCommand): Promise<void> {
  const executor = new Executor(
    summarySubject(office.store, () => true),
    {
      store: office.store,
      clock,
      build: 'test',
    },
  );
  const answer = await executor.execute({
    id: summaryIdOf(agency, command.data.period),
    command,
    actor: { id: 'the-specialist', roles: ['specialist'], agency },
    idempotencyKey: JSON.stringify(command).slice(0, 120),
    correlationId: 'reminders',
  });
  if (answer.outcome === 'refused') throw new Error(JSON.stringify(answer.refusal));
}

const sentTo = (addressee: 'ministry' | 'peoplesCommittee', period: string, sentOn: string) =>
  say({
    type: 'recordSummarySent',
    data: {
      agency,
      period,
      addressee,
      sentOn: sentOn as LocalDate,
      way: 'post',
      reference: '1/BC',
      position,
      file,
    },
  });

it('a department is reminded of its summaries until each has gone to all it is owed to, and again where that was an error', async () => {
  position = await office.tell([1]);
  const ofYear = (kind: string, person: string) => `the-${person}: ${kind} 2026 2027-01-30`;
  const ofHalf = (kind: string, person: string) => `the-${person}: ${kind} 2026-H2 2027-01-30`;
  const head = 'headOfDivision';
  expect(await lookAt('2027-01-14T09:00:00')).toStrictEqual([]);
  expect(await lookAt('2027-01-15T08:00:30')).toStrictEqual([
    ofHalf('summaryDue', head),
    ofYear('summaryDue', head),
  ]);

  now = '2027-01-20T02:00:00.000Z' as Instant;
  await sentTo('ministry', '2026', '2027-01-20');
  await sentTo('peoplesCommittee', '2026', '2027-01-20');
  await sentTo('ministry', '2026-H2', '2027-01-20');
  expect(await lookAt('2027-01-27T08:00:30')).toStrictEqual([ofHalf('summaryDue', head)]);
  expect(await lookAt('2027-02-01T08:00:30')).toStrictEqual([
    ofHalf('summaryLate', 'director'),
    ofHalf('summaryLate', head),
  ]);

  await sentTo('peoplesCommittee', '2026-H2', '2027-02-01');
  expect(await lookAt('2027-02-11T08:00:30')).toStrictEqual([]);
  const data = { agency, period: '2026', addressee: 'ministry', reason: 'Nhầm.' } as const;
  await say({ type: 'withdrawSummarySending', data });
  expect(await lookAt('2027-02-15T08:00:30')).toStrictEqual([
    ofYear('summaryLate', 'director'),
    ofYear('summaryLate', head),
  ]);
});
