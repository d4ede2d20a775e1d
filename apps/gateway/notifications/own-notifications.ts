import type { Backbone } from '#libs/backbone/backbone.js';
import type { PersonId } from '#libs/kernel/ids.js';
import { BouncingAddresses } from '#libs/notifications/bouncing-addresses.js';
import { Bounces } from '#libs/notifications/bounces.js';
import { FeedAddresses } from '#libs/notifications/feed-addresses.js';
import { NotificationInbox } from '#libs/notifications/inbox.js';
import { Outbox, type SendingChannel } from '#libs/notifications/outbox.js';
import { Preferences } from '#libs/notifications/preferences.js';
import { Undelivered } from '#libs/notifications/undelivered.js';
import type { GatewaySettings } from '../settings.js';

/** What people read, choose and open of their own. */
export interface OwnNotifications {
  readonly inbox: NotificationInbox;
  readonly preferences: Preferences;
  readonly feeds: FeedAddresses;
  readonly bounces: Bounces;
}

type Settings = Pick<GatewaySettings, 'notifications'>;

export async function openOwnNotifications(
  backbone: Pick<Backbone, 'connection' | 'people' | 'clock'>,
  settings: Settings,
): Promise<OwnNotifications> {
  const { connection } = backbone;
  const preferences = new Preferences(connection);
  const feeds = new FeedAddresses(connection);
  await Promise.all([preferences.prepare(), feeds.prepare()]);
  const bounces = bouncesOf(backbone, settings);
  return { inbox: new NotificationInbox(connection), preferences, feeds, bounces };
}

/** What comes back goes out another way, as far as there is one. */
function bouncesOf(
  { connection, people, clock }: Pick<Backbone, 'connection' | 'people' | 'clock'>,
  { notifications }: Settings,
): Bounces {
  const outbox = new Outbox(connection);
  const bouncing = new BouncingAddresses(connection);
  const ways = (['sms', 'zalo'] as const satisfies readonly SendingChannel[]).filter(
    (way) => notifications?.[way],
  );
  const directory = {
    listTeam: async (agency: string, role: string) =>
      (await people.listTeam(agency, role)) as readonly PersonId[],
  };
  return new Bounces({
    outbox,
    undelivered: new Undelivered({ outbox, bouncing, people, directory, ways, clock }),
  });
}
