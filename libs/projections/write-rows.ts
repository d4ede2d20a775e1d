import type { Model, mongo } from 'mongoose';
import {
  deleteAll,
  insertAll,
  type Target,
  updateAll,
  type UpdateStatement,
} from '#libs/bulk-writes/bulk-writes.js';
import type { Row, Write } from './projection.js';

/** A row on its way into a generation. `fresh`: no earlier commit wrote it. */
export interface Pending {
  readonly write: Write;
  readonly fresh: boolean;
}

type Removal = Extract<Write, { readonly kind: 'remove' }>;
type Entry = Exclude<Write, Removal>;

/**
 * Into a live generation: what is there already from the same or a later commit stays, so a batch may come twice. Several commits of a
 * batch may write the same row: only the last word is sent. Rows are durable when this ends: the driver repeats an interrupted
 * checkpoint against a server that has come back, and that server may have lost rows which were not in its journal. In a transaction
 * they become so together with it, and nothing of it may be there already.
 */
export async function writeRows(
  model: Model<Row>,
  writes: readonly Write[],
  session?: mongo.ClientSession,
): Promise<void> {
  const target = { ...targetOf(model), session };
  const last = new Map<Row['_id'], Pending>();
  for (const write of writes) last.set(write.id, { write, fresh: isFresh(write, last.get(write.id)) });
  const rows = [...last.values()];
  const entries = rows.filter(({ write }) => write.kind !== 'remove');
  // Inserted together, rows cost the server half: but one command more for some of them would cost more than it spares.
  const insertable = entries.every(({ fresh }) => fresh);
  await removeRows(target, rows);
  await (insertable ? insertRows(target, rows) : replaceRows(target, rows));
}

function isFresh(write: Write, earlier: Pending | undefined): boolean {
  return earlier ? earlier.fresh : write.kind === 'add' || (write.kind === 'put' && write.born);
}

/** Into a generation that is being built from nothing, where most rows are new. */
export async function buildRows(model: Model<Row>, pending: readonly Pending[]): Promise<void> {
  const target = targetOf(model);
  const rest = pending.filter(({ fresh }) => !fresh);
  await insertRows(
    target,
    pending.filter(({ fresh }) => fresh),
  );
  await Promise.all([removeRows(target, rest), replaceRows(target, rest)]);
}

/** What is there already, from a batch that was cut off, is replaced unless it is newer. */
async function insertRows(target: Target, pending: readonly Pending[]): Promise<void> {
  const entries = entriesOf(pending);
  const known = await insertAll(
    target,
    entries.map((entry) => entry.row()),
  );
  const older = known.flatMap((index) => entries[index] ?? []);
  await updateAll(target, older.map(replacement));
}

async function replaceRows(target: Target, pending: readonly Pending[]): Promise<void> {
  await updateAll(target, entriesOf(pending).map(replacement));
}

async function removeRows(target: Target, pending: readonly Pending[]): Promise<void> {
  const removals = pending.flatMap(({ write }) => (write.kind === 'remove' ? [write] : []));
  await deleteAll(target, removals.map(unlessNewer));
}

function entriesOf(pending: readonly Pending[]): readonly Entry[] {
  return pending.flatMap(({ write }) => (write.kind === 'remove' ? [] : [write]));
}

function replacement(entry: Entry): UpdateStatement {
  return { q: unlessNewer(entry), u: entry.row(), upsert: true };
}

function unlessNewer({ id, position }: Write): object {
  return { _id: id, position: { $lt: position } };
}

function targetOf({ db, collection: { collectionName: collection } }: Model<Row>): Target {
  return { db: db.getClient().db(db.name), collection };
}
