import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { ownEngines, type OwnEngines } from '../support/engines.js';

describe('servers of our own', () => {
  let own: OwnEngines;

  beforeAll(async () => {
    own = await ownEngines({ want: ['mongod', 'temporal', 'timeSkipping'], temporalUi: true });
  });

  afterAll(() => own?.stop());

  it('keep their data over kill -9 and come back on the same address', async () => {
    const { engines } = own;
    const client = await new mongo.MongoClient(engines.mongodbUri).connect();
    await client
      .db('kept')
      .collection('things')
      .insertOne({ name: 'a' }, { writeConcern: { w: 'majority', j: true } });
    const pid = engines.processes().mongod;
    await engines.kill('mongod');
    expect(engines.processes().mongod).toBeUndefined();
    await engines.restart('mongod');
    expect(engines.processes().mongod).not.toBe(pid);
    expect(await client.db('kept').collection('things').countDocuments()).toBe(1);
    await client.close();
  });
});
