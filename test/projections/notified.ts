import type { PersonId } from '#libs/kernel/ids.js';
import { epochOf, type Instant, instantFromEpoch } from '#libs/kernel/time.js';
import { openMail } from '#libs/notifications/channels/mail.js';
import type { Directory } from '#libs/notifications/notices-of.js';
import type { Notice } from '#libs/notifications/notice.js';
import { BouncingAddresses } from '#libs/notifications/bouncing-addresses.js';
import { Bounces } from '#libs/notifications/bounces.js';
import { Outbox, type SendingChannel } from '#libs/notifications/outbox.js';
import { Undelivered } from '#libs/notifications/undelivered.js';
import { Preferences } from '#libs/notifications/preferences.js';
import { type Channels, Sender } from '#libs/notifications/sender.js';
import { createPeople, type People } from '#libs/people/people.js';
import type { Office } from './office.js';

export const MORNING = '2026-11-16T03:00:00.000Z' as Instant;
export const holder = 'the-holder' as PersonId;

export interface Notified {
  readonly outbox: Outbox;
  readonly preferences: Preferences;
  readonly people: People;
  readonly directory: Directory;
  readonly bouncing: BouncingAddresses;
  readonly bounces: (channels?: Channels) => Bounces;
  readonly sender: (channels?: Channels) => Sender;
  /** Lets time pass, then sends what is due; what is away is passed over. */
  readonly after: (minutes: number, channels?: Channels) => Promise<void>;
}

const MINUTE_MS = 60_000;

/** An outbox of its own, a holder with an address, a clerk, and a clock that stands until it is moved. */
export async function openNotified({ connection }: Office, smtpUrl: string): Promise<Notified> {
  let now = MORNING;
  const outbox = new Outbox(connection);
  const preferences = new Preferences(connection);
  const people = createPeople(connection.getClient().db(connection.name));
  await Promise.all([outbox.prepare(), preferences.prepare()]);
  await people.remember({ id: holder, name: 'Nguyễn Thị An', email: 'an@example.vn', phone: '0912 345 678' });
  await people.remember({ id: 'the-clerk', name: 'Cúc', roles: ['oneStopClerk'], agency: 'H99.10' });
  const directory: Directory = {
    listTeam: async (agency, role) => (await people.listTeam(agency, role)) as readonly PersonId[],
  };
  const email = openMail({ smtpUrl, from: 'motcua@hoso.example' });
  const clock = { now: () => now };
  const publicUrl = 'http://localhost:4000';
  const bouncing = new BouncingAddresses(connection);
  const common = { outbox, bouncing, people, directory, clock };
  const undeliveredBy = (channels: Channels) =>
    new Undelivered({ ...common, ways: Object.keys(channels) as SendingChannel[] });
  const sender = (channels: Channels = { email }) =>
    new Sender({ ...common, undelivered: undeliveredBy(channels), preferences, channels, publicUrl });
  return {
    outbox,
    preferences,
    people,
    directory,
    bouncing,
    bounces: (channels: Channels = { email }) =>
      new Bounces({ outbox, undelivered: undeliveredBy(channels) }),
    sender,
    async after(minutes, channels) {
      now = instantFromEpoch(epochOf(now) + minutes * MINUTE_MS);
      await sender(channels)
        .sendDue(new AbortController().signal)
        .catch(() => undefined);
    },
  };
}

export function noticeAbout(number: number, changes: Partial<Notice> = {}): Notice {
  return {
    event: `licence/${number}@2.0`,
    person: holder,
    kind: 'obligationDue',
    statutory: true,
    about: `licence/${number} obligationDue`,
    agency: 'H99.10' as Notice['agency'],
    reference: `${number}/GP-TTĐT`,
    due: '2027-01-14',
    at: MORNING,
    ...changes,
  };
}
