import type { EventStore } from '#libs/event-store/event-store.js';
import type { Change, ReadingRules } from './change.js';
import { Folds } from './folds.js';
import { checkpointId, type Generations } from './generations.js';
import type { Projection } from './projection.js';
import { buildRows, PendingRows } from './write-rows.js';

const BATCH = 1_000;
/** Rows are gathered until so many wait, because a subject's later commits replace its earlier rows. */
const ROWS_AT_ONCE = 4_000;
/** A rebuild meets every subject from its first commit; those that still move stay in memory. */
const SUBJECTS_IN_MEMORY = 50_000;

export interface RebuildSource {
  readonly store: EventStore;
  readonly generations: Generations;
  readonly rules: ReadingRules;
}

export interface RebuildProgress {
  readonly position: number;
  readonly tail: number;
  readonly done: boolean;
}

export interface RebuildOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RebuildProgress) => void;
}

/**
 * Builds a new generation of each projection from the whole log beside the live one, and then moves the readers over. The
 * live one goes on meanwhile; if the rebuild is killed, nothing has changed.
 */
export async function rebuildProjections(
  projections: readonly Projection[],
  source: RebuildSource,
  options: RebuildOptions = {},
): Promise<ReadonlyMap<string, number>> {
  const building = await Promise.all(
    projections.map((projection) => Build.begin(projection, source.generations)),
  );
  const position = await buildFromLog(building, source, options);
  await Promise.all(building.map((build) => build.goLive(position)));
  options.onProgress?.({ position, tail: position, done: true });
  return new Map(building.map(({ projection, generation }) => [projection.name, generation]));
}

/** Reads on until nothing is left; while one batch is folded and written the next is being read. */
async function buildFromLog(
  building: readonly Build[],
  { store, rules }: RebuildSource,
  { signal, onProgress }: RebuildOptions,
): Promise<number> {
  const folds = new Folds(store, rules, SUBJECTS_IN_MEMORY);
  let tail = await store.tail();
  let position = 0;
  let next = store.readAfter(position, BATCH);
  for (let batch = await next; batch.length > 0; batch = await next) {
    signal?.throwIfAborted();
    position = batch.at(-1)?.position ?? position;
    next = store.readAfter(position, BATCH);
    // Awaited only after the rows of this batch: a failure in between must not count as unhandled.
    next.catch(() => undefined);
    const changes = await folds.changesOf(batch);
    await Promise.all(building.map((build) => build.take(changes)));
    tail = Math.max(tail, position);
    onProgress?.({ position, tail, done: false });
  }
  return position;
}

class Build {
  private readonly pending = new PendingRows();
  private writing: Promise<void> = Promise.resolve();

  private constructor(
    readonly projection: Projection,
    readonly generation: number,
    private readonly generations: Generations,
  ) {}

  static async begin(projection: Projection, generations: Generations): Promise<Build> {
    const generation = await generations.begin(projection.name);
    // While it is empty: for so few rows a later index build costs the server more than inserting in order.
    await generations.modelOf(projection, generation).createIndexes();
    return new Build(projection, generation, generations);
  }

  async take(changes: readonly Change[]): Promise<void> {
    for (const change of changes) this.pending.add(this.projection.writesFor(change));
    if (this.pending.size < ROWS_AT_ONCE) return;
    await this.flush();
  }

  /** One write is under way while the next rows are gathered. */
  private async flush(): Promise<void> {
    await this.writing;
    this.writing = buildRows(this.model, this.pending.take());
    this.writing.catch(() => undefined);
    await this.generations.beat(this.projection.name, this.generation);
  }

  async goLive(position: number): Promise<void> {
    await this.flush();
    await this.writing;
    await this.generations.checkpoint([checkpointId(this.projection.name, this.generation)], position);
    await this.generations.switchTo(this.projection, this.generation);
  }

  private get model() {
    return this.generations.modelOf(this.projection, this.generation);
  }
}
