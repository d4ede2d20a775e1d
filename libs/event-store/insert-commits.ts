import type { Instant } from '#libs/kernel/time.js';
import type { Commit } from './commit.js';
import { type Log, toDocument } from './log-collection.js';
import { type Asking, withinPatience } from './patience.js';

/** The last commit of the log, as far as the next one must know it. */
export interface Tail {
  readonly position: number;
  readonly recordedAt: Instant;
}

const EMPTY_LOG: Tail = { position: 0, recordedAt: '' as Instant };

/**
 * The end of the log, including what a majority does not have yet: a commit after it is durable only together with it, and a
 * tail seen too early only costs a collision.
 */
export async function readTail(log: Log): Promise<Tail> {
  const options = {
    sort: { _id: -1 },
    projection: { recordedAt: 1 },
    readConcern: { level: 'local' },
  } as const;
  const last = await withinPatience(log.patienceMs, (asking) =>
    log.collection.findOne({}, { ...options, ...asking }),
  );
  return last === null ? EMPTY_LOG : { position: last._id, recordedAt: last.recordedAt };
}

export interface InsertReply {
  /** How many of the commits got in, from the first on; these are durable. */
  readonly inserted: number;
  /** What stopped the commit after them: its position, its stream number, key or claim, or something else. */
  readonly refusal?: 'positionTaken' | 'duplicate' | Error;
}

interface ServerReply {
  readonly n?: number;
  readonly writeErrors?: readonly { code: number; errmsg?: string; keyPattern?: Record<string, unknown> }[];
}

const DUPLICATE_KEY = 11000;

/**
 * The bare insert command, since the driver's own retry would hide whether a lost answer meant a lost write.
 *
 * @throws whatever the connection throws; then it is unknown which of the commits got in.
 */
export async function insertCommits(log: Log, commits: readonly Commit[]): Promise<InsertReply> {
  const command = {
    insert: log.collection.collectionName,
    documents: commits.map(toDocument),
    ordered: true,
    writeConcern: { w: 'majority', j: true },
  };
  const ask = (asking: Asking) => log.db.command(command, asking);
  const reply = (await withinPatience(log.patienceMs, ask)) as ServerReply;
  const inserted = reply.n ?? 0;
  const error = reply.writeErrors?.[0];
  if (error === undefined) return { inserted };
  if (error.code !== DUPLICATE_KEY)
    return { inserted, refusal: new Error(error.errmsg ?? String(error.code)) };
  const position = error.keyPattern !== undefined && '_id' in error.keyPattern;
  return { inserted, refusal: position ? 'positionTaken' : 'duplicate' };
}
