import type { Model } from 'mongoose';
import type { Change } from './change.js';
import { checkpointId, type Generations } from './generations.js';
import type { Projection, Row } from './projection.js';
import { writeRows } from './write-rows.js';

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
  /** Up to which it has heard. */
  position: number;
  /** Up to which that is written down. */
  written: number;
}

/** What only listens has no generations. */
const ONLY_ONE = 0;

export async function openLane(
  follower: Follower,
  generations: Generations,
  generation = ONLY_ONE,
): Promise<Lane> {
  const position = await generations.position(follower.name, generation);
  return { follower, checkpointId: checkpointId(follower.name, generation), position, written: position };
}

export interface Batch {
  readonly changes: readonly Change[];
  /** Position of its last commit; the last ones may have changed nothing that anybody follows. */
  readonly upTo: number;
}

/** Hands each lane what it has not seen yet. */
export async function advance(lanes: readonly Lane[], { changes, upTo }: Batch): Promise<void> {
  const behind = lanes.filter((lane) => lane.position < upTo);
  await Promise.all(behind.map((lane) => hearUnseen(lane, changes)));
  for (const lane of behind) lane.position = upTo;
}

/** Writes down how far the lanes came: all in one, for each write waits for the journal. */
export async function writeDown(lanes: readonly Lane[], generations: Generations): Promise<void> {
  const moved = lanes.filter((lane) => lane.written < lane.position);
  if (moved.length === 0) return;
  const positions = new Map(moved.map(({ checkpointId, position }) => [checkpointId, position]));
  await generations.checkpoint(positions);
  for (const lane of moved) lane.written = positions.get(lane.checkpointId) ?? lane.written;
}

async function hearUnseen({ follower, position }: Lane, changes: readonly Change[]): Promise<void> {
  const unseen = changes.filter(({ commit }) => commit.position > position);
  if (unseen.length > 0) await follower.hear(unseen);
}

/** A projection writing into one of its generations. */
export function projectInto(projection: Projection, model: Model<Row>): Follower {
  return {
    name: projection.name,
    async hear(changes) {
      await writeRows(
        model,
        changes.flatMap((change) => projection.writesFor(change)),
      );
    },
  };
}
