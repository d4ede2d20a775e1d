import type { Commit } from './commit.js';
import type { FollowOptions } from './event-store.js';
import { LogUnavailable } from './log-unavailable.js';
import type { WakeUp } from './wake-up.js';

const DEFAULT_BATCH = 1000;
const POLL_MS = 250;

export type ReadAfter = (position: number, limit: number) => Promise<readonly Commit[]>;

/** Batches by position. While the log cannot be reached it waits, and goes on where it was. */
export async function* follow(
  options: FollowOptions,
  readAfter: ReadAfter,
  wakeUp: WakeUp,
): AsyncGenerator<readonly Commit[], void> {
  wakeUp.enter();
  try {
    yield* batches(options, readAfter, wakeUp);
  } finally {
    await wakeUp.leave();
  }
}

async function* batches(
  { after, signal, batchSize = DEFAULT_BATCH }: FollowOptions,
  readAfter: ReadAfter,
  wakeUp: WakeUp,
): AsyncGenerator<readonly Commit[], void> {
  let seen = after;
  while (!signal.aborted) {
    const { mark } = wakeUp;
    const batch = await readAfter(seen, batchSize).catch(nothingWhileUnavailable);
    if (signal.aborted) return;
    assertDense(batch, seen);
    seen += batch.length;
    if (batch.length > 0) yield batch;
    else await wakeUp.since(mark, POLL_MS, signal);
  }
}

function nothingWhileUnavailable(error: unknown): readonly Commit[] {
  if (error instanceof LogUnavailable) return [];
  throw error;
}

/** A gap cannot come from the store; somebody removed commits, and a follower must not go on as if nothing were. */
function assertDense(batch: readonly Commit[], after: number): void {
  const wrong = batch.findIndex((commit, index) => commit.position !== after + index + 1);
  if (wrong >= 0) throw new Error(`The log has no commit at position ${after + wrong + 1}`);
}
