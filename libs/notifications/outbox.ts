import type { Connection, mongo } from 'mongoose';
import { insertAll } from '#libs/bulk-writes/bulk-writes.js';
import type { AgencyId, PersonId } from '#libs/kernel/ids.js';
import type { Instant } from '#libs/kernel/time.js';
import type { Notice } from './notice.js';
import { afterQuiet, sendAt, timingOf } from './timing.js';
import { isDuplicate, messageId } from './keys.js';

export type SendingChannel = 'email' | 'sms' | 'zalo';
export type ChannelName = SendingChannel | 'inApp';

/** One event for one person by one way: there is never a second one. */
export interface Item extends Notice {
  /** `<event>|<channel>|<person>` */
  readonly _id: string;
  readonly channel: ChannelName;
  /** `shown`: in the in-app inbox, where there is nothing to send. `muted`: the person does not want it. */
  readonly state: 'shown' | 'waiting' | 'bundled' | 'muted';
  readonly sendAt: Instant;
  readonly readAt?: Instant;
}

export interface Message {
  readonly _id: string;
  readonly channel: SendingChannel;
  readonly person: PersonId;
  readonly agency: AgencyId;
  readonly statutory: boolean;
  /** No item is ever in two messages: an index of the database holds it. */
  readonly items: readonly string[];
  /** `bounced`: a mail server had taken it over, and sent it back. */
  readonly state: 'waiting' | 'sent' | 'failed' | 'bounced';
  readonly attempts: number;
  readonly nextAt: Instant;
  readonly sentAt?: Instant;
  readonly textsVersion?: string;
  readonly reason?: string;
}

type Group = Pick<Message, 'channel' | 'person' | 'statutory'>;

export interface Claim {
  readonly now: Instant;
  readonly until: Instant;
  /** Ways that cannot be used at present. */
  readonly away: ReadonlySet<SendingChannel>;
}

const IN_A_MESSAGE = 1_000;
const GROUPS_AT_ONCE = 200;

/** What is told, and the ways by which. */
export interface Addressed {
  readonly notice: Notice;
  readonly ways: readonly ChannelName[];
}

/**
 * What is to be told, written down before anything is sent. Items are told in messages; an item that was put into a message
 * never gets into another, whatever is killed when.
 */
export class Outbox {
  private readonly db: mongo.Db;
  private readonly items: mongo.Collection<Item>;
  private readonly messages: mongo.Collection<Message>;

  constructor(connection: Connection) {
    const db = connection.getClient().db(connection.name);
    this.db = db;
    this.items = db.collection<Item>('notification_items');
    this.messages = db.collection<Message>('notification_messages');
  }

  async prepare(): Promise<void> {
    await this.items.createIndexes([
      { name: 'due', key: { sendAt: 1 }, partialFilterExpression: { state: 'waiting' } },
      { name: 'group', key: { state: 1, channel: 1, person: 1, statutory: 1, at: 1 } },
      { name: 'inbox', key: { person: 1, channel: 1, at: -1, _id: -1 } },
    ]);
    await this.messages.createIndexes([
      { name: 'items', key: { items: 1 }, unique: true },
      { name: 'due', key: { nextAt: 1 }, partialFilterExpression: { state: 'waiting' } },
    ]);
  }

  /** What was noted before stays as it is, so that a batch may come twice. */
  note(notice: Notice, ways: readonly ChannelName[]): Promise<void> {
    return this.noteAll([{ notice, ways }]);
  }

  /** In one write: each would wait for the journal by itself. */
  async noteAll(addressed: readonly Addressed[], session?: mongo.ClientSession): Promise<void> {
    const items = addressed.flatMap(({ notice, ways }) => ways.map((channel) => itemOf(notice, channel)));
    await insertAll({ db: this.db, collection: this.items.collectionName, session }, items);
  }

  /** Who is to be written to: all that waits for somebody by one way goes together, as soon as any of it is due. */
  async listDue(now: Instant): Promise<readonly Group[]> {
    const groups = await this.items
      .aggregate<{ readonly _id: Group }>([
        { $match: { state: 'waiting', sendAt: { $lte: now } } },
        { $group: { _id: { channel: '$channel', person: '$person', statutory: '$statutory' } } },
        { $limit: GROUPS_AT_ONCE },
      ])
      .toArray();
    return groups.map(({ _id }) => _id);
  }

  async mute(group: Group): Promise<void> {
    await this.items.updateMany({ ...group, state: 'waiting' }, { $set: { state: 'muted' } });
  }

  /** Puts what waits into one message. Killed in between, it finds that message again and makes no second one. */
  async bundle(group: Group, now: Instant): Promise<void> {
    const waiting = await this.items
      .find({ ...group, state: 'waiting' })
      .sort({ at: 1, _id: 1 })
      .limit(IN_A_MESSAGE)
      .toArray();
    const [first] = waiting;
    if (!first) return;
    const keys = waiting.map(({ _id }) => _id);
    const nextAt = afterQuiet(now, timingOf(first.agency));
    const start = { agency: first.agency, state: 'waiting', attempts: 0, nextAt } as const;
    const message: Message = { _id: messageId(keys), ...group, ...start, items: keys };
    try {
      await this.messages.insertOne(message);
      await this.bundled(keys);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await this.recall(keys);
    }
  }

  /** The next message to send. It is lent: who does not say what became of it is taken for dead. */
  async claim({ now, until, away }: Claim): Promise<Message | undefined> {
    const claimed = await this.messages.findOneAndUpdate(
      { state: 'waiting', nextAt: { $lte: now }, channel: { $nin: [...away] } },
      { $set: { nextAt: until }, $inc: { attempts: 1 } },
      { sort: { nextAt: 1 }, returnDocument: 'after' },
    );
    return claimed ?? undefined;
  }

  async noticesIn({ items }: Message): Promise<readonly Item[]> {
    return this.items
      .find({ _id: { $in: [...items] } })
      .sort({ at: 1, _id: 1 })
      .toArray();
  }

  async settle({ _id }: Message, what: Partial<Message>): Promise<void> {
    await this.messages.updateOne({ _id, state: 'waiting' }, { $set: what });
  }

  async findMessage(id: string): Promise<Message | undefined> {
    return (await this.messages.findOne({ _id: id })) ?? undefined;
  }

  /** What had been taken over, or was thought lost in between, has come back. */
  async comeBack({ _id }: Message, reason: string): Promise<void> {
    await this.messages.updateOne({ _id }, { $set: { state: 'bounced', reason } });
  }

  countWaiting(): Promise<number> {
    return this.items.countDocuments({ state: 'waiting' });
  }

  countMessages(state: Message['state']): Promise<number> {
    return this.messages.countDocuments({ state });
  }

  private async bundled(keys: readonly string[]): Promise<void> {
    await this.items.updateMany({ _id: { $in: [...keys] } }, { $set: { state: 'bundled' } });
  }

  private async recall(keys: readonly string[]): Promise<void> {
    const known = await this.messages.find({ items: { $in: [...keys] } }).toArray();
    for (const { items } of known) await this.bundled(items);
  }
}

function itemOf(notice: Notice, channel: ChannelName): Item {
  const isShown = channel === 'inApp';
  return {
    ...notice,
    _id: `${notice.event}|${channel}|${notice.person}`,
    channel,
    state: isShown ? 'shown' : 'waiting',
    sendAt: isShown ? notice.at : sendAt(notice.at, notice.statutory, timingOf(notice.agency)),
  };
}
