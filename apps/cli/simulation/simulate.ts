import { Client } from '@temporalio/client';
import type { Backbone } from '#libs/backbone/backbone.js';
import { fromStored } from '#libs/commands/stored-events.js';
import { licenceStream } from '#libs/kernel/ids.js';
import { epochOf } from '#libs/kernel/time.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import { addSearchAttributes } from '#workflows/from-outside.js';
import { CliError } from '../cli-error.js';
import { MortalWorkers, type WantedCrashes } from './crashes.js';
import { type Act, BEGIN_YEAR } from './act.js';
import type { Life } from './life.js';
import { Office } from './office.js';
import type { Outage } from './outage.js';
import { obligationsIn, type SimulatedObligation } from './outcome.js';
import { SimulatedTime } from './simulated-time.js';
import {
  openSimulatedBackbone,
  SIMULATION_QUEUE,
  type SimulationPlace,
  WorkerHere,
  type Workforce,
} from './simulation-worker.js';

export interface SimulatedLife {
  readonly events: readonly LicenceEvent[];
  readonly obligations: readonly SimulatedObligation[];
  /** Number of Temporal events of each run, in their order. */
  readonly runs: readonly number[];
}

export interface Simulation {
  readonly lives: (backbone: Backbone) => readonly Life[];
  /** How often the worker is killed, at points that the seed chooses; absent: it lives in this process. */
  readonly crash?: WantedCrashes;
  /** A time in which nobody works and nothing is remembered but what was written down. */
  readonly outage?: Outage;
}

export interface Simulated {
  readonly lives: readonly SimulatedLife[];
  /** How often the worker was killed. */
  readonly crashes: number;
}

/** Lives through lives on the workflows, activities, commands and log that serve the office, in skipped time. */
export async function simulate(simulation: Simulation, place: SimulationPlace): Promise<Simulated> {
  const { crash, outage } = simulation;
  const time = await SimulatedTime.connect(place.timeSkippingAddress);
  const backbone = await openSimulatedBackbone(place, time);
  const workforce = crash
    ? new MortalWorkers(place, crash)
    : new WorkerHere(place, { time, backbone, mayGo: outage !== undefined });
  try {
    await addSearchAttributes(time.connection, 'default');
    await workforce.start();
    const office = new Office(new Client({ connection: time.connection }), backbone, SIMULATION_QUEUE);
    const living = live(simulation.lives(backbone), { time, backbone, office, workforce, outage });
    return { lives: await Promise.race([living, workforce.failed]), crashes: workforce.crashes };
  } finally {
    await workforce.stop();
    await Promise.all([backbone.close(), time.close()]);
  }
}

interface World {
  readonly time: SimulatedTime;
  readonly backbone: Backbone;
  readonly office: Office;
  readonly workforce: Workforce;
  readonly outage: Outage | undefined;
}

async function live(lives: readonly Life[], world: World): Promise<readonly SimulatedLife[]> {
  const { time, backbone, office, outage } = world;
  let ahead = outage;
  for (const { life, at, command } of inOrder(lives, await time.look())) {
    if (ahead && at >= ahead.from) {
      await stopFor(ahead, world);
      ahead = undefined;
    }
    await time.flyTo(at);
    await office.carryOut(life, command);
  }
  if (ahead) await stopFor(ahead, world);
  await time.flyWhile(Promise.all(lives.map(({ id }) => office.endOf(id))));
  return Promise.all(
    lives.map(async ({ id, procedure }) => ({
      ...(await recordOf(backbone, { id, procedure })),
      runs: await office.runsOf(id),
    })),
  );
}

async function stopFor({ from, until }: Outage, { time, workforce }: World): Promise<void> {
  await time.flyTo(from);
  await workforce.stop();
  await time.flyOver(until);
  await workforce.start();
}

type Happening = Act & { readonly life: Life };

function inOrder(lives: readonly Life[], now: number): readonly Happening[] {
  const all = lives.flatMap((life): readonly Happening[] => [
    { life, at: life.begunAt, command: { type: 'openLicence', data: life.opening } },
    ...life.acts.map((act) => ({ life, ...act })),
  ]);
  if (all.some(({ at }) => epochOf(at) < now)) {
    throw new CliError(
      `The simulated time begins in ${BEGIN_YEAR}, and the server's clock is past it already.`,
    );
  }
  return all.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

async function recordOf({ store }: Backbone, { id, procedure }: Pick<Life, 'id' | 'procedure'>) {
  const { commits } = await store.readStream(licenceStream(id));
  const events = commits.flatMap((commit) => commit.events.map((event) => fromStored<LicenceEvent>(event)));
  return { events, obligations: obligationsIn(events, procedure) };
}
