import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startEngines } from '#docker/engines/engines.js';
import type { EngineNeeds, Log, RunningEngines } from '#docker/engines/needs.js';
import { openPortBook } from '#docker/engines/port-book.js';
import { ServerProcess } from '#docker/engines/server-process.js';
import { get } from './get.js';

export const processNames = ['gateway', 'projector', 'worker'] as const;
export type ProcessName = (typeof processNames)[number];

export interface InstanceOptions {
  readonly dataDir: string;
  /** Where the built processes lie: the project's `dist`. */
  readonly distDir: string;
  readonly log: Log;
  readonly gatewayPort?: number;
  readonly engines?: Pick<EngineNeeds, 'given' | 'docker' | 'temporalUi' | 'mongodCacheGb'>;
  /** What the processes are told beyond addresses and ports. */
  readonly env: Readonly<Record<string, string>>;
}

/** A whole Hoso: engines and the three processes, each of which may be killed and started again. */
export interface Instance {
  readonly gatewayUrl: string;
  readonly engines: RunningEngines;
  readonly processes: Readonly<Record<ProcessName, ServerProcess>>;
  /** What each process is told: for one more process on the same data. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Starts everything; on failure nothing is left running. */
export async function startInstance(options: InstanceOptions): Promise<Instance> {
  const { dataDir, log } = options;
  await mkdir(dataDir, { recursive: true });
  const engines = await startEngines({
    dataDir,
    want: ['mongod', 'temporal'],
    log,
    ...options.engines,
  });
  try {
    return await startProcesses(options, engines);
  } catch (error) {
    await engines.stop();
    throw error;
  }
}

async function startProcesses(options: InstanceOptions, engines: RunningEngines): Promise<Instance> {
  const ports = await choosePorts(options);
  const environment = {
    ...options.env,
    HOSO_DATA: options.dataDir,
    HOSO_PORT: String(ports.gateway),
    HOSO_PROJECTOR_PORT: String(ports.projector),
    HOSO_WORKER_PORT: String(ports.worker),
    MONGODB_URI: engines.mongodbUri,
    TEMPORAL_ADDRESS: engines.temporalAddress,
  };
  const make = (name: ProcessName): ServerProcess =>
    keptAlive({ name, port: ports[name], environment, options });
  const processes = { gateway: make('gateway'), projector: make('projector'), worker: make('worker') };
  const stop = async (): Promise<void> => {
    for (const name of processNames) await processes[name].stop();
    await engines.stop();
  };
  const starts = processNames.map(async (name) => {
    const begun = performance.now();
    await processes[name].start();
    options.log(`${name}: ready after ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  });
  const failed = (await Promise.allSettled(starts)).find((result) => result.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  return { gatewayUrl: `http://127.0.0.1:${ports.gateway}`, engines, processes, environment, stop };
}

async function choosePorts(options: InstanceOptions): Promise<Record<ProcessName, number>> {
  const book = await openPortBook(options.dataDir);
  const ports = {
    gateway: await book.choose('the gateway', options.gatewayPort),
    projector: await book.choose('the projector', undefined),
    worker: await book.choose('the worker', undefined),
  };
  await book.remember();
  return ports;
}

interface Kept {
  readonly name: ProcessName;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly options: InstanceOptions;
}

const RESTART_AFTER_MS = 1_000;
/** Else glibc keeps a heap for every thread of Node and of Temporal's core. */
const FEW_ARENAS = '2';

/** A process that ends by itself is started again: an office does not wait for somebody to notice. */
function keptAlive({ name, port, environment, options }: Kept): ServerProcess {
  const imports = ['source-maps.js', 'collect-in-threads.js'].flatMap((file) => [
    '--import',
    pathToFileURL(join(options.distDir, 'libs', 'service', file)).href,
  ]);
  const process = new ServerProcess(
    {
      name,
      binary: globalThis.process.execPath,
      args: [...memoryFlags[name], ...imports, join(options.distDir, 'apps', name, 'main.js')],
      env: { MALLOC_ARENA_MAX: FEW_ARENAS, ...globalThis.process.env, ...environment },
      logFile: join(options.dataDir, 'logs', `${name}.log`),
      probe: async () => void (await get(`http://127.0.0.1:${port}/health/ready`)),
      onWaiting: (reason) => options.log(`${name}: not ready yet: ${reason}`),
    },
    () => {
      options.log(`${name} ended unexpectedly; it is started again`);
      setTimeout(
        () => void process.start().catch((error: unknown) => options.log(`${name}: ${String(error)}`)),
        RESTART_AFTER_MS,
      );
    },
  );
  return process;
}

/** Young generations: what three Node processes hold at rest must fit a small office machine, and the worker makes the most rubbish. */
const memoryFlags: Readonly<Record<ProcessName, readonly string[]>> = {
  gateway: ['--max-semi-space-size=8'],
  projector: ['--max-semi-space-size=8'],
  worker: ['--max-semi-space-size=16'],
};
