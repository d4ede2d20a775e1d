import type { EventStore } from '#libs/event-store/event-store.js';
import type { Change, ReadingRules } from './change.js';
import { Folds } from './folds.js';
import { checkpointId, type Generations } from './generations.js';
import type { Projection } from './projection.js';
import { UnsettledRows } from './unsettled-rows.js';
import { buildRows, type Pending } from './write-rows.js';

const BATCH = 1_000;
const ROWS_AT_ONCE = 1_000;
/** Rows of a read model that may still move and wait for it: more than an office has open at once. */
const ROWS_IN_MEMORY = 16_000;
/** A rebuild meets every subject from its first commit; those that still move stay in memory. */
const SUBJECTS_IN_MEMORY = 50_000;
/** Often enough not to be taken for lost, and seldom enough to cost nothing: each beat waits for the journal. */
const BEAT_EVERY_MS = 30_000;

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
  private readonly rows = new UnsettledRows(ROWS_IN_MEMORY);
  private writing: Promise<void> = Promise.resolve();
  private beatenAt = performance.now();

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
    for (const change of changes) this.rows.add(this.projection.writesFor(change));
    if (this.rows.ready >= ROWS_AT_ONCE) await this.write(this.rows.takeReady());
  }

  /** One write is under way while the next rows are gathered. */
  private async write(rows: readonly Pending[]): Promise<void> {
    await this.writing;
    this.writing = buildRows(this.model, rows);
    this.writing.catch(() => undefined);
    await this.beat();
  }

  private async beat(): Promise<void> {
    if (performance.now() - this.beatenAt < BEAT_EVERY_MS) return;
    this.beatenAt = performance.now();
    await this.generations.beat(this.projection.name, this.generation);
  }

  async goLive(position: number): Promise<void> {
    await this.write(this.rows.takeAll());
    await this.writing;
    await this.generations.checkpoint([checkpointId(this.projection.name, this.generation)], position);
    await this.generations.switchTo(this.projection, this.generation);
  }

  private get model() {
    return this.generations.modelOf(this.projection, this.generation);
  }
}
