import { createHash } from 'node:crypto';
import type { Connection, mongo } from 'mongoose';
import type { PersonId } from '#libs/kernel/ids.js';
import type { Instant } from '#libs/kernel/time.js';

interface BouncingAddress {
  /** The person: who has another address by now is reached again. */
  readonly _id: string;
  /** SHA-256 of the address: what it is stands with the person alone. */
  readonly address: string;
  readonly since: Instant;
  readonly reason: string;
}

/** Addresses from which mail has come back for good. */
export class BouncingAddresses {
  private readonly kept: mongo.Collection<BouncingAddress>;

  constructor(connection: Connection) {
    this.kept = connection.getClient().db(connection.name).collection<BouncingAddress>('bouncing_addresses');
  }

  /** Whether it was not known yet. */
  async mark(
    person: PersonId,
    address: string,
    { since, reason }: Pick<BouncingAddress, 'since' | 'reason'>,
  ): Promise<boolean> {
    if (await this.bounces(person, address)) return false;
    const marked = { address: digestOf(address), since, reason };
    await this.kept.replaceOne({ _id: person }, marked, { upsert: true });
    return true;
  }

  async bounces(person: PersonId, address: string): Promise<boolean> {
    return (await this.kept.countDocuments({ _id: person, address: digestOf(address) }, { limit: 1 })) > 0;
  }
}

function digestOf(address: string): string {
  return createHash('sha256').update(address.trim().toLowerCase()).digest('hex');
}
