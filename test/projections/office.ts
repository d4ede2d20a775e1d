import mongoose, { type Connection } from 'mongoose';
import { vietnamCalendar } from '#libs/calendar/calendar.js';
import type { EventStore } from '#libs/event-store/event-store.js';
import { ensureLogIndexes } from '#libs/event-store/log-collection.js';
import { createMongoEventStore } from '#libs/event-store/mongo-event-store.js';
import { systemClock } from '#libs/kernel/time.js';
import { createProcedureBook } from '#libs/procedures/book.js';
import type { ReadingRules } from '#libs/projections/change.js';
import { collectionName, Generations } from '#libs/projections/generations.js';
import { LiveModels } from '#libs/projections/live-models.js';
import { Projector } from '#libs/projections/projector.js';
import { allProjections } from '#libs/projections/read-models.js';
import { beekeeping } from '../support/beekeeping.js';
import { testEngines, type TestEngines } from '../support/engines.js';
import { type Step, story, type StoryRules, tell } from './stories.js';

const procedure = beekeeping();
const hash = '0'.repeat(64);
export const storyRules: StoryRules = {
  procedure,
  reference: { id: procedure.id, version: procedure.version, hash },
};
const rules: ReadingRules = {
  procedures: createProcedureBook([{ procedure, hash }]),
  calendarBy: () => vietnamCalendar,
};

/** A log of its own with read models, in a database of its own. */
export interface Office {
  readonly connection: Connection;
  readonly database: string;
  readonly store: EventStore;
  readonly generations: Generations;
  readonly models: LiveModels;
  readonly rules: ReadingRules;
  newProjector(): Projector;
  /** Tells the stories of these dossiers; answers the position of the last commit. */
  tell(indexes: readonly number[], steps?: number): Promise<number>;
  /** Brings the read models up to the end of the log. */
  project(batchSize?: number): Promise<Projector>;
  close(): Promise<void>;
}

/** On the mongod that all tests share, unless given one of its own. */
export async function openOffice({
  mongodbUri,
}: Partial<Pick<TestEngines, 'mongodbUri'>> = {}): Promise<Office> {
  const engines = testEngines();
  const database = engines.databaseName();
  const connection = await mongoose
    .createConnection(mongodbUri ?? engines.mongodbUri, { dbName: database })
    .asPromise();
  const db = connection.getClient().db(database);
  await ensureLogIndexes(db);
  const store = createMongoEventStore({ db });
  const generations = new Generations(connection, systemClock);
  const source = { store, generations, rules };
  const newProjector = () => new Projector({ ...source, projections: allProjections });
  return {
    ...source,
    connection,
    database,
    models: new LiveModels(generations),
    newProjector,
    tell: (indexes, steps = 100) => tell(store, storiesOf(indexes, steps), storyRules.reference),
    async project(batchSize = 1_000) {
      const projector = newProjector();
      await projector.open();
      await projectRest(store, projector, batchSize);
      return projector;
    },
    async close() {
      await connection.dropDatabase();
      await connection.close();
    },
  };
}

export async function projectRest(store: EventStore, projector: Projector, batchSize = 1_000): Promise<void> {
  for (;;) {
    const commits = await store.readAfter(projector.position, batchSize);
    if (commits.length === 0) return;
    await projector.project(commits);
  }
}

function storiesOf(indexes: readonly number[], steps: number): readonly (readonly Step[])[] {
  return indexes.map((index) => story(index, storyRules).slice(0, steps));
}

export function indexes(from: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, offset) => from + offset);
}

/** Every row of every live read model, by model. */
export async function dump(office: Office): Promise<Readonly<Record<string, readonly object[]>>> {
  const live = await office.generations.listLive();
  const entries = await Promise.all(
    allProjections.map(async ({ name }) => {
      const collection = collectionName(name, live.get(name)?.generation ?? 0);
      return [
        name,
        await office.connection.collection(collection).find().sort({ _id: 1 }).toArray(),
      ] as const;
    }),
  );
  return Object.fromEntries(entries);
}
