import type { Logger } from 'pino';
import { type Backbone, openBackbone } from '#libs/backbone/backbone.js';
import type { Config } from '#libs/config/config.js';
import { Generations } from '#libs/projections/generations.js';
import { LiveModels } from '#libs/projections/live-models.js';
import { NudgeLedger } from '#libs/nudges/nudge-ledger.js';
import { sweep } from '#libs/nudges/sweep.js';
import { type Projected, Projector } from '#libs/projections/projector.js';
import { allProjections } from '#libs/projections/read-models.js';
import { startHealthServer } from '#libs/service/health-server.js';
import { type Notifications, openNotifications, sendingOnce } from './notifications/notifications.js';
import { remindingExaminers } from './examinations/remind-examiners.js';
import { openWorkflowGate, type WorkflowGate } from './nudge-workflows.js';
import { Delivery } from './nudges/delivery.js';
import { nudgeFollower } from './nudges/nudge-follower.js';
import { sweepRegularly } from './nudges/sweep-regularly.js';
import { ProjectorMetrics } from './projector-metrics.js';

export interface RunningProjector {
  /** Port of `/health` and `/metrics`. */
  readonly port: number;
  /** Finishes the batch in hand, then ends. */
  stop(): Promise<void>;
}

type Settings = Pick<
  Config,
  | 'mongodbUri'
  | 'database'
  | 'dataDir'
  | 'demonstration'
  | 'build'
  | 'temporalAddress'
  | 'temporalNamespace'
  | 'taskQueue'
  | 'projector'
  | 'notifications'
  | 'gateway'
>;

const SWEEP_EVERY_MS = 60_000;
const SEND_EVERY_MS = 2_000;
const DROP_EVERY_MS = 60_000;
const REMIND_EVERY_MS = 60_000;
/** Further behind than this, answers would be old without saying so. */
const LARGEST_LAG = 1_000;

/** Follows the log for the read models, and owes every workflow the news that it needs. Temporal may be away. */
export async function startProjector(settings: Settings, log: Logger): Promise<RunningProjector> {
  const backbone = await openBackbone(settings);
  const parts = await assemble(settings, backbone, log);
  const stopping = new AbortController();
  await parts.projector.open();
  const work = [
    parts.projector.run(stopping.signal),
    parts.delivery.run(stopping.signal),
    sweepRegularly(SWEEP_EVERY_MS, parts.sweepOnce, stopping.signal),
    sweepRegularly(SEND_EVERY_MS, sendingOnce(parts.notifications, log, stopping.signal), stopping.signal),
    sweepRegularly(DROP_EVERY_MS, parts.dropOld, stopping.signal),
    sweepRegularly(REMIND_EVERY_MS, parts.remind, stopping.signal),
    sweepRegularly(REMIND_EVERY_MS, parts.remindExaminers, stopping.signal),
  ];
  const health = await startHealthServer(settings.projector.port, {
    metrics: parts.metrics,
    missing: () => missing(backbone, parts.projector),
  });
  return {
    port: health.port,
    async stop() {
      stopping.abort();
      await Promise.all(work);
      await Promise.all([health.close(), parts.gate.close()]);
      parts.notifications.close();
      await backbone.close();
    },
  };
}

interface Parts {
  readonly projector: Projector;
  readonly delivery: Delivery;
  readonly metrics: ProjectorMetrics;
  readonly gate: WorkflowGate;
  readonly notifications: Notifications;
  readonly sweepOnce: () => Promise<void>;
  readonly dropOld: () => Promise<void>;
  readonly remind: () => Promise<void>;
  readonly remindExaminers: () => Promise<void>;
}

async function assemble(settings: Settings, backbone: Backbone, log: Logger): Promise<Parts> {
  const { connection, store, books, clock } = backbone;
  const generations = new Generations(connection, clock);
  const ledger = new NudgeLedger(connection);
  await ledger.prepare();
  const gate = await openWorkflowGate(settings);
  const notifications = await openNotifications(settings, backbone, () => metrics);
  const metrics: ProjectorMetrics = new ProjectorMetrics({
    tail: () => store.tail(),
    position: () => projector.position,
    owed: () => ledger.countOwed(),
    untold: () => notifications.outbox.countWaiting(),
  });
  const delivery = new Delivery(ledger, gate.tell, {
    onTold: (count) => metrics.told(count),
    onTrouble: (error) => log.warn({ reason: reasonOf(error) }, 'workflows cannot be told; trying again'),
  });
  const projector: Projector = new Projector({
    store,
    generations,
    rules: books,
    projections: allProjections,
    followers: [notifications.follower, nudgeFollower(ledger, { onNoted: () => delivery.poke() })],
    onProjected: counting(metrics, log),
    onTrouble: (error) => log.error({ reason: reasonOf(error) }, 'projecting failed; trying again'),
  });
  const sweepOnce = sweeping({ ledger, gate, metrics, delivery, clock }, log);
  return {
    projector,
    delivery,
    metrics,
    gate,
    notifications,
    sweepOnce,
    dropOld: dropping(generations, log),
    ...reminding({ generations, backbone, notifications }, log),
  };
}

function counting(metrics: ProjectorMetrics, log: Logger): (projected: Projected) => void {
  return (projected) => {
    metrics.projected(projected);
    const { obstacle } = projected;
    if (obstacle) log.info({ reason: reasonOf(obstacle) }, 'a batch was written part by part');
  };
}

type Reminding = Pick<Parts, 'notifications'> & {
  readonly generations: Generations;
  readonly backbone: Backbone;
};

/** Of what comes due without a workflow that waits for it. */
function reminding(
  { generations, backbone, notifications }: Reminding,
  log: Logger,
): Pick<Parts, 'remind' | 'remindExaminers'> {
  const remindExaminers = remindingExaminers({ models: new LiveModels(generations), backbone });
  return {
    remind: reportingTo(log, 'departments cannot be reminded', () => notifications.remindOfSummaries()),
    remindExaminers: reportingTo(log, 'examiners cannot be reminded', remindExaminers),
  };
}

type Sweeping = Pick<Parts, 'gate' | 'metrics' | 'delivery'> &
  Pick<Backbone, 'clock'> & { readonly ledger: NudgeLedger };

function sweeping({ ledger, gate, metrics, delivery, clock }: Sweeping, log: Logger): () => Promise<void> {
  return reportingTo(log, 'workflows cannot be compared', async () => {
    const { leftBehind, ...counts } = await sweep(ledger, gate.sight, clock);
    if (leftBehind.length === 0) return;
    metrics.foundLeftBehind(leftBehind.length);
    log.warn({ ...counts, leftBehind }, 'workflows were left behind');
    delivery.poke();
  });
}

function dropping(generations: Generations, log: Logger): () => Promise<void> {
  return reportingTo(log, 'old read models cannot be dropped', async () => {
    const dropped = await generations.dropOld();
    if (dropped.length > 0) log.info({ dropped }, 'old read models dropped');
  });
}

/** What is done now and then may fail now and then. */
function reportingTo(log: Logger, trouble: string, work: () => Promise<void>): () => Promise<void> {
  return () => work().catch((error: unknown) => log.warn({ reason: reasonOf(error) }, trouble));
}

async function missing({ store }: Backbone, projector: Projector): Promise<Readonly<Record<string, string>>> {
  const tail = await store.tail().catch(() => undefined);
  if (tail === undefined) return { mongodb: 'cannot be reached' };
  const lag = tail - projector.position;
  return lag > LARGEST_LAG ? { 'read models': `are ${lag} commits behind` } : {};
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
