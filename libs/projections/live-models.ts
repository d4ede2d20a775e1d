import type { Model } from 'mongoose';
import { checkpointId, type Generations } from './generations.js';
import { PositionWaiters, type PositionAnswer, type WaitOptions } from './position-waiters.js';
import type { Projection, Row } from './projection.js';

/** Far below the grace that a retired generation has. */
const POINTERS_STALE_AFTER_MS = 500;
const POINTERS_USELESS_AFTER_MS = 5_000;

/**
 * Read models as readers come to them: which generation is live, how far each has seen the log, and waiting until it has
 * seen enough. What a reader saw once it never unsees: a new generation is used only when it has come at least as far.
 */
export class LiveModels {
  private readonly used = new Map<string, number>();
  private readonly seen = new Map<string, number>();
  private pointers: ReadonlyMap<string, { readonly generation: number }> = new Map();
  private pointersReadAt = -Infinity;
  private looking: Promise<void> | undefined;
  private readonly waiters: PositionWaiters;

  /** @param now in milliseconds, from any beginning. */
  constructor(
    private readonly generations: Generations,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.waiters = new PositionWaiters({
      look: () => this.look(),
      seen: (name) => this.seen.get(name) ?? 0,
    });
  }

  /** @throws ReadModelMissing before the projector has built it for the first time. */
  async model<R extends Row>(projection: Projection<R>): Promise<Model<R>> {
    await this.usePointers();
    const generation = this.used.get(projection.name);
    if (generation === undefined) throw new ReadModelMissing(projection.name);
    return this.generations.modelOf(projection, generation);
  }

  /** Position of the last commit that all these read models have seen. */
  async leastPosition(names: readonly string[]): Promise<number> {
    await this.look();
    return Math.min(...names.map((name) => this.seen.get(name) ?? 0));
  }

  /** Waits until all named read models have seen the commit at `position`, at most `timeoutMs`. */
  async waitForPosition(
    names: readonly string[],
    position: number,
    options: WaitOptions,
  ): Promise<PositionAnswer> {
    return this.waiters.wait({ names, position }, options);
  }

  private async usePointers(): Promise<void> {
    const age = this.now() - this.pointersReadAt;
    if (age < POINTERS_STALE_AFTER_MS) return;
    const looked = this.look();
    if (age > POINTERS_USELESS_AFTER_MS) await looked;
    // In the background the next reader notices that nothing is fresh and waits itself.
    else looked.catch(() => undefined);
  }

  /** Those who ask at the same time share one look. */
  private look(): Promise<void> {
    this.looking ??= this.lookNow().finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async lookNow(): Promise<void> {
    if (this.now() - this.pointersReadAt >= POINTERS_STALE_AFTER_MS || this.used.size === 0) {
      this.pointers = await this.generations.listLive();
      this.pointersReadAt = this.now();
    }
    const positions = await this.generations.positions();
    for (const [name, { generation }] of this.pointers) this.adopt(name, generation, positions);
  }

  private adopt(name: string, candidate: number, positions: ReadonlyMap<string, number>): void {
    const seen = this.seen.get(name) ?? 0;
    const candidateAt = positions.get(checkpointId(name, candidate)) ?? 0;
    const current = this.used.get(name) ?? candidate;
    const chosen = candidateAt >= seen ? candidate : current;
    this.used.set(name, chosen);
    this.seen.set(name, Math.max(seen, positions.get(checkpointId(name, chosen)) ?? 0));
  }
}

/** The projector has not run yet on this database. */
export class ReadModelMissing extends Error {
  override readonly name = 'ReadModelMissing';

  constructor(readonly model: string) {
    super(`Read model ${model} has not been built yet`);
  }
}
