import type { Connection, mongo } from 'mongoose';
import type { PersonId } from '#libs/kernel/ids.js';
import type { Instant } from '#libs/kernel/time.js';
import { behind, type Page, type PageRequest, pageOf } from '#libs/projections/page.js';
import type { Item } from './outbox.js';

export interface InboxQuestion extends PageRequest {
  readonly person: PersonId;
  readonly unreadOnly: boolean;
}

export interface InboxWatch {
  /** Rejects when the database was lost. */
  readonly ended: Promise<void>;
  readonly close: () => Promise<void>;
}

const shownTo = (person: PersonId) => ({ person, channel: 'inApp' }) as const;
const UNREAD = { readAt: { $exists: false } } as const;

/** What one person was told, inside the software. Nobody reads another's. */
export class NotificationInbox {
  private readonly items: mongo.Collection<Item>;

  constructor(connection: Connection) {
    this.items = connection.getClient().db(connection.name).collection<Item>('notification_items');
  }

  /** Newest first. @throws CursorUnreadable */
  async list({ person, unreadOnly, first, after }: InboxQuestion): Promise<Page<Item>> {
    const rows = await this.items
      .find({ ...shownTo(person), ...(unreadOnly ? UNREAD : {}), ...behind(after, 'at', -1) })
      .sort({ at: -1, _id: -1 })
      .limit(first + 1)
      .toArray();
    return pageOf(rows, first, (row) => row.at);
  }

  countUnread(person: PersonId): Promise<number> {
    return this.items.countDocuments({ ...shownTo(person), ...UNREAD });
  }

  async findNewest(person: PersonId): Promise<Item | undefined> {
    const [newest] = await this.items.find(shownTo(person)).sort({ at: -1, _id: -1 }).limit(1).toArray();
    return newest;
  }

  /** Calls with each person for whom something is new or was read, from now on until it is closed. */
  async watch(heard: (person: PersonId) => void): Promise<InboxWatch> {
    const changes = this.items.watch<Item>([{ $match: { 'fullDocument.channel': 'inApp' } }], {
      fullDocument: 'updateLookup',
    });
    const hear = (change: object | null): void => {
      const { fullDocument } = (change ?? {}) as { readonly fullDocument?: Item };
      if (fullDocument) heard(fullDocument.person);
    };
    // Only asking opens it: from here on nothing is missed.
    hear(await changes.tryNext());
    const listening = async (): Promise<void> => {
      for await (const change of changes) hear(change);
    };
    return { ended: listening(), close: () => changes.close() };
  }

  /** Ids of others are passed over in silence. Without ids: all. */
  async markRead(person: PersonId, readAt: Instant, ids?: readonly string[]): Promise<number> {
    const which = ids === undefined ? {} : { _id: { $in: [...ids] } };
    const { modifiedCount } = await this.items.updateMany(
      { ...shownTo(person), ...UNREAD, ...which },
      { $set: { readAt } },
    );
    return modifiedCount;
  }
}
