import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type LicenceId, licenceStream } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import { Projector } from '#libs/projections/projector.js';
import { firstTold, notificationFollower } from '../../apps/projector/notifications/notification-follower.js';
import { testEngines } from '../support/engines.js';
import { type MailSink, openMailSink } from './mail-sink.js';
import { MORNING, type Notified, noticeAbout, openNotified } from './notified.js';
import { type Office, openOffice, projectRest, storyRules } from './office.js';
import { storyId, tell } from './stories.js';
import { freePort, type ProjectorProcess, startProjectorProcess } from './projector-process.js';

let office: Office;
let notified: Notified;
let sink: MailSink;
let projecting: ProjectorProcess | undefined;
beforeEach(async () => {
  office = await openOffice();
  sink = await openMailSink(() => projecting?.kill('SIGKILL').then(() => undefined));
  notified = await openNotified(office, sink.url);
});
afterEach(async () => {
  await projecting?.kill('SIGKILL');
  projecting = undefined;
  await sink.close();
  await office.close();
});

async function start(): Promise<ProjectorProcess> {
  return startProjectorProcess({
    mongodbUri: testEngines().mongodbUri,
    database: office.database,
    smtpUrl: sink.url,
    temporalAddress: `127.0.0.1:${await freePort()}`,
  });
}

async function follow(since: Instant): Promise<readonly string[]> {
  const follower = notificationFollower({ ...notified, ways: ['email'], since });
  const projector = new Projector({ ...office, projections: [], followers: [follower] });
  await projector.open();
  await projectRest(office.store, projector);
  const items = await office.connection
    .collection('notification_items')
    .find({ channel: 'inApp' })
    .sort({ _id: 1 })
    .toArray();
  return items.map(({ kind, person, statutory }) => `${person}: ${kind}${statutory ? ' (law)' : ''}`);
}

it('everybody whom a dossier concerns is told, and by the law whom the law names', async () => {
  const team = { agency: 'H99.10', name: 'x' } as const;
  for (const role of ['specialist', 'director', 'recordsClerk']) {
    await notified.people.remember({ ...team, id: `the-${role}`, roles: [role] });
  }
  await office.tell([1]);
  const told = await follow('2026-01-01T00:00:00.000Z' as Instant);
  expect([...told].sort()).toStrictEqual([
    'applicant-1: dossierAccepted (law)',
    'applicant-1: dossierReceived (law)',
    'applicant-1: licenceOpened (law)',
    'applicant-1: resultHandedOver',
    'applicant-1: resultReady (law)',
    'the-clerk: workArrived',
    'the-clerk: workArrived',
    'the-director: workArrived',
    'the-recordsClerk: workArrived',
    'the-specialist: workArrived',
  ]);
});

it('a suspension that revokes is told to the holder as the revocation that it is', async () => {
  await office.tell([1]);
  const day = (date: string) => date as LocalDate;
  const clause = { clause: 'section 9', reason: 'r', appealUntil: day('2027-02-01') };
  const events: readonly LicenceEvent[] = [
    {
      type: 'LicenceSuspended',
      data: {
        ...clause,
        ground: { kind: 'violation', violation: 'mislabelling' },
        suspendedOn: day('2026-11-20'),
        until: day('2027-02-20'),
      },
    },
    {
      type: 'LicenceRevoked',
      data: { ...clause, ground: { kind: 'suspendedAgain' }, revokedOn: day('2026-11-20') },
    },
  ];
  const stream = licenceStream(`l-${storyId(1)}` as LicenceId);
  const again = { stream, command: 'suspendLicence', actor: 'director-1', role: 'director', events };
  await tell(office.store, [[again]], storyRules.reference);
  const told = await follow('2026-01-01T00:00:00.000Z' as Instant);
  expect(told.filter((line) => line.includes('applicant-1: licence'))).toStrictEqual([
    'applicant-1: licenceOpened (law)',
    'applicant-1: licenceRevoked (law)',
  ]);
});

it('an old log floods nobody, and what happens during an outage is not taken for old', async () => {
  await office.tell([1], 2);
  const later = { now: () => '2099-01-01T00:00:00.000Z' as Instant };
  expect(await follow(await firstTold(office.connection, later))).toStrictEqual([]);
  const sinceThen = await firstTold(office.connection, { now: () => '2199-01-01T00:00:00.000Z' as Instant });
  expect(sinceThen).toBe('2098-12-31T00:00:00.000Z');
});

it('killed after the mail server took a mail and before that was written down, it sends the same mail again', async () => {
  await notified.outbox.note(noticeAbout(1), ['email']);
  const group = { channel: 'email', person: noticeAbout(1).person, statutory: true } as const;
  await notified.outbox.bundle(group, MORNING);
  const messages = office.connection.collection('notification_messages');
  projecting = await start();
  await sink.tookOver(1);
  await projecting.kill('SIGKILL');
  projecting = undefined;
  expect(await messages.find().toArray()).toMatchObject([{ state: 'waiting', attempts: 1 }]);
  // Who began to send and is dead has lent the message until now.
  await messages.updateMany({}, { $set: { nextAt: MORNING } });
  const next = await start();
  await sink.tookOver(2);
  while ((await notified.outbox.countMessages('sent')) === 0) await pause(20);
  await next.kill('SIGTERM');
  expect(await messages.find().toArray()).toMatchObject([{ state: 'sent', attempts: 2 }]);
  const [first, second] = sink.mails;
  expect(second?.messageId).toBe(first?.messageId);
  expect(second?.text).toBe(first?.text);
});
