import type { Commit } from './commit.js';
import type { AppendOutcome } from './event-store.js';
import { type Log, toCommit, within } from './log-collection.js';
import type { WaitingAppend } from './waiting-room.js';

/**
 * What became of an append whose insert was refused or whose answer was lost; undefined when it is not in the log and nothing
 * stands against it. The key is looked up last, so that whatever made the stream or claim move is seen under its key, too.
 */
export async function settle(log: Log, append: WaitingAppend): Promise<AppendOutcome | undefined> {
  const { head, body } = append.prepared;
  const [last, claim] = await Promise.all([
    findLastOf(log, head.stream),
    findTakenClaim(log, body.claims ?? []),
  ]);
  const recorded = await findDurably(log, head.stream, body.commitId);
  if (recorded !== undefined) return recognise(recorded, append);
  if (last !== undefined && last.n > head.n) {
    return { outcome: 'stale', expectedVersion: head.version, actualVersion: last.versions[1] };
  }
  return claim === undefined ? undefined : { outcome: 'claimTaken', claim };
}

function recognise(commit: Commit, { prepared, attempts }: WaitingAppend): AppendOutcome {
  if (attempts.has(commit.h)) return { outcome: 'appended', commit };
  const same = commit.fingerprint === prepared.body.fingerprint;
  return { outcome: same ? 'repeated' : 'keyReused', commit };
}

/** Linearizable: what is found has reached a majority when the answer comes, so a crash cannot take the answer back. */
async function findDurably(log: Log, stream: string, commitId: string): Promise<Commit | undefined> {
  const found = await log.collection.findOne(
    { stream, commitId },
    { readConcern: { level: 'linearizable' }, ...within(log) },
  );
  return found === null ? undefined : toCommit(found);
}

async function findLastOf(log: Log, stream: string): Promise<Pick<Commit, 'n' | 'versions'> | undefined> {
  const options = { sort: { n: -1 }, projection: { n: 1, versions: 1 }, ...within(log) } as const;
  return (await log.collection.findOne({ stream }, options)) ?? undefined;
}

async function findTakenClaim(log: Log, claims: readonly string[]): Promise<string | undefined> {
  if (claims.length === 0) return undefined;
  const taken = await log.collection.findOne({ claims: { $in: [...claims] } }, within(log));
  return claims.find((claim) => taken?.claims?.includes(claim));
}
