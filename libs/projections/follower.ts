import type { Model, mongo } from 'mongoose';
import type { Change } from './change.js';
import { checkpointId, type Generations } from './generations.js';
import type { Projection, Row } from './projection.js';
import { writeRows } from './write-rows.js';

/** Writes what follows of a batch. It is durable in the end, or becomes so with the transaction of the session. */
export type WriteDown = (session?: mongo.ClientSession) => Promise<void>;

/** Somebody who hears of every change in order, at least once, and whose progress is written down. */
export interface Follower {
  readonly name: string;
  /** Looks up what it needs to know; writing must be safe to repeat: after a crash a batch comes again. */
  hear(changes: readonly Change[]): Promise<WriteDown>;
  /** Called when all that it wrote lately can be read by others. */
  readonly done?: () => void;
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
  return { follower, checkpointId: checkpointId(follower.name, generation), position };
}

export interface Batch {
  readonly changes: readonly Change[];
  /** Position of its last commit; the last ones may have changed nothing that anybody follows. */
  readonly upTo: number;
}

/** More would be a large transaction, and waits little for the journal by the commit. */
const TOGETHER = 100;

/**
 * Hands each lane what it has not seen yet, and writes down how far they came: all at once, or else one group of lanes after the
 * other.
 * @returns why one transaction could not be had for it; undefined where it could, or was not tried
 */
export async function advance(
  groups: readonly (readonly Lane[])[],
  batch: Batch,
  generations: Generations,
): Promise<Error | undefined> {
  const all = groups.flat().filter((lane) => isBehind(lane, batch));
  if (all.length === 0) return undefined;
  const few = batch.changes.length <= TOGETHER;
  const obstacle = few ? await advanceTogether(all, batch, generations) : undefined;
  if (!few || obstacle) for (const lanes of groups) await advanceEach(lanes, batch, generations);
  for (const { follower } of all) follower.done?.();
  return obstacle;
}

function isBehind({ position }: Lane, { upTo }: Batch): boolean {
  return position < upTo;
}

/**
 * In one transaction, which waits for the journal once. An obstacle is what was written before, by a projector that was killed, or is
 * being written by another one: then nothing is done.
 */
async function advanceTogether(
  lanes: readonly Lane[],
  batch: Batch,
  generations: Generations,
): Promise<Error | undefined> {
  const written = generations.inTransaction(async (session) => {
    let turn = Promise.resolve();
    // Each as soon as it has looked up what it needs. Who acts first: what somebody else writes into its ledger, the debts paid meanwhile,
    // would end a transaction that began before.
    const all = lanes.toReversed().map(async (lane) => {
      const writeDown = await hearUnseen(lane, batch);
      turn = turn.then(() => writeDown(session));
      await turn;
    });
    await Promise.all(all);
    await generations.checkpoint(idsOf(lanes), batch.upTo, session);
  });
  const obstacle = await written.then(
    () => undefined,
    (reason: Error) => reason,
  );
  if (!obstacle) moveTo(batch, lanes);
  return obstacle;
}

async function advanceEach(lanes: readonly Lane[], batch: Batch, generations: Generations): Promise<void> {
  const behind = lanes.filter((lane) => isBehind(lane, batch));
  if (behind.length === 0) return;
  await Promise.all(behind.map(async (lane) => (await hearUnseen(lane, batch))()));
  await generations.checkpoint(idsOf(behind), batch.upTo);
  moveTo(batch, behind);
}

function idsOf(lanes: readonly Lane[]): readonly string[] {
  return lanes.map(({ checkpointId }) => checkpointId);
}

function moveTo({ upTo }: Batch, lanes: readonly Lane[]): void {
  for (const lane of lanes) lane.position = upTo;
}

async function hearUnseen({ follower, position }: Lane, { changes }: Batch): Promise<WriteDown> {
  const unseen = changes.filter(({ commit }) => commit.position > position);
  return unseen.length > 0 ? follower.hear(unseen) : () => Promise.resolve();
}

/** A projection writing into one of its generations. */
export function projectInto(projection: Projection, model: Model<Row>): Follower {
  return {
    name: projection.name,
    hear(changes) {
      const writes = changes.flatMap((change) => projection.writesFor(change));
      return Promise.resolve((session) => writeRows(model, writes, session));
    },
  };
}
