import { randomBytes } from 'node:crypto';
import type { Connection, mongo } from 'mongoose';
import type { Language } from './compose.js';
import type { SendingChannel } from './outbox.js';

export interface Preference {
  readonly language: Language;
  /** Ways by which the person wants nothing but what the law orders. */
  readonly muted: readonly SendingChannel[];
}

type PreferenceDocument = Partial<Preference> & {
  readonly _id: string;
  /** In the links of messages: whoever has it can unsubscribe, and nothing else. */
  readonly unsubscribe?: string;
};

const usual: Preference = { language: 'vi', muted: [] };

/** What people want to be told, and in which language. */
export class Preferences {
  private readonly kept: mongo.Collection<PreferenceDocument>;

  constructor(connection: Connection) {
    const db = connection.getClient().db(connection.name);
    this.kept = db.collection<PreferenceDocument>('notification_preferences');
  }

  async prepare(): Promise<void> {
    await this.kept.createIndex({ unsubscribe: 1 }, { name: 'unsubscribe', unique: true, sparse: true });
  }

  async find(person: string): Promise<Preference> {
    const { language = usual.language, muted = usual.muted } =
      (await this.kept.findOne({ _id: person })) ?? {};
    return { language, muted };
  }

  async set(person: string, preference: Preference): Promise<void> {
    await this.kept.updateOne({ _id: person }, { $set: { ...preference } }, { upsert: true });
  }

  /** Given once, the same for ever: links in old messages still work. */
  async unsubscribeToken(person: string): Promise<string> {
    const fresh = randomBytes(24).toString('base64url');
    const keep = { $set: { unsubscribe: { $ifNull: ['$unsubscribe', fresh] } } };
    const kept = await this.kept.findOneAndUpdate({ _id: person }, [keep], {
      upsert: true,
      returnDocument: 'after',
    });
    return kept?.unsubscribe ?? fresh;
  }

  /** Answers alike whether or not the token is one of ours. */
  async unsubscribe(token: string): Promise<void> {
    await this.kept.updateOne({ unsubscribe: token }, { $addToSet: { muted: 'email' } });
  }
}
