import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { createDocumentActivities } from '#activities/documents.js';
import { createLicenceActivities } from '#activities/licences.js';
import { type Backbone, openBackbone } from '#libs/backbone/backbone.js';
import { Failure } from './failure.js';
import { simulatedWorkshop } from './simulated-workshop.js';
import type { SimulatedTime } from './simulated-time.js';

/** The servers on which lives are lived, and the data beside them. */
export interface SimulationPlace {
  readonly mongodbUri: string;
  readonly database: string;
  readonly dataDir: string;
  readonly timeSkippingAddress: string;
  readonly workflowBundle: NonNullable<WorkerOptions['workflowBundle']>;
}

/** Told before each activity does its work, and when its work is done but not yet reported. */
export type Witness = (moment: 'before' | 'after') => Promise<void> | void;

export const SIMULATION_QUEUE = 'simulation';

export function openSimulatedBackbone(place: SimulationPlace, clock: SimulatedTime): Promise<Backbone> {
  return openBackbone({ ...place, demonstration: true, build: 'simulation', clock });
}

/** Whoever does the work of the simulated office: can go away, and come back. */
export interface Workforce {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Rejects when it ended without being asked to. */
  readonly failed: Promise<never>;
  /** How often it was killed. */
  readonly crashes: number;
}

interface Means {
  readonly time: SimulatedTime;
  readonly backbone: Backbone;
  readonly witness?: Witness;
  /**
   * Whether it may go away while lives go on. The time-skipping server waits for ever for a worker that is gone and had a workflow in its
   * cache: without a cache any worker will do. Then one workflow task at a time, for an act within one holds the cache's only place and a
   * second task would wait for it, and it for the second.
   */
  readonly mayGo: boolean;
}

/** A worker with the office's own workflows and activities; each activity looks at the hour first. */
export function simulationWorker(
  {
    taskQueue,
    ...place
  }: Pick<SimulationPlace, 'workflowBundle'> & {
    readonly connection: NativeConnection;
    readonly taskQueue: string;
  },
  means: Means,
): Promise<Worker> {
  const cache = means.mayGo ? { maxCachedWorkflows: 0, maxConcurrentWorkflowTaskExecutions: 1 } : {};
  return Worker.create({ ...place, taskQueue, activities: activitiesIn(means), ...cache });
}

/** The worker in this process. */
export class WorkerHere implements Workforce {
  readonly crashes = 0;
  private readonly failure = new Failure();
  readonly failed = this.failure.seen;
  private current: { readonly worker: Worker; readonly done: Promise<void> } | undefined;

  constructor(
    private readonly place: SimulationPlace,
    private readonly means: Means,
  ) {}

  async start(): Promise<void> {
    const { timeSkippingAddress, workflowBundle } = this.place;
    const connection = await NativeConnection.connect({ address: timeSkippingAddress });
    const worker = await simulationWorker(
      { connection, taskQueue: SIMULATION_QUEUE, workflowBundle },
      this.means,
    );
    const done = worker.run().then(
      () => connection.close(),
      (error: Error) => this.failure.tell(error),
    );
    this.current = { worker, done };
  }

  async stop(): Promise<void> {
    const { worker, done } = this.current ?? {};
    this.current = undefined;
    if (worker?.getState() === 'RUNNING') worker.shutdown();
    await done;
  }
}

function activitiesIn({ time, backbone, witness }: Means) {
  const { commands, reader, clock } = backbone;
  const means = { commands, reader, clock };
  const activities = {
    ...createLicenceActivities(means),
    ...createDocumentActivities(means, simulatedWorkshop),
  };
  return Object.fromEntries(
    Object.entries(activities).map(([name, activity]) => [
      name,
      async (subject: { readonly id: string }) => {
        await time.look();
        await witness?.('before');
        const news = await activity(subject);
        await witness?.('after');
        return news;
      },
    ]),
  );
}
