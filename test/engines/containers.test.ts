import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { projectFolder } from '#docker/engines/project-folder.js';
import { runCommand } from '#docker/engines/run-command.js';
import { freePort } from '../gateway/support/free-port.js';
import { ownEngines } from '../support/engines.js';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.js';

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

  it('carry a whole `npm start`, and go when it is killed by kill -9', async () => {
    const dataDir = await makeTestFolder();
    const child = spawn(process.execPath, [join(projectFolder(), 'docker', 'host', 'run.mjs'), 'start'], {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        HOSO_ENGINES: 'docker',
        HOSO_DATA: dataDir,
        HOSO_PORT: String(await freePort()),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const said: string[] = [];
    for await (const line of createInterface({ input: child.stderr })) {
      said.push(line);
      if (line.startsWith('Hoso is ready')) break;
    }
    expect(said.at(-1)).toMatch(/^Hoso is ready/u);
    expect(await containersOf(dataDir)).toBe(2);
    child.kill('SIGKILL');
    while ((await containersOf(dataDir)) > 0) await wait(200);
    await removeTestFolder(dataDir);
  });
});
