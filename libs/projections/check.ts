import { createHash } from 'node:crypto';
import type { Model } from 'mongoose';
import type { Commit } from '#libs/event-store/commit.js';
import type { EventStore } from '#libs/event-store/event-store.js';
import { type Difference, differences } from './differences.js';
import { Folds } from './folds.js';
import type { Projection, Row, Write } from './projection.js';
import type { RebuildSource } from './rebuild.js';

/** A row that is not what the log says. */
export interface Drift extends Difference {
  readonly model: string;
  readonly id: string | number;
}

export interface CheckReport {
  readonly models: readonly {
    readonly model: string;
    /** Position of the log up to which the model was compared. */
    readonly position: number;
    readonly rows: number;
  }[];
  readonly drifts: readonly Drift[];
}

type RowId = Row['_id'];
/** What a row must be, by its digest: the rows of a whole log would not fit into memory. */
type Expectations = Map<RowId, { readonly digest: string; readonly stream: string }>;

const BATCH = 1_000;
const SUBJECTS_IN_MEMORY = 50_000;

/**
 * Folds the log anew and compares every row of the live read models with it. They may move meanwhile: each is compared as it was
 * when its turn came, and subjects that moved since are left to the next check.
 */
export async function checkReadModels(
  projections: readonly Projection[],
  source: RebuildSource,
): Promise<CheckReport> {
  const live = await source.generations.listLive();
  const checks = projections.map(async (projection) => {
    const generation = live.get(projection.name)?.generation ?? 0;
    const upTo = await source.generations.position(projection.name, generation);
    return new ModelCheck(projection, source, upTo).run(source.generations.modelOf(projection, generation));
  });
  const results = await Promise.all(checks);
  return {
    models: results.map(({ model, position, rows }) => ({ model, position, rows })),
    drifts: results.flatMap(({ drifts }) => drifts),
  };
}

class ModelCheck {
  constructor(
    private readonly projection: Projection,
    private readonly source: RebuildSource,
    private readonly upTo: number,
  ) {}

  async run(model: Model<Row>) {
    const expected = await this.expectations();
    const rows = expected.size;
    const suspects = await findSuspects(model, expected, this.upTo);
    const moved = await streamsAfter(this.source.store, this.upTo);
    const drifts: Drift[] = [];
    for (const { id, stream, found } of suspects) {
      if (stream !== undefined && moved.has(stream)) continue;
      const wanted = stream === undefined ? undefined : await this.expectedRow(stream, id);
      const { name } = this.projection;
      for (const difference of differences(wanted, found)) drifts.push({ model: name, id, ...difference });
    }
    return { model: this.projection.name, position: this.upTo, rows, drifts };
  }

  private async expectations(): Promise<Expectations> {
    const { store, rules } = this.source;
    const folds = new Folds(store, rules, SUBJECTS_IN_MEMORY);
    const expected: Expectations = new Map();
    for await (const commits of commitsBetween(store, { after: 0, upTo: this.upTo })) {
      const changes = await folds.changesOf(commits);
      for (const change of changes) expect(expected, this.projection.writesFor(change), change.commit.stream);
    }
    return expected;
  }

  /** The one row in full, folded again from its stream. */
  private async expectedRow(stream: string, id: RowId): Promise<Row | undefined> {
    const { commits } = await this.source.store.readStreamAt(stream, this.upTo);
    const changes = await new Folds(this.source.store, this.source.rules).changesOf(commits);
    let row: Row | undefined;
    for (const write of changes.flatMap((change) => this.projection.writesFor(change))) {
      if (write.id === id) row = write.kind === 'remove' ? undefined : write.row();
    }
    return row;
  }
}

function expect(expected: Expectations, writes: readonly Write[], stream: string): void {
  for (const write of writes) {
    if (write.kind === 'remove') expected.delete(write.id);
    else expected.set(write.id, { digest: digestOf(write.row()), stream });
  }
}

interface Suspect {
  readonly id: RowId;
  /** The stream that should have given the row; absent when none should. */
  readonly stream?: string;
  readonly found?: Row;
}

async function findSuspects(
  model: Model<Row>,
  expected: Expectations,
  upTo: number,
): Promise<readonly Suspect[]> {
  const suspects: Suspect[] = [];
  for await (const document of model.collection.find({}, { batchSize: BATCH })) {
    const found = document as unknown as Row;
    const wanted = expected.get(found._id);
    expected.delete(found._id);
    if (found.position > upTo || wanted?.digest === digestOf(found)) continue;
    suspects.push({ id: found._id, found, ...(wanted && { stream: wanted.stream }) });
  }
  for (const [id, { stream }] of expected) suspects.push({ id, stream });
  return suspects;
}

/** By the stored order of fields, which is the order in which they were written. */
function digestOf(row: Row): string {
  return createHash('sha256').update(JSON.stringify(row)).digest('base64');
}

async function* commitsBetween(
  store: EventStore,
  { after, upTo }: { readonly after: number; readonly upTo: number },
): AsyncGenerator<readonly Commit[], void> {
  for (let position = after; position < upTo;) {
    const commits = await store.readAfter(position, Math.min(BATCH, upTo - position));
    if (commits.length === 0) return;
    yield commits;
    position += commits.length;
  }
}

async function streamsAfter(store: EventStore, after: number): Promise<ReadonlySet<string>> {
  const streams = new Set<string>();
  for await (const commits of commitsBetween(store, { after, upTo: await store.tail() })) {
    for (const commit of commits) streams.add(commit.stream);
  }
  return streams;
}
