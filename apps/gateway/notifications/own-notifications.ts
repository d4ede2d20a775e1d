import type { Connection } from 'mongoose';
import { FeedAddresses } from '#libs/notifications/feed-addresses.js';
import { NotificationInbox } from '#libs/notifications/inbox.js';
import { Preferences } from '#libs/notifications/preferences.js';

/** What people read, choose and open of their own. */
export interface OwnNotifications {
  readonly inbox: NotificationInbox;
  readonly preferences: Preferences;
  readonly feeds: FeedAddresses;
}

export async function openOwnNotifications(connection: Connection): Promise<OwnNotifications> {
  const preferences = new Preferences(connection);
  const feeds = new FeedAddresses(connection);
  await Promise.all([preferences.prepare(), feeds.prepare()]);
  return { inbox: new NotificationInbox(connection), preferences, feeds };
}
