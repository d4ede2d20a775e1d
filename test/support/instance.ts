import { join } from 'node:path';
import { projectFolder } from '#docker/engines/project-folder.js';
import {
  type Instance,
  type ProcessName,
  processNames,
  startInstance as start,
} from '../../apps/cli/up/instance.js';
import { makeTestFolder, removeTestFolder } from './test-folder.js';

const TEST_CACHE_GB = 0.25;

/** What can be killed: the three processes and the two servers. */
export const parts = [...processNames, 'mongod', 'temporal'] as const;
export type Part = (typeof parts)[number];

export interface TestInstance extends Pick<Instance, 'gatewayUrl' | 'engines' | 'environment'> {
  readonly dataDir: string;
  /** What `npm start` would have said. */
  readonly said: readonly string[];
  pid(part: Part): number | undefined;
  /** kill -9; it stays away until it is restarted. */
  kill(part: Part): Promise<void>;
  /** Answers when it is ready again, on the same addresses and data. */
  restart(part: Part): Promise<void>;
  /** Stops everything and removes its folder. */
  stop(): Promise<void>;
}

export interface TestInstanceOptions {
  /** Kept by the caller; a folder of the instance's own unless given. */
  readonly dataDir?: string;
  /** For the three processes, beyond what `npm start` gives them. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A whole Hoso as `npm start` runs it: own servers, and gateway, projector and worker as they were built into `dist`. */
export async function startInstance(options: TestInstanceOptions = {}): Promise<TestInstance> {
  const dataDir = options.dataDir ?? (await makeTestFolder());
  const said: string[] = [];
  const instance = await start({
    dataDir,
    distDir: join(projectFolder(), 'dist'),
    log: (line) => void said.push(line),
    engines: { mongodCacheGb: TEST_CACHE_GB },
    // Jest's own Node options are not for the processes under test.
    env: { HOSO_DEMO: 'true', HOSO_BUILD: 'test', NODE_OPTIONS: '', ...options.env },
  });
  const { gatewayUrl, engines, environment } = instance;
  return {
    gatewayUrl,
    engines,
    environment,
    dataDir,
    said,
    ...controls(instance),
    async stop() {
      await instance.stop();
      if (options.dataDir === undefined) await removeTestFolder(dataDir);
    },
  };
}

function controls({ engines, processes }: Instance): Pick<TestInstance, 'pid' | 'kill' | 'restart'> {
  return {
    pid: (part) => (isProcess(part) ? processes[part].pid : engines.processes()[part]),
    kill: (part) => (isProcess(part) ? processes[part].kill() : engines.kill(part)),
    restart: (part) => (isProcess(part) ? processes[part].restart() : engines.restart(part)),
  };
}

function isProcess(part: Part): part is ProcessName {
  return part !== 'mongod' && part !== 'temporal';
}
