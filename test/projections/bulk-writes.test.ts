import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { inTransaction, updateAll, type UpdateStatement } from '#libs/bulk-writes/bulk-writes.js';
import { mongo } from 'mongoose';
import { testEngines } from '../support/engines.js';

const collection = 'rows';
let client: mongo.MongoClient;
let db: mongo.Db;
beforeAll(async () => {
  const engines = testEngines();
  client = await new mongo.MongoClient(engines.mongodbUri).connect();
  db = client.db(engines.databaseName());
  await db.createCollection(collection);
});
afterAll(async () => {
  await db.dropDatabase();
  await client.close();
});

const unlessNewer = (id: string, position: number): UpdateStatement => ({
  q: { _id: id, position: { $lt: position } },
  u: { _id: id, position },
  upsert: true,
});
const positionOf = async (id: string) =>
  (await db.collection(collection).findOne({ _id: id as never }))?.['position'];

it('what is older replaces nothing, and is named', async () => {
  expect(await updateAll({ db, collection }, [unlessNewer('a', 7)])).toStrictEqual([]);
  expect(await updateAll({ db, collection }, [unlessNewer('b', 1), unlessNewer('a', 6)])).toStrictEqual([1]);
  expect([await positionOf('a'), await positionOf('b')]).toStrictEqual([7, 1]);
});

it('what is newer replaces what another process commits in that very moment: a workflow once never heard of what had moved', async () => {
  let writing: Promise<readonly number[]> = Promise.resolve([]);
  await inTransaction(client, async (session) => {
    await updateAll({ db, collection, session }, [unlessNewer('c', 5)]);
    writing = updateAll({ db, collection }, [unlessNewer('c', 10)]);
    // Until it has found nothing and waits for the transaction.
    await wait(300);
  });
  expect(await writing).toStrictEqual([]);
  expect(await positionOf('c')).toBe(10);
});
