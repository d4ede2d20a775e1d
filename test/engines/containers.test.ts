import { describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { runCommand } from '#docker/engines/run-command.js';
import { ownEngines } from '../support/engines.js';

/** The images of docker/README.md; without Docker or without them there is nothing to try. */
const docker = { mongod: 'hoso/mongod', temporal: 'hoso/temporal' };
const { code } = await runCommand('docker', ['image', 'inspect', ...Object.values(docker)]);
const describeWithImages = code === 0 ? describe : describe.skip;

const containersOf = async (dataDir: string): Promise<number> => {
  const { output } = await runCommand('docker', ['ps', '--all', '--quiet', '--filter', `volume=${dataDir}`]);
  return output.trim() === '' ? 0 : output.trim().split('\n').length;
};

describeWithImages('servers in containers', () => {
  it('keep their data over a kill, and leave no container behind', async () => {
    const own = await ownEngines({ want: ['mongod', 'temporal'], docker });
    const { engines, dataDir } = own;
    expect(engines.processes()).toStrictEqual({});
    expect(await containersOf(dataDir)).toBe(2);
    const client = await new mongo.MongoClient(engines.mongodbUri).connect();
    const things = client.db('kept').collection('things');
    await things.insertOne({ name: 'before' }, { writeConcern: { w: 'majority', journal: true } });
    await engines.kill('mongod');
    await engines.restart('mongod');
    expect(await things.distinct('name')).toStrictEqual(['before']);
    await client.close();
    await own.stop();
    expect(await containersOf(dataDir)).toBe(0);
  });
});
