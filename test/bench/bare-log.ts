import { randomUUID } from 'node:crypto';
import type { mongo } from 'mongoose';
import { type CommitDocument, ensureLogIndexes } from '#libs/event-store/log-collection.js';

/**
 * The raw floor of a command: what the log's own server needs for reading one stream by its index and inserting one document
 * that a majority has in its journal. Same documents and indexes, nothing decided, hashed or checked.
 */
export class BareLog {
  private constructor(
    private readonly collection: mongo.Collection<CommitDocument>,
    private readonly streams: readonly string[],
    private position: number,
  ) {}

  /** Begins with the given streams of a log as they are. */
  static async like(db: mongo.Db, streams: readonly string[]): Promise<BareLog> {
    const name = `bare_${randomUUID().slice(0, 8)}`;
    await ensureLogIndexes(db, name);
    const collection = db.collection<CommitDocument>(name);
    const documents = await db
      .collection<CommitDocument>('log')
      .find({ stream: { $in: [...streams] } })
      .toArray();
    await collection.insertMany(documents);
    return new BareLog(collection, streams, Math.max(...documents.map(({ _id }) => _id)));
  }

  async findAndInsert(index: number): Promise<void> {
    const stream = this.streams[index % this.streams.length] ?? '';
    const commits = await this.collection.find({ stream }).sort({ n: 1 }).toArray();
    const last = commits.at(-1);
    if (!last) throw new Error(`There is no stream ${stream}`);
    const { claims: _, ...rest } = last;
    const next = { ...rest, _id: ++this.position, n: last.n + 1, commitId: randomUUID() };
    await this.collection.insertOne(next, { writeConcern: { w: 'majority', j: true } });
  }
}
