import { EngineError } from './engine-error.js';
import { lockFolder } from './lock-folder.js';
import type { EngineName, EngineNeeds, RunningEngines } from './needs.js';
import { openPortBook, type PortBook } from './port-book.js';
import { startServer, type RunningServer, type ServerControl } from './start-server.js';

const ATTEMPTS = 3;

type Servers = ReadonlyMap<EngineName, RunningServer>;

/**
 * Finds, fetches and starts the servers that are wanted, and answers when all are ready.
 * Fails with an `EngineError`; nothing is left running then.
 */
export async function startEngines(needs: EngineNeeds): Promise<RunningEngines> {
  const lock = await lockFolder(needs.dataDir);
  const servers = new Map<EngineName, RunningServer>();
  const stop = async (): Promise<void> => {
    await stopAll(servers);
    await lock.release();
  };
  try {
    await startAll(needs, servers);
  } catch (error) {
    await stop();
    throw error;
  }
  return describe(servers, stop);
}

async function startAll(needs: EngineNeeds, servers: Map<EngineName, RunningServer>): Promise<void> {
  const ports = await openPortBook(needs.dataDir);
  const starts = needs.want.map(async (name) => servers.set(name, await startOne(name, needs, ports)));
  const failed = (await Promise.allSettled(starts)).find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  await ports.remember();
}

/** A port that the system chose can be lost to another program before the server takes it; one asked for is not changed. */
function startOne(name: EngineName, needs: EngineNeeds, ports: PortBook): Promise<RunningServer> {
  const isLost = (error: unknown): boolean =>
    error instanceof EngineError && error.code === 'portTaken' && needs.ports?.[name] === undefined;
  const attempt = (left: number): Promise<RunningServer> =>
    startServer[name](needs, ports).catch((error: unknown) => {
      if (left > 1 && isLost(error)) return attempt(left - 1);
      throw error;
    });
  return attempt(ATTEMPTS);
}

async function stopAll(servers: Servers): Promise<void> {
  await Promise.all([...servers.values()].map(async (server) => server.control?.stop()));
}

function describe(servers: Servers, stop: () => Promise<void>): RunningEngines {
  const find = (name: EngineName): RunningServer => {
    const server = servers.get(name);
    if (server === undefined) throw new Error(`${name} was not asked for`);
    return server;
  };
  return {
    get mongodbUri() {
      return find('mongod').address;
    },
    get temporalAddress() {
      return find('temporal').address;
    },
    temporalUiUrl: servers.get('temporal')?.uiUrl,
    timeSkippingAddress: servers.get('timeSkipping')?.address,
    processes: () => pidsOf(servers),
    restart: (name) => controlOf(find(name), name).restart(),
    kill: (name) => controlOf(find(name), name).kill(),
    stop,
  };
}

function controlOf(server: RunningServer, name: EngineName): ServerControl {
  if (server.control === undefined) throw new Error(`${name} is run by somebody else`);
  return server.control;
}

function pidsOf(servers: Servers): Partial<Record<EngineName, number>> {
  const pids: Partial<Record<EngineName, number>> = {};
  for (const [name, { control }] of servers) if (control?.pid !== undefined) pids[name] = control.pid;
  return pids;
}
