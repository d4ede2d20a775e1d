import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Commit, emptyHead } from '#libs/event-store/commit.js';
import { testEngines } from '../support/engines.js';
import { appended, draft, numbersUpTo } from './drafts.js';
import { openLog, type OpenLog } from './open-log.js';

// Other suites share the machine.
jest.setTimeout(60_000);

const engines = testEngines();
let log: OpenLog;
/** Appends through a connection of its own, so that the follower's store does not know. */
let elsewhere: OpenLog;

beforeEach(async () => {
  const database = engines.databaseName();
  log = await openLog(engines.mongodbUri, database);
  elsewhere = await openLog(engines.mongodbUri, database);
});

afterEach(async () => {
  await log.db.dropDatabase();
  await Promise.all([log.close(), elsewhere.close()]);
});

const append = async ({ store }: OpenLog, stream: number): Promise<Commit> =>
  appended(await store.append(emptyHead(`dossier/${stream}`), draft('a')));

async function firstPositions(count: number, options: { after: number; batchSize?: number }) {
  const stop = new AbortController();
  const batches: number[][] = [];
  for await (const batch of log.store.follow({ ...options, signal: stop.signal })) {
    batches.push(batch.map(({ position }) => position));
    if (batches.flat().length >= count) stop.abort();
  }
  return batches;
}

describe('a follower', () => {
  it('gets what is there in batches, from the position it names', async () => {
    for (const i of numbersUpTo(7)) await append(log, i);
    expect(await firstPositions(5, { after: 2, batchSize: 2 })).toStrictEqual([[3, 4], [5, 6], [7]]);
  });

  it.each([
    ['the same process', () => log],
    ['another', () => elsewhere],
  ])('waits for what is appended later by %s', async (_which, where) => {
    const seen = firstPositions(20, { after: 0 });
    for (const i of numbersUpTo(20)) await append(where(), i);
    expect((await seen).flat()).toStrictEqual(numbersUpTo(20));
  });

  it('ends when told to, also in the middle of waiting', async () => {
    const stop = new AbortController();
    const iterator = log.store.follow({ after: 0, signal: stop.signal })[Symbol.asyncIterator]();
    const next = iterator.next();
    stop.abort();
    expect(await next).toStrictEqual({ done: true, value: undefined });
  });

  it('stops rather than go over a gap that somebody made', async () => {
    for (const i of numbersUpTo(3)) await append(log, i);
    await log.db.collection('log').deleteOne({ command: 'registerHives', stream: 'dossier/2' });
    await expect(firstPositions(3, { after: 0 })).rejects.toThrow('no commit at position 2');
  });
});
