import type { Connection, Model, mongo } from 'mongoose';
import { inTransaction } from '#libs/bulk-writes/bulk-writes.js';
import { type Clock, epochOf, instantFromEpoch, type Instant } from '#libs/kernel/time.js';
import type { Projection, Row } from './projection.js';

/** Readers that looked up the old generation finish long before it goes. */
const GRACE_MS = 60_000;
/** A build that has not been heard of for so long was killed. */
const BUILD_LOST_AFTER_MS = 10 * 60_000;

/** Which generation of a read model is the live one: the pointer that a rebuild moves. */
interface Pointer {
  readonly _id: string;
  readonly live: number;
  /** `schemaVersion` of the projection that wrote the live generation. */
  readonly schemaVersion: number;
  /** The last number given to a generation. */
  readonly last: number;
  readonly building: readonly { readonly generation: number; readonly heardAt: Instant }[];
  readonly retired: readonly { readonly generation: number; readonly at: Instant }[];
}

/** How far all lanes have come, in one document: they move together, and each write waits for the journal. */
interface Checkpoints {
  readonly _id: typeof ALL_LANES;
  /** By `checkpointId`. */
  readonly positions: Readonly<Record<string, number>>;
}

const ALL_LANES = 'all lanes';

/** As earlier releases wrote it, a document per lane: read on, so that a log is not gone through from its beginning again. */
interface LoneCheckpoint {
  /** See `checkpointId`. */
  readonly _id: string;
  readonly position: number;
}

export interface LiveGeneration {
  readonly generation: number;
  readonly schemaVersion: number;
}

export function collectionName(name: string, generation: number): string {
  return `rm_${name}_${generation}`;
}

export function checkpointId(name: string, generation: number): string {
  return `${name}_${generation}`;
}

/** Generations of read models: where each lies, how far each has seen the log, and which one is live. */
export class Generations {
  constructor(
    private readonly connection: Connection,
    private readonly clock: Clock,
  ) {}

  async listLive(): Promise<ReadonlyMap<string, LiveGeneration>> {
    const pointers = await this.pointers.find().toArray();
    return new Map(
      pointers
        .filter(({ live }) => live > 0)
        .map((p) => [p._id, { generation: p.live, schemaVersion: p.schemaVersion }]),
    );
  }

  /** A generation that nobody reads yet. */
  async begin(name: string): Promise<number> {
    const pointer = await this.pointers.findOneAndUpdate(
      { _id: name },
      { $inc: { last: 1 }, $setOnInsert: { live: 0, schemaVersion: 0, building: [], retired: [] } },
      { upsert: true, returnDocument: 'after' },
    );
    const generation = pointer?.last ?? 1;
    const heardAt = this.clock.now();
    await this.pointers.updateOne({ _id: name }, { $push: { building: { generation, heardAt } } });
    return generation;
  }

  /** Says that a build goes on. */
  async beat(name: string, generation: number): Promise<void> {
    await this.pointers.updateOne(
      { _id: name, 'building.generation': generation },
      { $set: { 'building.$.heardAt': this.clock.now() } },
    );
  }

  /** From now on readers come to this generation; the one before it is dropped after a while. */
  async switchTo(projection: Projection, generation: number): Promise<void> {
    const { name, schemaVersion } = projection;
    const before = await this.pointers.findOneAndUpdate(
      { _id: name },
      { $set: { live: generation, schemaVersion }, $pull: { building: { generation } } },
      { returnDocument: 'before' },
    );
    if (!before || before.live === 0 || before.live === generation) return;
    const retired = { generation: before.live, at: this.clock.now() };
    await this.pointers.updateOne({ _id: name }, { $push: { retired } });
  }

  /** Drops generations that nobody reads any more, and what killed builds left behind. */
  async dropOld(): Promise<readonly string[]> {
    const now = epochOf(this.clock.now());
    const before = (ageMs: number) => instantFromEpoch(now - ageMs);
    const dropped: string[] = [];
    for (const { _id: name, retired, building } of await this.pointers.find().toArray()) {
      const done = retired.filter(({ at }) => at < before(GRACE_MS));
      const lost = building.filter(({ heardAt }) => heardAt < before(BUILD_LOST_AFTER_MS));
      for (const { generation } of [...done, ...lost]) dropped.push(await this.drop(name, generation));
    }
    return dropped;
  }

  private async drop(name: string, generation: number): Promise<string> {
    const collection = collectionName(name, generation);
    await this.database.dropCollection(collection).catch(nothingToDrop);
    const lane = checkpointId(name, generation);
    await this.checkpoints.updateOne({ _id: ALL_LANES }, { $unset: { [`positions.${lane}`]: '' } });
    await this.checkpoints.deleteOne({ _id: lane });
    await this.pointers.updateOne(
      { _id: name },
      { $pull: { retired: { generation }, building: { generation } } },
    );
    return collection;
  }

  /** Position up to which each generation has seen the log, by `checkpointId`. */
  async positions(): Promise<ReadonlyMap<string, number>> {
    const positions = new Map<string, number>();
    for (const found of await this.checkpoints.find().toArray()) {
      const lanes =
        'positions' in found ? Object.entries(found.positions) : [[found._id, found.position] as const];
      for (const [lane, position] of lanes) positions.set(lane, Math.max(position, positions.get(lane) ?? 0));
    }
    return positions;
  }

  async position(name: string, generation: number): Promise<number> {
    return (await this.positions()).get(checkpointId(name, generation)) ?? 0;
  }

  /** Written after the rows or together with them: a checkpoint never promises what is not there. It never goes back. */
  async checkpoint(lanes: readonly string[], position: number, session?: mongo.ClientSession): Promise<void> {
    const further = Object.fromEntries(lanes.map((lane) => [`positions.${lane}`, position]));
    const options = { upsert: true, ...(session && { session }) };
    await this.checkpoints.updateOne({ _id: ALL_LANES }, { $max: further }, options);
  }

  /** @see `libs/bulk-writes` */
  inTransaction(work: (session: mongo.ClientSession) => Promise<void>): Promise<void> {
    return inTransaction(this.connection.getClient(), work);
  }

  modelOf<R extends Row>({ name, schema }: Projection<R>, generation: number): Model<R> {
    const collection = collectionName(name, generation);
    const known = this.connection.models[collection] as Model<R> | undefined;
    return known ?? this.connection.model<R>(collection, schema, collection);
  }

  private get pointers() {
    return this.connection.collection<Pointer>('rm_generations');
  }

  private get checkpoints() {
    return this.connection.collection<Checkpoints | LoneCheckpoint>('rm_checkpoints');
  }

  private get database() {
    const { db } = this.connection;
    if (!db) throw new Error('The connection of the read models is not open');
    return db;
  }
}

function nothingToDrop(error: unknown): void {
  const NAMESPACE_NOT_FOUND = 26;
  if (!(error instanceof Error && 'code' in error && error.code === NAMESPACE_NOT_FOUND)) throw error;
}
