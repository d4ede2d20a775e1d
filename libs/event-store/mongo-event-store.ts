import type { mongo } from 'mongoose';
import { lastClaimed, listClaims } from './claims.js';
import { type Commit, emptyHead, headAfter } from './commit.js';
import type { EventStore, LoadedStream } from './event-store.js';
import { follow } from './follow.js';
import { GroupCommit } from './group-commit.js';
import { continued, KnownStreams } from './known-streams.js';
import { type CommitDocument, type Log, toCommit } from './log-collection.js';
import { type Asking, readPatiently } from './patience.js';
import { listOrdered, streamsIn } from './whole-streams.js';
import { WakeUp } from './wake-up.js';

export interface MongoEventStoreOptions {
  readonly db: mongo.Db;
  readonly collection?: string;
  /** After this long without an answer an append or read ends with `LogUnavailable`. */
  readonly patienceMs?: number;
}

const DEFAULT_PATIENCE_MS = 10_000;

/** The log in MongoDB, one document per commit. `ensureLogIndexes` must have run once before. */
export function createMongoEventStore(options: MongoEventStoreOptions): EventStore {
  const { db, collection = 'log', patienceMs = DEFAULT_PATIENCE_MS } = options;
  const log: Log = {
    db,
    // What followers and deciders saw must not be rolled back by a failover.
    collection: db.collection<CommitDocument>(collection, { readConcern: { level: 'majority' } }),
    patienceMs,
  };
  const wakeUp = new WakeUp(log);
  const appends = new GroupCommit(log, () => wakeUp.announce());
  const read = <T>(question: (asking: Asking) => Promise<T>) => readPatiently(patienceMs, question);
  const readAfter = (position: number, limit: number) =>
    read((asking) => list(log, { _id: { $gt: position } }, { sort: { _id: 1 }, limit, ...asking }));
  const inOrder = (filter: Filter) => read((asking) => list(log, filter, { sort: { n: 1 }, ...asking }));
  const known = new KnownStreams();
  return {
    append: (head, draft) => appends.append(head, draft),
    async readStream(stream) {
      const beginning = known.beginningOf(stream);
      const end = await inOrder({ stream, n: { $gte: beginning.at(-1)?.n ?? 0 } });
      const commits = continued(beginning, end) ?? (await inOrder({ stream }));
      known.keep(stream, commits);
      return loaded(stream, commits);
    },
    readStreamAt: async (stream, position) =>
      loaded(stream, await inOrder({ stream, _id: { $lte: position } })),
    findCommit: (stream, commitId) =>
      read(async (asking) => (await list(log, { stream, commitId }, { limit: 1, ...asking }))[0]),
    readAfter,
    readStreams: (prefix, position) =>
      streamsIn((after) => read((asking) => listOrdered(log, { prefix, position, after }, asking))),
    tail: () => read((asking) => lastPosition(log, asking)),
    lastClaimed: (register) => read((asking) => lastClaimed(log, register, asking)),
    listClaims: (register) => read((asking) => listClaims(log, register, asking)),
    follow: (followOptions) => follow(followOptions, readAfter, wakeUp),
  };
}

type Filter = mongo.Filter<CommitDocument>;

async function list(log: Log, filter: Filter, options: mongo.FindOptions & Asking): Promise<Commit[]> {
  const documents = await log.collection
    .find(filter, { batchSize: options.limit ?? 1000, ...options })
    .toArray();
  return documents.map(toCommit);
}

async function lastPosition(log: Log, asking: Asking): Promise<number> {
  const last = await log.collection.findOne({}, { sort: { _id: -1 }, projection: { _id: 1 }, ...asking });
  return last?._id ?? 0;
}

function loaded(stream: string, commits: readonly Commit[]): LoadedStream {
  const last = commits.at(-1);
  return { head: last === undefined ? emptyHead(stream) : headAfter(last), commits };
}
