import { Client } from '@temporalio/client';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { createLicenceActivities } from '#activities/licences.js';
import { type Backbone, openBackbone } from '#libs/backbone/backbone.js';
import { fromStored } from '#libs/commands/stored-events.js';
import { licenceStream } from '#libs/kernel/ids.js';
import { epochOf } from '#libs/kernel/time.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import { workflowIdOf } from '#libs/nudges/nudge.js';
import { addSearchAttributes } from '#workflows/from-outside.js';
import { CliError } from '../cli-error.js';
import { type Act, BEGIN_YEAR, type Life } from './life.js';
import { Office } from './office.js';
import { obligationsIn, type SimulatedObligation } from './outcome.js';
import { runsOf } from './runs.js';
import { SimulatedTime } from './simulated-time.js';

export interface SimulationPlace {
  readonly mongodbUri: string;
  readonly database: string;
  readonly dataDir: string;
  readonly timeSkippingAddress: string;
  readonly workflowBundle: NonNullable<WorkerOptions['workflowBundle']>;
}

export interface SimulatedLife {
  readonly events: readonly LicenceEvent[];
  readonly obligations: readonly SimulatedObligation[];
  /** Number of Temporal events of each run, in their order. */
  readonly runs: readonly number[];
}

const QUEUE = 'simulation';

/** Lives through lives on the workflows, activities, commands and log that serve the office, in skipped time. */
export async function simulate(
  lives: (backbone: Backbone) => readonly Life[],
  place: SimulationPlace,
): Promise<readonly SimulatedLife[]> {
  const time = await SimulatedTime.connect(place.timeSkippingAddress);
  const native = await NativeConnection.connect({ address: place.timeSkippingAddress });
  const backbone = await openBackbone({ ...place, demonstration: true, build: 'simulation', clock: time });
  try {
    await addSearchAttributes(time.connection, 'default');
    const worker = await Worker.create({
      connection: native,
      taskQueue: QUEUE,
      workflowBundle: place.workflowBundle,
      activities: activitiesIn(time, backbone),
    });
    return await worker.runUntil(live(lives(backbone), time, backbone));
  } finally {
    await Promise.all([backbone.close(), time.close()]);
    await native.close();
  }
}

/** The office's own activities; each looks at the hour first. */
function activitiesIn(time: SimulatedTime, { commands, reader, clock }: Backbone) {
  return Object.fromEntries(
    Object.entries(createLicenceActivities({ commands, reader, clock })).map(([name, activity]) => [
      name,
      async (subject: { readonly id: string }) => {
        await time.look();
        return activity(subject);
      },
    ]),
  );
}

async function live(
  lives: readonly Life[],
  time: SimulatedTime,
  backbone: Backbone,
): Promise<readonly SimulatedLife[]> {
  const client = new Client({ connection: time.connection });
  const office = new Office(client, backbone, QUEUE);
  for (const { life, at, command } of inOrder(lives, await time.look())) {
    await time.flyTo(at);
    await office.carryOut(life, command);
  }
  const handles = lives.map(({ id }) => client.workflow.getHandle(workflowIdOf({ workflow: 'licence', id })));
  await time.flyWhile(Promise.all(handles.map((handle) => handle.result())));
  return Promise.all(
    lives.map(async ({ id, procedure }) => ({
      ...(await recordOf(backbone, { id, procedure })),
      runs: await runsOf(client, office.firstRunOf(id)),
    })),
  );
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
