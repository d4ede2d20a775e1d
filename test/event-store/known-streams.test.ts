import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { mongo } from 'mongoose';
import { emptyHead, headAfter } from '#libs/event-store/commit.js';
import type { EventStore } from '#libs/event-store/event-store.js';
import { createMongoEventStore } from '#libs/event-store/mongo-event-store.js';
import { testEngines } from '../support/engines.js';
import { appended, draft } from './drafts.js';
import { openLog, type OpenLog } from './open-log.js';

const engines = testEngines();
let log: OpenLog;
let another: OpenLog;

beforeAll(async () => {
  const database = engines.databaseName();
  log = await openLog(engines.mongodbUri, database);
  another = await openLog(engines.mongodbUri, database);
});

afterAll(async () => {
  await log.db.dropDatabase();
  await Promise.all([log.close(), another.close()]);
});

beforeEach(async () => {
  await log.db.collection('log').deleteMany({});
});

/** One after the other, each a commit of the stream. */
async function fill(store: EventStore, stream: string, keys: readonly string[]): Promise<void> {
  let { head } = await store.readStream(stream);
  for (const key of keys) head = headAfter(appended(await store.append(head, draft(key))));
}

async function keysOf(store: EventStore, stream: string): Promise<readonly string[]> {
  return (await store.readStream(stream)).commits.map(({ commitId }) => commitId);
}

/** How many commits the server hands over for a question. */
async function handedOver(question: () => Promise<unknown>): Promise<number> {
  let commits = 0;
  const note = ({ commandName, reply }: mongo.CommandSucceededEvent): void => {
    const { cursor } = reply as { readonly cursor?: { readonly firstBatch?: readonly unknown[] } };
    if (commandName === 'find') commits += cursor?.firstBatch?.length ?? 0;
  };
  log.client.on('commandSucceeded', note);
  await question();
  log.client.off('commandSucceeded', note);
  return commits;
}

it('a stream is read once; afterwards its last commit and what another process appended since', async () => {
  await fill(another.store, 'dossier/1', ['a', 'b', 'c', 'd']);
  expect(await handedOver(() => log.store.readStream('dossier/1'))).toBe(4);
  await fill(another.store, 'dossier/1', ['e']);
  expect(await handedOver(() => log.store.readStream('dossier/1'))).toBe(2);
  expect(await keysOf(log.store, 'dossier/1')).toStrictEqual(['a', 'b', 'c', 'd', 'e']);
  const fresh = createMongoEventStore({ db: log.db });
  expect(await log.store.readStream('dossier/1')).toStrictEqual(await fresh.readStream('dossier/1'));
});

it('whoever puts a backup in the place of the log is not answered from the log that was', async () => {
  await fill(log.store, 'dossier/1', ['a', 'b', 'c']);
  await log.store.readStream('dossier/1');
  await log.db.collection('log').deleteMany({ n: { $gte: 2 } });
  expect(await keysOf(log.store, 'dossier/1')).toStrictEqual(['a']);
  await log.db.collection('log').deleteMany({});
  await fill(another.store, 'dossier/1', ['x', 'y', 'z']);
  expect(await keysOf(log.store, 'dossier/1')).toStrictEqual(['x', 'y', 'z']);
  await log.db.collection('log').deleteMany({});
  expect(await log.store.readStream('dossier/1')).toStrictEqual({
    head: emptyHead('dossier/1'),
    commits: [],
  });
});
