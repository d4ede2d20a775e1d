import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { Connection } from '@temporalio/client';
import { mongo } from 'mongoose';
import { startEngines } from '#docker/engines/engines.js';
import { freePort } from '#docker/engines/ports.js';
import { projectFolder } from '#docker/engines/project-folder.js';
import { ownEngines } from '../support/engines.js';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.js';

const silent = (): void => undefined;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

async function withClient<T>(uri: string, work: (client: mongo.MongoClient) => Promise<T>): Promise<T> {
  const client = await new mongo.MongoClient(uri).connect();
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

const keep = (uri: string, name: string): Promise<unknown> =>
  withClient(uri, (client) =>
    client
      .db('kept')
      .collection('things')
      .insertOne({ name }, { writeConcern: { w: 'majority', journal: true } }),
  );

const kept = (uri: string): Promise<readonly unknown[]> =>
  withClient(uri, (client) => client.db('kept').collection('things').distinct('name'));

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

describe('mongod', () => {
  it('keeps what it has acknowledged over kill -9 and comes back on the same address', async () => {
    const own = await ownEngines({ want: ['mongod'] });
    const { engines } = own;
    stops.push(() => own.stop());
    const pid = engines.processes().mongod;
    await keep(engines.mongodbUri, 'before');
    await engines.kill('mongod');
    expect(engines.processes()).toStrictEqual({});
    await engines.restart('mongod');
    expect(engines.processes().mongod).not.toBe(pid);
    expect(await kept(engines.mongodbUri)).toStrictEqual(['before']);
  });

  it('moves with its data to another port, which a replica set would not do by itself', async () => {
    const dataDir = await makeTestFolder();
    stops.push(() => removeTestFolder(dataDir));
    const first = await startEngines({ dataDir, want: ['mongod'], log: silent });
    await keep(first.mongodbUri, 'here');
    await first.stop();
    const second = await startEngines({
      dataDir,
      want: ['mongod'],
      log: silent,
      ports: { mongod: await freePort() },
    });
    stops.unshift(() => second.stop());
    expect(second.mongodbUri).not.toBe(first.mongodbUri);
    expect(await kept(second.mongodbUri)).toStrictEqual(['here']);
  });

  it('is a replica set: transactions and change streams work', async () => {
    const own = await ownEngines({ want: ['mongod'] });
    const { engines } = own;
    stops.push(() => own.stop());
    const seen = await withClient(engines.mongodbUri, async (client) => {
      const things = client.db('kept').collection('things');
      await things.insertOne({ name: 'first' });
      const changes = things.watch();
      const next = changes.next();
      await client.withSession((session) =>
        session.withTransaction(() => things.insertOne({ name: 'second' }, { session })),
      );
      const change = await next;
      await changes.close();
      return change.operationType === 'insert' ? change.fullDocument['name'] : undefined;
    });
    expect(seen).toBe('second');
  });
});

describe('Temporal', () => {
  it('knows our search attributes, shows its pages, and keeps its data over kill -9', async () => {
    const own = await ownEngines({ want: ['temporal'], temporalUi: true });
    const { engines } = own;
    stops.push(() => own.stop());
    await startWaitingWorkflow(engines.temporalAddress);
    expect((await fetch(engines.temporalUiUrl!)).status).toBe(200);
    await engines.kill('temporal');
    await engines.restart('temporal');
    const connection = await Connection.connect({ address: engines.temporalAddress });
    const found = await connection.workflowService.describeWorkflowExecution({
      namespace: 'default',
      execution: { workflowId: 'waiting' },
    });
    expect(found.workflowExecutionInfo?.type?.name).toBe('nobodyRunsThis');
    const { customAttributes } = await connection.operatorService.listSearchAttributes({
      namespace: 'default',
    });
    expect(Object.keys(customAttributes)).toEqual(
      expect.arrayContaining(['HosoStage', 'HosoProcedure', 'HosoDueAt']),
    );
    await connection.close();
  });
});

async function startWaitingWorkflow(address: string): Promise<void> {
  const connection = await Connection.connect({ address });
  await connection.workflowService.startWorkflowExecution({
    namespace: 'default',
    workflowId: 'waiting',
    workflowType: { name: 'nobodyRunsThis' },
    taskQueue: { name: 'nobody' },
    requestId: 'once',
  });
  await connection.close();
}

describe('what goes wrong has a name, and nothing is left running', () => {
  it('a port that another program has', async () => {
    const own = await ownEngines({ want: ['mongod'] });
    const { engines } = own;
    stops.push(() => own.stop());
    const port = Number(new URL(engines.mongodbUri).port);
    const second = ownEngines({ want: ['mongod', 'temporal'], ports: { mongod: port } });
    await expect(second).rejects.toMatchObject({
      code: 'portTaken',
      message: expect.stringContaining(`Port ${port}`),
    });
  });

  it('a data folder that another instance has', async () => {
    const own = await ownEngines({ want: ['mongod'] });
    const { dataDir } = own;
    stops.push(() => own.stop());
    await expect(startEngines({ dataDir, want: ['mongod'], log: silent })).rejects.toMatchObject({
      code: 'folderInUse',
    });
  });

  it('a given server that does not answer, named without its password', async () => {
    const port = await freePort();
    const mongodbUri = `mongodb://clerk:secret@127.0.0.1:${port}`;
    const started = ownEngines({ want: ['mongod'], given: { mongodbUri } });
    await expect(started).rejects.toMatchObject({
      code: 'notReachable',
      message: `The MongoDB server given in MONGODB_URI (mongodb://…@127.0.0.1:${port}) does not answer.`,
    });
  });
});

/** An instance of its own: starts servers, prints their pids, and lives until it is killed. */
const INSTANCE = `
  const { startEngines } = await import('#docker/engines/engines.js');
  const engines = await startEngines({ dataDir: process.argv[1], want: ['mongod', 'temporal', 'timeSkipping'], log() {} });
  console.log(JSON.stringify(engines.processes()));
  setInterval(() => undefined, 1000);
`;

describe('servers and their parent', () => {
  let dataDir: string | undefined;
  afterAll(async () => dataDir && removeTestFolder(dataDir));

  it('die with it, also when it is killed by kill -9, and the folder is free again', async () => {
    dataDir = await makeTestFolder();
    const hooks = `${projectFolder()}/test/support/source-hooks.mjs`;
    const watch = `${projectFolder()}/docker/host/parent-watch.mjs`;
    const parent = spawn(
      process.execPath,
      ['--import', watch, '--import', hooks, '--input-type=module', '--eval', INSTANCE, '--', dataDir],
      {
        cwd: projectFolder(),
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const [line] = await once(createInterface(parent.stdout), 'line');
    const pids = Object.values(JSON.parse(String(line)) as Record<string, number>);
    expect(pids.map(isAlive)).toStrictEqual([true, true, true]);
    parent.kill('SIGKILL');
    while (pids.some(isAlive)) await wait(20);
    const again = await startEngines({ dataDir, want: ['mongod', 'temporal'], log: silent });
    await again.stop();
  });
});
