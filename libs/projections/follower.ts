import type { Model } from 'mongoose';
import type { Change } from './change.js';
import type { Generations } from './generations.js';
import type { Projection, Row } from './projection.js';
import { PendingRows, writeRows } from './write-rows.js';

/** Somebody who hears of every change in order, at least once, and whose progress is written down. */
export interface Follower {
  readonly name: string;
  /** Must be safe to repeat: after a crash a batch comes again. */
  hear(changes: readonly Change[]): Promise<void>;
}

/** A follower on its way through the log. */
export interface Lane {
  readonly follower: Follower;
  readonly checkpointId: string;
  position: number;
}

/** What only listens has no generations. */
const ONLY_ONE = 0;

export async function openLane(
  follower: Follower,
  generations: Generations,
  generation = ONLY_ONE,
): Promise<Lane> {
  const position = await generations.position(follower.name, generation);
  return { follower, checkpointId: `${follower.name}_${generation}`, position };
}

/** Hands a lane what it has not seen yet, then writes down how far it came. */
export async function advance(
  lane: Lane,
  { changes, upTo }: { readonly changes: readonly Change[]; readonly upTo: number },
  generations: Generations,
): Promise<void> {
  if (upTo <= lane.position) return;
  const unseen = changes.filter(({ commit }) => commit.position > lane.position);
  if (unseen.length > 0) await lane.follower.hear(unseen);
  await generations.checkpoint(lane.checkpointId, upTo);
  lane.position = upTo;
}

/** A projection writing into one of its generations. */
export function projectInto(projection: Projection, model: Model<Row>): Follower {
  return {
    name: projection.name,
    async hear(changes) {
      const pending = new PendingRows();
      for (const change of changes) pending.add(projection.writesFor(change));
      await writeRows(model, pending.take());
    },
  };
}
