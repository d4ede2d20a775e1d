import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Backbone } from '#libs/backbone/backbone.js';
import type { Config } from '#libs/config/config.js';
import type { PersonId } from '#libs/kernel/ids.js';
import { openMail } from '#libs/notifications/channels/mail.js';
import { openMailFolder } from '#libs/notifications/channels/mail-folder.js';
import { openSms, openZalo } from '#libs/notifications/channels/telephone.js';
import type { Directory } from '#libs/notifications/notices-of.js';
import { BouncingAddresses } from '#libs/notifications/bouncing-addresses.js';
import { Undelivered } from '#libs/notifications/undelivered.js';
import { Outbox, type SendingChannel } from '#libs/notifications/outbox.js';
import { Preferences } from '#libs/notifications/preferences.js';
import { type Channels, Sender } from '#libs/notifications/sender.js';
import type { Follower } from '#libs/projections/follower.js';
import type { ProjectorMetrics } from '../projector-metrics.js';
import { firstTold, notificationFollower } from './notification-follower.js';
import { remindOfSummaries } from './summary-reminders.js';

type Settings = Pick<Config, 'dataDir' | 'demonstration' | 'notifications' | 'gateway'>;

export interface Notifications {
  readonly outbox: Outbox;
  readonly follower: Follower;
  readonly sender: Sender;
  /** Reminds departments of the summaries that they owe and have not sent; what was said is not said again. */
  remindOfSummaries(): Promise<void>;
  close(): void;
}

/** What people are told: the follower that writes it down, and the sender. */
export async function openNotifications(
  settings: Settings,
  backbone: Backbone,
  counting: () => Pick<ProjectorMetrics, 'sent' | 'notSent'>,
): Promise<Notifications> {
  const { connection, people, clock, store, books } = backbone;
  const outbox = new Outbox(connection);
  const preferences = new Preferences(connection);
  await Promise.all([outbox.prepare(), preferences.prepare()]);
  const directory: Directory = {
    listTeam: async (agency, role) => (await people.listTeam(agency, role)) as readonly PersonId[],
  };
  const channels = channelsOf(settings);
  const ways = Object.keys(channels) as SendingChannel[];
  const since = await firstTold(connection, clock);
  const bouncing = new BouncingAddresses(connection);
  const common = { outbox, bouncing, people, directory };
  const undelivered = new Undelivered({ ...common, ways, clock });
  const reminding = { ...common, ways, since, clock, books, store };
  const sender = new Sender({
    ...common,
    undelivered,
    preferences,
    channels,
    clock,
    publicUrl: settings.gateway.publicUrl,
    onSent: (channel) => counting().sent(channel),
    onFailed: (channel) => counting().notSent(channel),
  });
  return {
    outbox,
    sender,
    follower: notificationFollower({ ...common, ways, since }),
    remindOfSummaries: () => remindOfSummaries(reminding),
    close: () => Object.values(channels).forEach((channel) => channel.close()),
  };
}

/** Without an address nothing leaves the house; a demonstration writes its mails into a folder. */
function channelsOf({ notifications, demonstration, dataDir }: Settings): Channels {
  const { smtpUrl, from, sms, zalo } = notifications;
  return {
    ...(smtpUrl === undefined ? {} : { email: openMail({ smtpUrl, from }) }),
    ...(smtpUrl === undefined && demonstration ? { email: openMailFolder(join(dataDir, 'mail'), from) } : {}),
    ...(sms === undefined ? {} : { sms: openSms(sms) }),
    ...(zalo === undefined ? {} : { zalo: openZalo(zalo) }),
  };
}

/** A server that is away is tried again with the next look. */
export function sendingOnce(
  { sender }: Notifications,
  log: Logger,
  signal: AbortSignal,
): () => Promise<void> {
  return () =>
    sender.sendDue(signal).catch((error: unknown) => {
      const fault = error instanceof Error ? error.name : 'unknown';
      log.warn({ fault }, 'notices cannot be sent; trying again');
    });
}
