import type { Commit } from './commit.js';
import { type Log, STREAM_INDEX, toCommit } from './log-collection.js';
import type { Asking } from './patience.js';

/** Where reading stands: behind this commit of this stream. */
export type StreamCursor = Pick<Commit, 'stream' | 'n'>;

interface Ordered {
  readonly prefix: string;
  readonly position: number;
  readonly after: StreamCursor | undefined;
}

const BATCH = 1_000;
/** Behind every character that a name may contain. */
const LAST = '\uffff';

/** A batch of commits by stream and number: a walk along the index, whose bounds say where it begins and ends. */
export async function listOrdered(
  log: Log,
  { prefix, position, after }: Ordered,
  asking: Asking,
): Promise<readonly Commit[]> {
  const from = after === undefined ? { stream: prefix, n: 0 } : { stream: after.stream, n: after.n + 1 };
  const documents = await log.collection
    .find(
      { _id: { $lte: position } },
      { hint: STREAM_INDEX, sort: { stream: 1, n: 1 }, limit: BATCH, ...asking },
    )
    .min(from)
    .max({ stream: `${prefix}${LAST}`, n: 0 })
    .batchSize(BATCH)
    .toArray();
  return documents.map(toCommit);
}

type ReadBehind = (after: StreamCursor | undefined) => Promise<readonly Commit[]>;

/** Puts commits together to whole streams: a stream ends where the next begins. */
export async function* streamsIn(readBehind: ReadBehind): AsyncGenerator<readonly Commit[], void> {
  let open: Commit[] = [];
  for await (const commit of commitsIn(readBehind)) {
    if (open.length > 0 && commit.stream !== open[0]?.stream) {
      yield open;
      open = [];
    }
    open.push(commit);
  }
  if (open.length > 0) yield open;
}

async function* commitsIn(readBehind: ReadBehind): AsyncGenerator<Commit, void> {
  let batch = await readBehind(undefined);
  while (batch.length > 0) {
    yield* batch;
    batch = await readBehind(batch.at(-1));
  }
}
