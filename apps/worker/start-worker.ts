import { join } from 'node:path';
import { NativeConnection, Worker } from '@temporalio/worker';
import { ConnectionStates } from 'mongoose';
import type { Logger } from 'pino';
import { pino } from 'pino';
import type { ActivityDependencies } from '#activities/dependencies.js';
import { createLicenceActivities } from '#activities/licences.js';
import { createOfficeActivities } from '#activities/office.js';
import { createPaperActivities } from '#activities/papers.js';
import { type Backbone, openBackbone } from '#libs/backbone/backbone.js';
import type { Config } from '#libs/config/config.js';
import { startHealthServer } from './health-server.js';
import { installRuntime } from './runtime.js';

export interface RunningWorker {
  /** Lets running activities finish, then ends. */
  stop(): void;
  /** Resolves when all is closed; rejects when the worker failed, so that the process ends and is started anew. */
  readonly ended: Promise<void>;
}

/** Workflows asleep in memory: what is not cached is replayed, so this bounds memory, not the number of dossiers. */
const CACHED_WORKFLOWS = 200;
const GRACE = '8 seconds';

export async function startWorker(config: Config): Promise<RunningWorker> {
  const log = pino({
    level: config.logLevel,
    base: { process: 'worker' },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
  installRuntime(log);
  const [backbone, connection] = await Promise.all([
    openBackbone(config),
    NativeConnection.connect({ address: config.temporalAddress }),
  ]);
  const worker = await createWorker(config, backbone, connection);
  const health = await startHealthServer(config.worker.port, () => readiness(worker, backbone));
  log.info({ afterMs: Math.round(process.uptime() * 1000) }, 'ready');
  const ended = runToEnd(worker, async () => {
    await health.close();
    await connection.close();
    await backbone.close();
    log.info('stopped');
  });
  return { stop: () => shutDown(worker, log), ended };
}

async function runToEnd(worker: Worker, close: () => Promise<void>): Promise<void> {
  try {
    await worker.run();
  } finally {
    await close();
  }
}

function createWorker(config: Config, backbone: Backbone, connection: NativeConnection): Promise<Worker> {
  const dependencies: ActivityDependencies = {
    ...backbone,
    verificationUrl: `${config.gateway.publicUrl}/verify`,
  };
  return Worker.create({
    connection,
    namespace: config.temporalNamespace,
    taskQueue: config.taskQueue,
    workflowBundle: { codePath: join(config.projectRoot, 'dist', 'workflow-bundle.js') },
    activities: {
      ...createOfficeActivities(dependencies),
      ...createPaperActivities(dependencies),
      ...createLicenceActivities(dependencies),
    },
    maxCachedWorkflows: CACHED_WORKFLOWS,
    maxConcurrentActivityTaskExecutions: 8,
    shutdownGraceTime: GRACE,
    shutdownForceTime: '9 seconds',
  });
}

function shutDown(worker: Worker, log: Logger): void {
  if (!isRunning(worker)) return;
  log.info('stopping');
  worker.shutdown();
}

/** What is missing, by name; an empty answer is readiness. */
function readiness(worker: Worker, backbone: Backbone): Readonly<Record<string, string>> {
  return {
    ...(isRunning(worker) ? {} : { temporal: `worker is ${worker.getState().toLowerCase()}` }),
    ...(backbone.connection.readyState === ConnectionStates.connected ? {} : { mongodb: 'not connected' }),
  };
}

function isRunning(worker: Worker): boolean {
  return worker.getState() === 'RUNNING';
}
