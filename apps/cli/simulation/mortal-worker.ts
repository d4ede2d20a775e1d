import { once } from 'node:events';
import { NativeConnection } from '@temporalio/worker';
import type { Death } from './crashes.js';
import { quietRuntime } from './quiet-runtime.js';
import { SimulatedTime } from './simulated-time.js';
import {
  openSimulatedBackbone,
  SIMULATION_QUEUE,
  type SimulationPlace,
  simulationWorker,
} from './simulation-worker.js';

/**
 * A worker in a process of its own that kills itself where it is told to, as `kill -9` does: nothing is said, nothing is closed. Run as
 * `node mortal-worker.js '{"place": …, "death": …}'`; without a death it lives until it is killed.
 */
const { place, death } = JSON.parse(process.argv[2] ?? '{}') as {
  readonly place: SimulationPlace;
  readonly death?: Death;
};

let acts = 0;

async function mayDie(moment: Death['moment']): Promise<void> {
  if (moment === 'before') acts += 1;
  if (!death || acts !== death.act || moment !== death.moment) return;
  process.kill(process.pid, 'SIGKILL');
  await once(process, 'never');
}

quietRuntime();
// Nobody is left to work for when the simulation has ended.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
const time = await SimulatedTime.connect(place.timeSkippingAddress);
const backbone = await openSimulatedBackbone(place, time);
const connection = await NativeConnection.connect({ address: place.timeSkippingAddress });
const { workflowBundle } = place;
const worker = await simulationWorker(
  { connection, taskQueue: SIMULATION_QUEUE, workflowBundle },
  { time, backbone, witness: mayDie, mayGo: true },
);
await worker.run();
