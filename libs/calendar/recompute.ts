import type { Calendar } from './calendar.js';
import { deadlineOf, type Deadline, type DeadlineQuestion } from './deadline.js';

/** A clock that is open, under the key its owner knows it by. */
export interface OpenClock<Key> {
  readonly key: Key;
  readonly question: DeadlineQuestion;
}

export interface Move<Key> {
  readonly key: Key;
  readonly before: Deadline;
  readonly after: Deadline;
}

/** Whether the date people were told is another one now. */
function moved(before: Deadline, after: Deadline): boolean {
  if (before.state === 'paused' || after.state === 'paused') {
    return (
      before.state !== after.state ||
      (before.state === 'paused' && after.state === 'paused' && before.left !== after.left)
    );
  }
  return before.dueAt !== after.dueAt || before.lapsesAt !== after.lapsesAt;
}

/**
 * Who moves, from when to when, if one edition takes the place of another. A pure preview: the same answer each time, nothing
 * when the editions agree, and the way back by exchanging the two.
 */
export function recompute<Key>(
  editions: { readonly from: Calendar; readonly to: Calendar },
  clocks: Iterable<OpenClock<Key>>,
): Move<Key>[] {
  return [...recomputeInSlices(editions, clocks, Infinity)].flat();
}

/** The same in slices of so many clocks, so that the caller can let others have a turn between them. */
export function* recomputeInSlices<Key>(
  { from, to }: { readonly from: Calendar; readonly to: Calendar },
  clocks: Iterable<OpenClock<Key>>,
  size: number,
): Generator<Move<Key>[]> {
  let slice: Move<Key>[] = [];
  let seen = 0;
  for (const { key, question } of clocks) {
    const before = deadlineOf(from, question);
    const after = deadlineOf(to, question);
    if (moved(before, after)) slice.push({ key, before, after });
    if (++seen % size !== 0) continue;
    yield slice;
    slice = [];
  }
  yield slice;
}
