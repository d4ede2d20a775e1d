/** P4a and P4b: the log against the bare driver, on the same server with the same documents and indexes. */
import { randomUUID } from 'node:crypto';
import { mongo } from 'mongoose';
import { emptyHead, headAfter } from '#libs/event-store/commit.js';
import type { EventStore } from '#libs/event-store/event-store.js';
import { type CommitDocument, ensureLogIndexes, toDocument } from '#libs/event-store/log-collection.js';
import { createMongoEventStore } from '#libs/event-store/mongo-event-store.js';
import { prepareCommit, sealCommit } from '#libs/event-store/sealing.js';
import { appended, draft, MONDAY } from '../event-store/drafts.js';
import { type Figure, figureOf, type Run } from './figure.js';

const RUNS = 11;
const CALLERS = 64;
const COMMITS = 6_400;
const STREAM_LENGTH = 10;

export async function eventStoreFigures(mongodbUri: string): Promise<readonly Figure[]> {
  const client = await new mongo.MongoClient(mongodbUri).connect();
  const db = client.db(`bench_${randomUUID().slice(0, 8)}`);
  try {
    const rounds: Round[] = [];
    // The first round warms up both sides and is not counted.
    await measure(db, 0);
    for (let round = 1; round <= RUNS; round++) rounds.push(await measure(db, round));
    return figures(rounds);
  } finally {
    await db.dropDatabase();
    await client.close();
  }
}

interface Round {
  readonly append: Run;
  readonly fold: Run;
}

function figures(rounds: readonly Round[]): readonly Figure[] {
  const unit = 'commits/s';
  const append = `append by ${CALLERS} callers, against bare insertMany of ${CALLERS}`;
  return [
    figureOf(
      { id: 'P4a', name: append, unit },
      rounds.map((round) => round.append),
    ),
    figureOf(
      { id: 'P4b', name: 'fold of the whole log, against a bare cursor', unit },
      rounds.map((round) => round.fold),
    ),
  ];
}

/** Who goes first alternates, so that neither always meets the fresher server. */
async function measure(db: mongo.Db, round: number): Promise<Round> {
  const log = `log_${round}`;
  const bare = `bare_${round}`;
  await Promise.all([ensureLogIndexes(db, log), ensureLogIndexes(db, bare)]);
  const made = documents();
  const append = await inTurns(round, {
    value: () => perSecond(() => appendAll(db, log)),
    floor: () => perSecond(() => insertBarely(db, bare, made)),
  });
  const fold = await inTurns(round, {
    value: () => perSecond(() => foldLog(db, log)),
    floor: () => perSecond(() => readBarely(db, log)),
  });
  await Promise.all([db.dropCollection(log), db.dropCollection(bare)]);
  return { append, fold };
}

async function inTurns(
  round: number,
  sides: { readonly value: () => Promise<number>; readonly floor: () => Promise<number> },
): Promise<Run> {
  if (round % 2 === 0) return { value: await sides.value(), floor: await sides.floor() };
  const floor = await sides.floor();
  return { value: await sides.value(), floor };
}

async function perSecond(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (COMMITS * 1000) / (performance.now() - start);
}

/** Each caller records dossiers of ten commits, one after the other, waiting for every answer. */
async function appendAll(db: mongo.Db, collection: string): Promise<void> {
  const store = createMongoEventStore({ db, collection });
  let dossiers = 0;
  const call = async (): Promise<void> => {
    while (dossiers < COMMITS / STREAM_LENGTH) await recordDossier(store, `dossier/${dossiers++}`);
  };
  await Promise.all(Array.from({ length: CALLERS }, call));
}

async function recordDossier(store: EventStore, stream: string): Promise<void> {
  let head = emptyHead(stream);
  for (let i = 0; i < STREAM_LENGTH; i++)
    head = headAfter(appended(await store.append(head, draft(`command ${i}`))));
}

/** The documents that `appendAll` ends up with, made before the clock runs. */
function documents(): CommitDocument[] {
  const made: CommitDocument[] = [];
  for (let dossier = 0; dossier < COMMITS / STREAM_LENGTH; dossier++) {
    let head = emptyHead(`dossier/${dossier}`);
    for (let i = 0; i < STREAM_LENGTH; i++) {
      const commit = sealCommit(prepareCommit(head, draft(`command ${i}`)), made.length + 1, MONDAY);
      made.push(toDocument(commit));
      head = headAfter(commit);
    }
  }
  return made;
}

/** As many documents at once as there are callers: more is never known at one time. */
async function insertBarely(
  db: mongo.Db,
  collection: string,
  made: readonly CommitDocument[],
): Promise<void> {
  const bare = db.collection<CommitDocument>(collection, { writeConcern: { w: 'majority', journal: true } });
  for (let from = 0; from < made.length; from += CALLERS)
    await bare.insertMany(made.slice(from, from + CALLERS));
}

/** What a rebuild does: every commit in order, each event of it handed to a fold. */
async function foldLog(db: mongo.Db, collection: string): Promise<void> {
  const stop = new AbortController();
  const store = createMongoEventStore({ db, collection });
  const versions = new Map<string, number>();
  for await (const batch of store.follow({ after: 0, signal: stop.signal })) {
    for (const {
      stream,
      versions: [, last],
    } of batch)
      versions.set(stream, last);
    if (batch.at(-1)?.position === COMMITS) stop.abort();
  }
  if (versions.size !== COMMITS / STREAM_LENGTH) throw new Error('The fold missed a dossier');
}

async function readBarely(db: mongo.Db, collection: string): Promise<void> {
  let read = 0;
  for await (const _ of db.collection(collection).find({}, { sort: { _id: 1 }, batchSize: 1000 })) read += 1;
  if (read !== COMMITS) throw new Error(`The cursor gave ${read}`);
}
