import { join } from 'node:path';
import { NativeConnection, Worker } from '@temporalio/worker';
import mongoose from 'mongoose';
import type { Logger } from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { ActivityDependencies } from '#activities/dependencies.js';
import { createDocumentActivities } from '#activities/documents.js';
import { documentWorkshop } from '#activities/document-workshop.js';
import { createLicenceActivities } from '#activities/licences.js';
import { createOfficeActivities } from '#activities/office.js';
import { createPaperActivities } from '#activities/papers.js';
import { type Backbone, openBackbone } from '#libs/backbone/backbone.js';
import type { Config } from '#libs/config/config.js';
import { RenderPool } from '#libs/documents/render-pool.js';
import { type Healthy, startHealthServer } from '#libs/service/health-server.js';
import type { Service } from '#libs/service/run-service.js';
import { installRuntime } from './runtime.js';
import { signing } from './signer.js';
import { signsOfLife } from './signs-of-life.js';

/** Workflows asleep in memory: what is not cached is replayed, so this bounds memory, not the number of dossiers. */
const CACHED_WORKFLOWS = 200;
/**
 * Workflow tasks, each with its acts on the log: some hundred in a second, which is a day's work of a province in a few minutes. More at once
 * are no sooner done where a machine has few processors, and people wait for theirs.
 */
const TASKS_AT_ONCE = 4;
const GRACE = '8 seconds';

export async function startWorker(config: Config, log: Logger): Promise<Service> {
  installRuntime(log);
  const [backbone, connection] = await Promise.all([
    openBackbone(config),
    NativeConnection.connect({ address: config.temporalAddress }),
  ]);
  const papers = new RenderPool();
  const worker = await createWorker(config, { ...backbone, papers }, connection);
  const health = await startHealthServer(config.worker.port, {
    missing: async () => missing(worker, backbone),
    metrics: processMetrics(),
  });
  const run = worker.run();
  return {
    facts: { port: health.port },
    failed: run.then(() => new Promise<never>(() => undefined)),
    async stop() {
      if (isRunning(worker)) worker.shutdown();
      await run;
      await Promise.all([health.close(), connection.close(), backbone.close(), papers.close()]);
    },
  };
}

function processMetrics(): Healthy['metrics'] {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'hoso_worker_' });
  return { contentType: registry.contentType, text: () => registry.metrics() };
}

function createWorker(
  config: Config,
  means: Backbone & Pick<ActivityDependencies, 'papers'>,
  connection: NativeConnection,
): Promise<Worker> {
  const dependencies: ActivityDependencies = {
    ...means,
    ...signing(config),
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
      ...createDocumentActivities(dependencies, documentWorkshop(dependencies)),
    },
    interceptors: { activity: [signsOfLife] },
    maxCachedWorkflows: CACHED_WORKFLOWS,
    maxConcurrentActivityTaskExecutions: 8,
    maxConcurrentWorkflowTaskExecutions: TASKS_AT_ONCE,
    shutdownGraceTime: GRACE,
    shutdownForceTime: '9 seconds',
  });
}

/** What is missing, by name; an empty answer is readiness. */
function missing(worker: Worker, backbone: Backbone): Readonly<Record<string, string>> {
  return {
    ...(isRunning(worker) ? {} : { temporal: `worker is ${worker.getState().toLowerCase()}` }),
    ...(backbone.connection.readyState === mongoose.ConnectionStates.connected
      ? {}
      : { mongodb: 'not connected' }),
  };
}

function isRunning(worker: Worker): boolean {
  return worker.getState() === 'RUNNING';
}
