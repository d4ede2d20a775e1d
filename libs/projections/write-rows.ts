import type { Model, mongo } from 'mongoose';
import type { Row, Write } from './projection.js';

const DUPLICATE_KEY = 11000;
/**
 * Rows are durable before the checkpoint that promises them is written: the driver repeats an interrupted checkpoint against a
 * server that has come back, and that server may have lost rows which were not in its journal.
 */
const DURABLE = { w: 'majority', j: true } as const;

/** A row on its way into a build. `fresh`: no earlier commit wrote it. */
export interface Pending {
  readonly write: Write;
  readonly fresh: boolean;
}

/**
 * Into a live generation: what is there already from the same or a later commit stays, so a batch may come twice. Several commits of a
 * batch may write the same row: only the last word is sent.
 */
export async function writeRows(model: Model<Row>, writes: readonly Write[]): Promise<void> {
  const last = new Map(writes.map((write) => [write.id, write]));
  await send(model, [...last.values()].map(operationFor));
}

/** Into a generation that is being built from nothing, where most rows are new. */
export async function buildRows(model: Model<Row>, pending: readonly Pending[]): Promise<void> {
  await insertNew(
    model,
    pending.filter(({ fresh }) => fresh),
  );
  await send(
    model,
    pending.filter(({ fresh }) => !fresh).map(({ write }) => operationFor(write)),
  );
}

const INSERTS_AT_ONCE = 1_000;

/** The bare command: the driver's bulk interface would first reckon the size of each row, which costs as much as writing it. */
async function insertNew(model: Model<Row>, pending: readonly Pending[]): Promise<void> {
  for (let start = 0; start < pending.length; start += INSERTS_AT_ONCE) {
    const documents = pending
      .slice(start, start + INSERTS_AT_ONCE)
      .map(({ write }) => (write.kind === 'remove' ? { _id: write.id } : write.row()));
    const insert = {
      insert: model.collection.collectionName,
      documents,
      ordered: false,
      writeConcern: DURABLE,
    };
    const { writeErrors } = await model.db
      .getClient()
      .db(model.db.name)
      .command(insert, { ignoreUndefined: true });
    if (writeErrors)
      throw new Error(`Rows of ${model.modelName} were refused: ${JSON.stringify(writeErrors)}`);
  }
}

function operationFor(write: Write): mongo.AnyBulkWriteOperation<Row> {
  switch (write.kind) {
    case 'add':
      return { insertOne: { document: write.row() } };
    case 'put': {
      const filter = { _id: write.id, position: { $lt: write.position } };
      return { replaceOne: { filter, replacement: write.row(), upsert: true } };
    }
    case 'remove':
      return { deleteOne: { filter: { _id: write.id, position: { $lt: write.position } } } };
  }
}

async function send(model: Model<Row>, operations: mongo.AnyBulkWriteOperation<Row>[]): Promise<void> {
  if (operations.length === 0) return;
  const collection = model.collection as unknown as mongo.Collection<Row>;
  await collection
    .bulkWrite(operations, { ordered: false, ignoreUndefined: true, writeConcern: DURABLE })
    .catch(onlyDuplicates);
}

/** An upsert whose filter finds nothing because the row is newer ends as a duplicate key: that is how a newer row stays. */
function onlyDuplicates(error: unknown): void {
  const writeErrors = (error as { writeErrors?: unknown }).writeErrors;
  const list = Array.isArray(writeErrors) ? writeErrors : [writeErrors];
  const harmless =
    list.length > 0 && list.every((one: { code?: unknown } | undefined) => one?.code === DUPLICATE_KEY);
  if (!harmless) throw error;
}
