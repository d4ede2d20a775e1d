import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import { EngineError } from './engine-error.js';
import type { ServerPlan } from './server-process.js';

const REPLICA_SET = 'hoso';
const PROBE_TIMEOUT_MS = 2_000;
const NOT_YET_INITIALIZED = 94;
const NODE_NOT_FOUND = 74;
const INVALID_REPLICA_SET_CONFIG = 93;

export interface MongodPlace {
  readonly binary: string;
  readonly dataDir: string;
  readonly port: number;
  readonly cacheGb: number;
}

export const mongodUri = (port: number): string => `mongodb://127.0.0.1:${port}/?replicaSet=${REPLICA_SET}`;

/** A replica set of one node: transactions and change streams need a replica set, and production is one too. */
export async function planMongod(place: MongodPlace): Promise<ServerPlan> {
  const dbpath = join(place.dataDir, 'mongod');
  await mkdir(dbpath, { recursive: true });
  return {
    name: 'mongod',
    binary: place.binary,
    args: mongodArgs(place, dbpath),
    logFile: join(place.dataDir, 'logs', 'mongod.log'),
    probe: () => becomePrimary(place.port),
    explain: (log) => explainMongod(log, place),
  };
}

function mongodArgs({ port, cacheGb }: MongodPlace, dbpath: string): readonly string[] {
  const where = ['--dbpath', dbpath, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'];
  const size = ['--wiredTigerCacheSizeGB', String(cacheGb), '--oplogSize', '512'];
  return [
    ...where,
    ...size,
    '--replSet',
    REPLICA_SET,
    '--quiet',
    '--setParameter',
    'diagnosticDataCollectionEnabled=false',
  ];
}

/** Throws until the node is primary under its present address; sets the replica set up, or moves it to a new port. */
async function becomePrimary(port: number): Promise<void> {
  const client = await new mongo.MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: PROBE_TIMEOUT_MS,
    connectTimeoutMS: PROBE_TIMEOUT_MS,
  }).connect();
  try {
    const admin = client.db('admin');
    const hello = await admin.command({ hello: 1 });
    if (hello['isWritablePrimary'] === true) return;
    await settleMembership(client, port);
    throw new Error('not primary yet');
  } finally {
    await client.close();
  }
}

async function settleMembership(client: mongo.MongoClient, port: number): Promise<void> {
  const admin = client.db('admin');
  const host = `127.0.0.1:${port}`;
  const status = await admin.command({ replSetGetStatus: 1 }).catch((error: unknown) => error);
  if (!(status instanceof mongo.MongoServerError)) return;
  if (status.code === NOT_YET_INITIALIZED)
    await admin.command({ replSetInitiate: { _id: REPLICA_SET, members: [{ _id: 0, host }] } });
  if (status.code === NODE_NOT_FOUND || status.code === INVALID_REPLICA_SET_CONFIG)
    await moveTo(client, host);
}

/** The data remembers the port it was last served on; a node that does not find itself in its set never becomes primary. */
async function moveTo(client: mongo.MongoClient, host: string): Promise<void> {
  const config = await client.db('local').collection('system.replset').findOne({});
  if (config === null) return;
  const moved = {
    ...config,
    version: Number(config['version']) + 1,
    members: [{ ...config['members'][0], host }],
  };
  await client.db('admin').command({ replSetReconfig: moved, force: true });
}

function explainMongod(log: string, { dataDir, port }: MongodPlace): EngineError | undefined {
  if (/DBPathInUse/.test(log))
    return new EngineError(
      'folderInUse',
      `The data folder ${dataDir} is in use by another running Hoso; stop that one or set HOSO_DATA to another folder.`,
    );
  if (/Address already in use/.test(log))
    return new EngineError(
      'portTaken',
      `Port ${port}, wanted for mongod, is taken by another program; free it or choose another port.`,
    );
  if (/No space left on device|ENOSPC/.test(log))
    return new EngineError(
      'noSpace',
      `There is too little disk space for the database in ${dataDir}; free about 1 GB.`,
    );
  return undefined;
}
