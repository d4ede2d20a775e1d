import { assertMongodAnswers, assertTemporalAnswers } from './given-servers.js';
import { findBinary } from './find-binary.js';
import { mongodUri, planMongod } from './mongod.js';
import type { EngineName, EngineNeeds } from './needs.js';
import type { PortBook } from './port-book.js';
import type { ServerPlan } from './server-plan.js';
import { ServerProcess } from './server-process.js';
import { planTemporal, planTimeSkipping } from './temporal.js';

/** What can be done to a server that is ours, be it a process or a container. */
export interface ServerControl {
  readonly pid: number | undefined;
  restart(): Promise<void>;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export interface RunningServer {
  readonly address: string;
  readonly uiUrl?: string;
  /** Absent for a server that somebody else runs. */
  readonly control?: ServerControl;
}

const DEFAULT_CACHE_GB = 0.5;
const LOOPBACK = '127.0.0.1';

type Start = (needs: EngineNeeds, ports: PortBook) => Promise<RunningServer>;

export const startServer: Readonly<Record<EngineName, Start>> = {
  async mongod(needs, ports) {
    const given = needs.given?.mongodbUri;
    if (given !== undefined) {
      await assertMongodAnswers(given);
      return { address: given };
    }
    const binary = await binaryFor('mongod', needs);
    const port = await ports.choose('mongod', needs.ports?.mongod);
    const plan = await planMongod({
      binary,
      port,
      dataDir: needs.dataDir,
      cacheGb: needs.mongodCacheGb ?? DEFAULT_CACHE_GB,
    });
    return { address: mongodUri(port), control: await run(plan, needs, { name: 'mongod', port }) };
  },

  async temporal(needs, ports) {
    const given = needs.given?.temporalAddress;
    if (given !== undefined) {
      await assertTemporalAnswers(given);
      return { address: given };
    }
    const binary = await binaryFor('temporal', needs);
    const port = await ports.choose('temporal', needs.ports?.temporal);
    const uiPort =
      needs.temporalUi === true ? await ports.choose('temporalUi', needs.ports?.temporalUi) : undefined;
    const ui = uiPort === undefined ? {} : { uiPort };
    const plan = await planTemporal({ binary, port, dataDir: needs.dataDir, ...ui });
    const uiUrl = uiPort === undefined ? {} : { uiUrl: `http://${LOOPBACK}:${uiPort}` };
    return {
      address: `${LOOPBACK}:${port}`,
      ...uiUrl,
      control: await run(plan, needs, { name: 'temporal', port }),
    };
  },

  async timeSkipping(needs, ports) {
    const binary = await findBinary('timeSkipping', needs);
    const port = await ports.choose('timeSkipping', needs.ports?.timeSkipping);
    const plan = planTimeSkipping({ binary, port, dataDir: needs.dataDir });
    return {
      address: `${LOOPBACK}:${port}`,
      control: await run(plan, needs, { name: 'timeSkipping', port }),
    };
  },
};

async function run(
  plan: ServerPlan,
  needs: EngineNeeds,
  { name, port }: { readonly name: EngineName; readonly port: number },
): Promise<ServerControl> {
  const began = performance.now();
  const image = name === 'timeSkipping' ? undefined : needs.docker?.[name];
  const server = image === undefined ? asProcess(plan, needs, name) : await asContainer(plan, needs, image);
  await server.start();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  needs.log(`${plan.name}: ready on port ${port} after ${seconds} s (${image ?? plan.binary})`);
  return server;
}

interface StartableServer extends ServerControl {
  start(): Promise<void>;
}

const asProcess = (plan: ServerPlan, { onLost }: EngineNeeds, name: EngineName): StartableServer =>
  new ServerProcess(plan, () => onLost?.(name));

/** Loaded only when asked for: a start without Docker does not pay for it. */
async function asContainer(
  plan: ServerPlan,
  { dataDir }: EngineNeeds,
  image: string,
): Promise<StartableServer> {
  const { ServerContainer } = await import('./server-container.js');
  return new ServerContainer(plan, { image, dataDir });
}

/** In an image the binary is found by its name. */
const binaryFor = (name: 'mongod' | 'temporal', needs: EngineNeeds): Promise<string> =>
  needs.docker === undefined ? findBinary(name, needs) : Promise.resolve(name);
