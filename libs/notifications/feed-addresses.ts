import { createHash, randomBytes } from 'node:crypto';
import type { Connection, mongo } from 'mongoose';
import type { PersonId } from '#libs/kernel/ids.js';
import type { Instant } from '#libs/kernel/time.js';

interface FeedAddress {
  /** The person: everybody has one address at most. */
  readonly _id: string;
  /** SHA-256 of the secret in the address; the secret itself is told once and kept nowhere. */
  readonly digest: string;
  readonly madeAt: Instant;
}

const SECRET_BYTES = 32;
const SECRET = /^[\w-]{43}$/u;

/** Secret addresses under which calendars fetch somebody's due dates. */
export class FeedAddresses {
  private readonly addresses: mongo.Collection<FeedAddress>;

  constructor(connection: Connection) {
    const db = connection.getClient().db(connection.name);
    this.addresses = db.collection<FeedAddress>('calendar_addresses');
  }

  async prepare(): Promise<void> {
    await this.addresses.createIndex({ digest: 1 }, { name: 'digest', unique: true });
  }

  /** A new secret; the one before it opens nothing from now on. */
  async make(person: PersonId, madeAt: Instant): Promise<string> {
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    await this.addresses.replaceOne({ _id: person }, { digest: digestOf(secret), madeAt }, { upsert: true });
    return secret;
  }

  /** Whether there was one. */
  async revoke(person: PersonId): Promise<boolean> {
    return (await this.addresses.deleteOne({ _id: person })).deletedCount > 0;
  }

  async findPerson(secret: string): Promise<PersonId | undefined> {
    if (!SECRET.test(secret)) return undefined;
    return (await this.addresses.findOne({ digest: digestOf(secret) }))?._id as PersonId | undefined;
  }
}

function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
