/** SUM: the summary of a department over a log of 100,000 commits, against reading the same commits barely. */
import { randomUUID } from 'node:crypto';
import mongoose, { type mongo } from 'mongoose';
import { toStored } from '#libs/commands/stored-events.js';
import { emptyHead, headAfter } from '#libs/event-store/commit.js';
import type { CommitDocument } from '#libs/event-store/log-collection.js';
import { ensureLogIndexes, STREAM_INDEX, toDocument } from '#libs/event-store/log-collection.js';
import { createMongoEventStore } from '#libs/event-store/mongo-event-store.js';
import { prepareCommit, sealCommit } from '#libs/event-store/sealing.js';
import type { DossierId, LicenceId } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import { createProcedureBook } from '#libs/procedures/book.js';
import { findPeriod, type Period } from '#libs/summary-duties/period.js';
import { summarise } from '#libs/summaries/summarise.js';
import { draft } from '../event-store/drafts.js';
import { beekeepers } from '../support/beekeeping.js';
import { opened } from '../support/beekeeping-licences.js';
import { supervisedBeekeeping } from '../support/supervised-beekeeping.js';
import { type Figure, figureOf, type Run } from './figure.js';

const COMMITS = 100_000;
const A_LICENCE = 50;
const BATCH = 1_000;
const RUNS = 5;

const procedure = supervisedBeekeeping();
const hash = 'b'.repeat(64);
const procedures = createProcedureBook([{ procedure, hash }]);

export async function summaryFigures(mongodbUri: string): Promise<readonly Figure[]> {
  const dbName = `bench_${randomUUID().slice(0, 8)}`;
  const connection = await mongoose.createConnection(mongodbUri, { dbName }).asPromise();
  const db = connection.getClient().db(dbName);
  try {
    await fillLog(db);
    const runs: Run[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push({ value: await ours(db), floor: await barely(db) });
    return [figureOf({ id: 'SUM', name: `summary over ${COMMITS} commits`, unit: 'ms' }, runs)];
  } finally {
    await connection.dropDatabase();
    await connection.close();
  }
}

async function ours(db: mongo.Db): Promise<number> {
  const store = createMongoEventStore({ db });
  const period = findPeriod('2027-H1') as Period;
  const begin = performance.now();
  const answer = await summarise({ store, procedures }, { agency: beekeepers, period });
  if ('refusal' in answer) throw new Error(answer.refusal);
  return performance.now() - begin;
}

/** The same documents along the same index, by the driver alone. */
async function barely(db: mongo.Db): Promise<number> {
  const log = db.collection<CommitDocument>('log', { readConcern: { level: 'majority' } });
  const begin = performance.now();
  const found = log.find({}, { hint: STREAM_INDEX, sort: { stream: 1, n: 1 }, batchSize: BATCH });
  let read = 0;
  for await (const _ of found) read += 1;
  if (read !== COMMITS) throw new Error(`${read} commits were read`);
  return performance.now() - begin;
}

async function fillLog(db: mongo.Db): Promise<void> {
  await ensureLogIndexes(db);
  let documents: CommitDocument[] = [];
  for (let licence = 0; licence < COMMITS / A_LICENCE; licence += 1) {
    documents.push(...lifeOf(licence));
    if (documents.length < BATCH) continue;
    await db.collection<CommitDocument>('log').insertMany(documents);
    documents = [];
  }
}

/** A licence whose holder is reminded and reminded; every third has reported. */
function lifeOf(index: number): readonly CommitDocument[] {
  const id = `licence-${index}` as LicenceId;
  let head = emptyHead(`licence/${id}`);
  return Array.from({ length: A_LICENCE }, (_, n) => {
    const events = eventsOf(index, n).map(toStored);
    const recordedAt = '2027-03-01T02:00:00.000Z' as Instant;
    const sealed = sealCommit(
      prepareCommit(head, draft(`${index}-${n}`, { events, recordedAt })),
      index * A_LICENCE + n + 1,
      recordedAt,
    );
    head = headAfter(sealed);
    return toDocument(sealed);
  });
}

function eventsOf(index: number, n: number): readonly LicenceEvent[] {
  const dueOn = '2027-01-14' as LocalDate;
  const obligation = `honeyReport-${dueOn}`;
  if (n === 0) {
    const own = { licenceId: `licence-${index}` as LicenceId, dossierId: `dossier-${index}` as DossierId };
    return [opened({ ...own, text: `${index + 1}/GP-NO` })];
  }
  if (n === 1 && index % 3 === 0) {
    const data = {
      obligation,
      reportNumber: 1,
      report: 'd'.repeat(64) as never,
      submittedOn: dueOn,
      late: false,
    };
    return [{ type: 'ReportSubmitted', data }];
  }
  const remindedAt = '2027-01-06T01:00:00.000Z' as Instant;
  return [{ type: 'ObligationReminded', data: { obligation: 'honeyReport', dueOn, step: n, remindedAt } }];
}
