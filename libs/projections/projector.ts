import { setTimeout as pause } from 'node:timers/promises';
import type { Commit } from '#libs/event-store/commit.js';
import type { EventStore } from '#libs/event-store/event-store.js';
import type { ReadingRules } from './change.js';
import { Folds } from './folds.js';
import { advance, type Follower, type Lane, openLane, projectInto } from './follower.js';
import { checkpointId, type Generations } from './generations.js';
import type { Projection } from './projection.js';
import { rebuildProjections } from './rebuild.js';

const BATCH = 1_000;
const LOOK_FOR_SWITCH_MS = 250;
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;

export interface Projected {
  readonly position: number;
  readonly commits: number;
  readonly milliseconds: number;
  /** Why the batch was written part by part, not in one transaction. */
  readonly obstacle: Error | undefined;
}

export interface ProjectorDependencies {
  readonly store: EventStore;
  readonly generations: Generations;
  readonly rules: ReadingRules;
  readonly projections: readonly Projection[];
  /** Others who hear of every change, after the read models have it. */
  readonly followers?: readonly Follower[];
  readonly onProjected?: (projected: Projected) => void;
  readonly onTrouble?: (error: unknown) => void;
}

/**
 * Follows the log and keeps the live generation of every read model up to date. It may be killed at any point: each lane goes
 * on from its own checkpoint, and what comes twice changes nothing.
 */
export class Projector {
  private lanes: readonly Lane[] = [];
  private folds: Folds;
  private turn: Promise<void> = Promise.resolve();

  constructor(private readonly dependencies: ProjectorDependencies) {
    this.folds = this.newFolds();
  }

  /** Position that every live read model has seen. */
  get position(): number {
    if (this.lanes.length === 0) return 0;
    return Math.min(...this.lanes.map((lane) => lane.position));
  }

  /** Runs until the signal aborts. What goes wrong is reported and tried again from the checkpoints. */
  async run(signal: AbortSignal): Promise<void> {
    for (let retryMs = FIRST_RETRY_MS; !signal.aborted; retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)) {
      const startedAt = this.position;
      await this.followLog(signal).catch((error: unknown) => this.dependencies.onTrouble?.(error));
      if (this.position > startedAt) retryMs = FIRST_RETRY_MS;
      await pause(retryMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private async followLog(signal: AbortSignal): Promise<void> {
    await this.open();
    const failed = new AbortController();
    const both = AbortSignal.any([signal, failed.signal]);
    const watching = this.watchForSwitches(both).catch((error: unknown) => failed.abort(error));
    try {
      const { store } = this.dependencies;
      for await (const commits of store.follow({ after: this.position, signal: both, batchSize: BATCH })) {
        await this.inTurn(() => this.project(commits));
      }
      if (failed.signal.aborted) throw failed.signal.reason;
    } finally {
      failed.abort();
      await watching;
    }
  }

  /** Read models that were never built, or whose rows now look different, are built first. */
  async open(): Promise<void> {
    const { generations, projections, followers = [] } = this.dependencies;
    const live = await generations.listLive();
    const outdated = projections.filter((one) => live.get(one.name)?.schemaVersion !== one.schemaVersion);
    if (outdated.length > 0) await rebuildProjections(outdated, this.dependencies);
    this.folds = this.newFolds();
    this.lanes = [
      ...(await this.openLive()),
      ...(await Promise.all(followers.map((follower) => openLane(follower, generations)))),
    ];
  }

  /** Applies commits that follow each other. Read models never later than who acts on them. */
  async project(commits: readonly Commit[]): Promise<void> {
    const upTo = commits.at(-1)?.position;
    if (upTo === undefined) return;
    const startedAt = performance.now();
    const { generations, followers = [] } = this.dependencies;
    const changes = await this.folds.changesOf(commits);
    const models = this.lanes.filter(({ follower }) => !followers.includes(follower));
    const others = this.lanes.filter(({ follower }) => followers.includes(follower));
    const obstacle = await advance([models, others], { changes, upTo }, generations);
    const milliseconds = performance.now() - startedAt;
    this.dependencies.onProjected?.({ position: upTo, commits: commits.length, milliseconds, obstacle });
  }

  /** Lanes into the live generations, without those that are open already. */
  private async openLive(open: ReadonlySet<string> = new Set()): Promise<readonly Lane[]> {
    const { generations, projections } = this.dependencies;
    const live = await generations.listLive();
    const lanes = projections.flatMap((projection) => {
      const generation = live.get(projection.name)?.generation ?? 0;
      if (open.has(checkpointId(projection.name, generation))) return [];
      const model = generations.modelOf(projection, generation);
      return [openLane(projectInto(projection, model), generations, generation)];
    });
    return Promise.all(lanes);
  }

  /** A rebuild in another process moves the pointer; from then on the new generation is the one to keep up to date. */
  private async watchForSwitches(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await pause(LOOK_FOR_SWITCH_MS, undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) await this.inTurn(() => this.followSwitches());
    }
  }

  async followSwitches(): Promise<void> {
    const switched = await this.openLive(new Set(this.lanes.map(({ checkpointId }) => checkpointId)));
    if (switched.length === 0) return;
    const upTo = Math.max(...this.lanes.map((lane) => lane.position));
    for (const lane of switched) await this.catchUp(lane, upTo);
    const names = new Set(switched.map((lane) => lane.follower.name));
    this.lanes = [...switched, ...this.lanes.filter((lane) => !names.has(lane.follower.name))];
  }

  private async catchUp(lane: Lane, upTo: number): Promise<void> {
    const { store, generations } = this.dependencies;
    const folds = this.newFolds();
    while (lane.position < upTo) {
      const commits = await store.readAfter(lane.position, Math.min(BATCH, upTo - lane.position));
      const last = commits.at(-1);
      if (!last) return;
      await advance([[lane]], { changes: await folds.changesOf(commits), upTo: last.position }, generations);
    }
  }

  /** Batches and switches never overlap. */
  private async inTurn(work: () => Promise<void>): Promise<void> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => undefined);
    await mine;
  }

  private newFolds(): Folds {
    return new Folds(this.dependencies.store, this.dependencies.rules);
  }
}
