/** P3 and P4c: the inbox against a bare indexed find, a rebuild against a bare bulkWrite of the same rows. */
import { randomUUID } from 'node:crypto';
import mongoose, { type Connection, type mongo } from 'mongoose';
import { vietnamCalendar } from '#libs/calendar/calendar.js';
import { ensureLogIndexes } from '#libs/event-store/log-collection.js';
import { createMongoEventStore } from '#libs/event-store/mongo-event-store.js';
import { systemClock } from '#libs/kernel/time.js';
import { createProcedureBook } from '#libs/procedures/book.js';
import { collectionName, Generations } from '#libs/projections/generations.js';
import { LiveModels } from '#libs/projections/live-models.js';
import { allProjections } from '#libs/projections/read-models.js';
import { rebuildProjections, type RebuildSource } from '#libs/projections/rebuild.js';
import { taskInbox } from '#libs/projections/task-inbox/projection.js';
import { listInbox } from '#libs/projections/task-inbox/queries.js';
import { story, type StoryRules, tell } from '../projections/stories.js';
import { beekeepers, beekeeping } from '../support/beekeeping.js';
import { type Figure, figureOf, median, type Run } from './figure.js';

const OPEN_TASKS = 5_000;
const ROWS = 50;
const PAGES = 200;
const WHOLE_DOSSIERS = 1_000;
const RUNS = 7;
const BULK = 1_000;

export async function projectionFigures(mongodbUri: string): Promise<readonly Figure[]> {
  const dbName = `bench_${randomUUID().slice(0, 8)}`;
  const connection = await mongoose.createConnection(mongodbUri, { dbName }).asPromise();
  try {
    const source = await openSource(connection);
    await fillLog(source);
    await rebuildProjections(allProjections, source);
    return [await inboxFigure(connection, source), await rebuildFigure(connection, source)];
  } finally {
    await connection.dropDatabase();
    await connection.close();
  }
}

const procedure = beekeeping();
const hash = '0'.repeat(64);
const rules: StoryRules = { procedure, reference: { id: procedure.id, version: procedure.version, hash } };

async function openSource(connection: Connection): Promise<RebuildSource> {
  const db = databaseOf(connection);
  await ensureLogIndexes(db);
  return {
    store: createMongoEventStore({ db }),
    generations: new Generations(connection, systemClock),
    rules: { procedures: createProcedureBook([{ procedure, hash }]), calendarBy: () => vietnamCalendar },
  };
}

/** Whole lives of a thousand dossiers, and five thousand more that have just come in. */
async function fillLog({ store }: RebuildSource): Promise<void> {
  const whole = Array.from({ length: WHOLE_DOSSIERS }, (_, index) => story(index + 1, rules));
  const filed = Array.from({ length: OPEN_TASKS }, (_, index) => {
    return story(WHOLE_DOSSIERS + index + 1, rules).slice(0, 1);
  });
  await tell(store, [...whole, ...filed], rules.reference);
}

async function inboxFigure(connection: Connection, { generations }: RebuildSource): Promise<Figure> {
  const models = new LiveModels(generations);
  const live = (await generations.listLive()).get('task-inbox')?.generation ?? 0;
  const bare = databaseOf(connection).collection(collectionName('task-inbox', live));
  const reader = { person: 'clerk-1', all: false, agency: beekeepers, roles: ['oneStopClerk'] };
  const ours = async () => {
    const model = await models.model(taskInbox);
    await listInbox(model, { reader, tab: 'team', first: ROWS });
  };
  const barely = async () => {
    const filter = { agency: beekeepers, role: 'oneStopClerk' };
    await bare.find(filter).sort({ dueAt: 1, _id: 1 }).limit(ROWS).toArray();
  };
  const runs: Run[] = [];
  await inTurns(ours, barely);
  for (let round = 0; round < RUNS; round += 1) runs.push(await inTurns(ours, barely));
  return figureOf(
    { id: 'P3', name: `inbox, ${ROWS} rows of ${OPEN_TASKS} open tasks, p50`, unit: 'ms' },
    runs,
  );
}

/** One page of ours, one of the floor, and so on: both meet the same server at the same time. */
async function inTurns(ours: () => Promise<void>, barely: () => Promise<void>): Promise<Run> {
  const values: number[] = [];
  const floors: number[] = [];
  for (let page = 0; page < PAGES; page += 1) {
    values.push(await millisecondsOf(ours));
    floors.push(await millisecondsOf(barely));
  }
  return { value: median(values), floor: median(floors) };
}

async function rebuildFigure(connection: Connection, source: RebuildSource): Promise<Figure> {
  const collections = await liveRows(connection, source);
  const rows = collections.reduce((sum, { documents }) => sum + documents.length, 0);
  const perSecond = (milliseconds: number) => (rows * 1000) / milliseconds;
  const runs: Run[] = [];
  for (let round = 0; round <= RUNS; round += 1) {
    const ours = async () => void (await rebuildProjections(allProjections, source));
    const barely = () => writeBarely(connection, collections);
    const [first, second] = round % 2 === 0 ? [ours, barely] : [barely, ours];
    const [one, two] = [await millisecondsOf(first), await millisecondsOf(second)];
    const [value, floor] = round % 2 === 0 ? [one, two] : [two, one];
    // The first round warms up both sides and is not counted.
    if (round > 0) runs.push({ value: perSecond(value), floor: perSecond(floor) });
  }
  return figureOf(
    { id: 'P4c', name: `rebuild of ${rows} rows, against bare bulkWrite`, unit: 'rows/s' },
    runs,
  );
}

interface Rows {
  readonly name: string;
  readonly documents: readonly mongo.Document[];
  readonly indexes: readonly mongo.IndexDescription[];
}

async function liveRows(connection: Connection, { generations }: RebuildSource): Promise<readonly Rows[]> {
  const live = await generations.listLive();
  return Promise.all(
    allProjections.map(async ({ name }) => {
      const collection = databaseOf(connection).collection(
        collectionName(name, live.get(name)?.generation ?? 0),
      );
      const all = await collection.indexes();
      const indexes = all
        .filter(({ name: index }) => index !== '_id_')
        .map(({ key, name: index }) => ({ key, name: index }));
      return { name, documents: await collection.find().toArray(), indexes } as Rows;
    }),
  );
}

/** The finished rows, into empty collections with the same indexes, in batches of a thousand. */
async function writeBarely(connection: Connection, collections: readonly Rows[]): Promise<void> {
  await Promise.all(
    collections.map(async ({ name, documents, indexes }) => {
      const collection = databaseOf(connection).collection(`bare_${name}`);
      if (indexes.length > 0) await collection.createIndexes([...indexes]);
      for (let start = 0; start < documents.length; start += BULK) {
        const operations = documents
          .slice(start, start + BULK)
          .map((document) => ({ insertOne: { document } }));
        await collection.bulkWrite(operations, { ordered: false, writeConcern: { w: 1 } });
      }
    }),
  );
  await Promise.all(collections.map(({ name }) => databaseOf(connection).dropCollection(`bare_${name}`)));
}

async function millisecondsOf(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

function databaseOf(connection: Connection): mongo.Db {
  return connection.getClient().db(connection.name);
}
