import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from './engine-error.js';
import { becomePrimary, REPLICA_SET } from './replica-set.js';
import type { ServerPlan } from './server-plan.js';

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
    probe: () => becomePrimary(`127.0.0.1:${place.port}`),
    explain: (log) => explainMongod(log, place),
  };
}

/**
 * A projector that is killed within a transaction leaves its rows locked until the server gives it up, after half as much again: with the
 * server's own 60 s its successor told workflows nothing for a minute and a half. A batch that takes longer is written without one.
 */
const LONGEST_TRANSACTION_S = 5;

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
    '--setParameter',
    `transactionLifetimeLimitSeconds=${LONGEST_TRANSACTION_S}`,
  ];
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
