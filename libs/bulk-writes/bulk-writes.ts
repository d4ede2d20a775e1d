import type { mongo } from 'mongoose';

/** Where it is written to. */
export interface Target {
  readonly db: mongo.Db;
  readonly collection: string;
  /** `false`: answered before it is in the journal, for what does no harm if a server that is killed forgets it. */
  readonly durable?: false;
  /** Of a transaction in which it is written: durable with it, and all of it is off when anything is refused. */
  readonly session?: mongo.ClientSession | undefined;
}

/** As the server's `update` command has it. */
export interface UpdateStatement {
  readonly q: object;
  readonly u: object;
  readonly upsert?: boolean;
}

const DURABLE = { w: 'majority', j: true } as const;
const DUPLICATE_KEY = 11000;
/** What a message of the server holds of our documents with room to spare. */
const AT_ONCE = 1_000;

/**
 * Many writes in one command, in no order, durable when they are answered. The bare commands: the driver's bulk interface reckons the size of each
 * document, which costs as much as writing it, and has the server keep a record of each write so that it could be repeated. Who
 * calls this begins again after an interruption, and what comes twice changes nothing.
 * @returns the indexes of those refused because of a duplicate key. @throws whatever else the server says.
 */
export function insertAll(target: Target, documents: readonly object[]): Promise<readonly number[]> {
  return inParts(documents, (some) => send(target, { insert: target.collection, documents: some }));
}

/**
 * Like `insertAll`. An upsert whose filter finds nothing because the document is newer is refused as a duplicate. So is one that met, in the
 * moment of its insertion, an older document of a process that was killed after it had sent its commit: only who is refused twice came too late.
 */
export async function updateAll(
  target: Target,
  updates: readonly UpdateStatement[],
): Promise<readonly number[]> {
  const update = (all: readonly UpdateStatement[]): Promise<readonly number[]> =>
    inParts(all, (some) => send(target, { update: target.collection, updates: some }));
  const refused = await update(updates);
  const twice = await update(refused.flatMap((index) => updates[index] ?? []));
  return twice.flatMap((index) => refused[index] ?? []);
}

/** Like `insertAll`; each filter takes one document at most. */
export async function deleteAll(target: Target, filters: readonly object[]): Promise<void> {
  const { collection } = target;
  await inParts(filters, (some) =>
    send(target, { delete: collection, deletes: some.map((q) => ({ q, limit: 1 })) }),
  );
}

/**
 * Does all in one transaction or nothing: one wait for the journal instead of one for each command. Fails where anything that is written was
 * there already, or is being written by another process.
 */
export async function inTransaction(
  client: mongo.MongoClient,
  work: (session: mongo.ClientSession) => Promise<void>,
): Promise<void> {
  const session = client.startSession();
  try {
    session.startTransaction({ writeConcern: DURABLE });
    await work(session);
    await session.commitTransaction();
  } catch (error) {
    if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
    throw error;
  } finally {
    await session.endSession();
  }
}

async function inParts<T>(
  all: readonly T[],
  write: (some: readonly T[]) => Promise<readonly number[]>,
): Promise<readonly number[]> {
  const refused: number[] = [];
  for (let start = 0; start < all.length; start += AT_ONCE) {
    const indexes = await write(all.slice(start, start + AT_ONCE));
    refused.push(...indexes.map((index) => start + index));
  }
  return refused;
}

interface WriteError {
  readonly index: number;
  readonly code: number;
}

async function send({ db, durable, session }: Target, command: object): Promise<readonly number[]> {
  const writeConcern = durable === false ? { w: 1 } : DURABLE;
  const answer = await db.command(
    { ...command, ordered: false, ...(session ? {} : { writeConcern }) },
    { ignoreUndefined: true, ...(session && { session }) },
  );
  const { writeErrors = [] } = answer as { readonly writeErrors?: readonly WriteError[] };
  const grave = writeErrors.find(({ code }) => session || code !== DUPLICATE_KEY);
  if (grave) throw new WriteRefused(grave);
  return writeErrors.map(({ index }) => index);
}

/** The server would not write a document, for a reason of the document's own. */
class WriteRefused extends Error {
  override readonly name = 'WriteRefused';

  constructor(readonly answer: WriteError) {
    super(`A write was refused: ${JSON.stringify(answer)}`);
  }
}
