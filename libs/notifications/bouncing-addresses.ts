import { createHash } from 'node:crypto';
import type { Connection, mongo } from 'mongoose';
import type { PersonId } from '#libs/kernel/ids.js';
import type { Instant } from '#libs/kernel/time.js';
import type { KnownPerson } from '#libs/people/people.js';

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
    return (await this.among([{ id: person, email: address }])).has(person);
  }

  /** To whose present address mail is in vain. */
  async among(people: readonly Pick<KnownPerson, 'id' | 'email'>[]): Promise<ReadonlySet<string>> {
    const digests = new Map(
      people.flatMap(({ id, email }) => (email === undefined ? [] : [[id, digestOf(email)] as const])),
    );
    if (digests.size === 0) return new Set();
    const marked = await this.kept.find({ _id: { $in: [...digests.keys()] as PersonId[] } }).toArray();
    return new Set(marked.filter(({ _id, address }) => digests.get(_id) === address).map(({ _id }) => _id));
  }
}

function digestOf(address: string): string {
  return createHash('sha256').update(address.trim().toLowerCase()).digest('hex');
}
