import type { mongo } from 'mongoose';
import type { Commit } from './commit.js';
import type { AppendOutcome } from './event-store.js';
import { type Log, toCommit } from './log-collection.js';
import { type Asking, withinPatience } from './patience.js';
import type { WaitingAppend } from './waiting-room.js';

/**
 * What became of an append whose insert was refused or whose answer was lost; undefined when it is not in the log and nothing
 * stands against it.
 */
export async function settle(log: Log, append: WaitingAppend): Promise<AppendOutcome | undefined> {
  // A causally consistent session: its majority reads wait until a majority has whatever its earlier reads saw.
  return withinPatience(log.patienceMs, (asking) =>
    log.db.client.withSession({ causalConsistency: true }, (session) =>
      settleIn(log, append, { session, ...asking }),
    ),
  );
}

type InSession = Asking & { readonly session: mongo.ClientSession };

async function settleIn(
  log: Log,
  append: WaitingAppend,
  inSession: InSession,
): Promise<AppendOutcome | undefined> {
  const { head, body } = append.prepared;
  const now = { ...inSession, readConcern: { level: 'local' } } as const;
  const [last, claim] = await Promise.all([
    findLastOf(log, head.stream, now),
    findTakenClaim(log, body.claims ?? [], now),
  ]);
  // The key is looked up after what stands against the append, so that it is found if it is itself what stands there.
  const key = { stream: head.stream, commitId: body.commitId };
  if ((await log.collection.findOne(key, now)) !== null)
    return recognise(await findDurably(log, key, inSession), append);
  if (last !== undefined && last.n > head.n) {
    return { outcome: 'stale', expectedVersion: head.version, actualVersion: last.versions[1] };
  }
  return claim === undefined ? undefined : { outcome: 'claimTaken', claim };
}

function recognise(
  commit: Commit | undefined,
  { prepared, unanswered }: WaitingAppend,
): AppendOutcome | undefined {
  if (commit === undefined) return undefined;
  if (unanswered.includes(commit.h)) return { outcome: 'appended', commit };
  const same = commit.fingerprint === prepared.body.fingerprint;
  return { outcome: same ? 'repeated' : 'keyReused', commit };
}

/** A commit that a crash could still take back must not be anybody's answer. */
async function findDurably(
  log: Log,
  key: Pick<Commit, 'stream' | 'commitId'>,
  inSession: InSession,
): Promise<Commit | undefined> {
  const found = await log.collection.findOne(key, { ...inSession, readConcern: { level: 'majority' } });
  return found === null ? undefined : toCommit(found);
}

type Reading = InSession & Pick<mongo.FindOptions, 'readConcern'>;

async function findLastOf(
  log: Log,
  stream: string,
  reading: Reading,
): Promise<Pick<Commit, 'n' | 'versions'> | undefined> {
  const options = { sort: { n: -1 }, projection: { n: 1, versions: 1 }, ...reading } as const;
  return (await log.collection.findOne({ stream }, options)) ?? undefined;
}

async function findTakenClaim(
  log: Log,
  claims: readonly string[],
  reading: Reading,
): Promise<string | undefined> {
  if (claims.length === 0) return undefined;
  const taken = await log.collection.findOne({ claims: { $in: [...claims] } }, reading);
  return claims.find((claim) => taken?.claims?.includes(claim));
}
