import type { mongo } from 'mongoose';
import { lastClaimed, listClaims } from './claims.js';
import { type Commit, emptyHead, headAfter } from './commit.js';
import type { EventStore, LoadedStream } from './event-store.js';
import { follow } from './follow.js';
import { GroupCommit } from './group-commit.js';
import { type CommitDocument, type Log, toCommit, within } from './log-collection.js';
import { reachingLog } from './log-unavailable.js';
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
  const readAfter = (position: number, limit: number) =>
    reachingLog(() => list(log, { _id: { $gt: position } }, { sort: { _id: 1 }, limit }));
  const readStream = (filter: mongo.Filter<CommitDocument>, stream: string) =>
    reachingLog(async () => loaded(stream, await list(log, { ...filter, stream }, { sort: { n: 1 } })));
  return {
    append: (head, draft) => appends.append(head, draft),
    readStream: (stream) => readStream({}, stream),
    readStreamAt: (stream, position) => readStream({ _id: { $lte: position } }, stream),
    findCommit: (stream, commitId) =>
      reachingLog(async () => (await list(log, { stream, commitId }, { limit: 1 }))[0]),
    readAfter,
    tail: () => reachingLog(async () => (await lastPosition(log)) ?? 0),
    lastClaimed: (register) => reachingLog(() => lastClaimed(log, register)),
    listClaims: (register) => reachingLog(() => listClaims(log, register)),
    follow: (followOptions) => follow(followOptions, readAfter, wakeUp),
  };
}

async function list(
  log: Log,
  filter: mongo.Filter<CommitDocument>,
  options: mongo.FindOptions,
): Promise<Commit[]> {
  const batchSize = options.limit ?? 1000;
  const documents = await log.collection.find(filter, { ...options, batchSize, ...within(log) }).toArray();
  return documents.map(toCommit);
}

async function lastPosition(log: Log): Promise<number | undefined> {
  const last = await log.collection.findOne(
    {},
    { sort: { _id: -1 }, projection: { _id: 1 }, ...within(log) },
  );
  return last?._id;
}

function loaded(stream: string, commits: readonly Commit[]): LoadedStream {
  const last = commits.at(-1);
  return { head: last === undefined ? emptyHead(stream) : headAfter(last), commits };
}
