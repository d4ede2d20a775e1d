import { assertMongodAnswers, assertTemporalAnswers } from './given-servers.js';
import { findBinary } from './find-binary.js';
import { mongodUri, planMongod } from './mongod.js';
import type { EngineName, EngineNeeds } from './needs.js';
import type { PortBook } from './port-book.js';
import { ServerProcess, type ServerPlan } from './server-process.js';
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
    const binary = await findBinary('mongod', needs);
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
    const binary = await findBinary('temporal', needs);
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
  { log, onLost }: EngineNeeds,
  { name, port }: { readonly name: EngineName; readonly port: number },
): Promise<ServerProcess> {
  const began = performance.now();
  const server = new ServerProcess(plan, () => onLost?.(name));
  await server.start();
  log(
    `${plan.name}: ready on port ${port} after ${((performance.now() - began) / 1000).toFixed(1)} s (${plan.binary})`,
  );
  return server;
}
