import type { mongo } from 'mongoose';
import type { Commit } from './commit.js';

/** As the log is stored: the commit itself, its position being the `_id`. */
export type CommitDocument = Omit<Commit, 'position'> & { readonly _id: number };

export interface Log {
  readonly db: mongo.Db;
  readonly collection: mongo.Collection<CommitDocument>;
  /** How long one question to the server may take before the log counts as unreachable. */
  readonly patienceMs: number;
}

export const CLAIMS_INDEX = 'claims';
export const STREAM_INDEX = 'stream';

/**
 * The indexes are the rules of the log: a stream's commits are numbered once, a command is recorded once, a number of a
 * register is given once. Creating what exists already does nothing, so every process may call it at its start.
 */
export async function ensureLogIndexes(db: mongo.Db, collection = 'log'): Promise<void> {
  await db.collection(collection).createIndexes([
    { name: STREAM_INDEX, key: { stream: 1, n: 1 }, unique: true },
    { name: 'commit', key: { stream: 1, commitId: 1 }, unique: true },
    {
      name: CLAIMS_INDEX,
      // Descending, because what is asked is the last number of a register.
      key: { claims: -1 },
      unique: true,
      partialFilterExpression: { claims: { $exists: true } },
    },
  ]);
}

export function toDocument(commit: Commit): CommitDocument {
  const { position, ...rest } = commit;
  return { _id: position, ...rest };
}

/** Takes over whatever is in the document, also what does not belong there: the hash is over all of it. */
export function toCommit(document: CommitDocument): Commit {
  const { _id, ...rest } = document;
  return { position: _id, ...rest };
}
