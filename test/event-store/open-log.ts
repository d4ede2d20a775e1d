import mongoose from 'mongoose';
import type { EventStore } from '#libs/event-store/event-store.js';
import { ensureLogIndexes } from '#libs/event-store/log-collection.js';
import { createMongoEventStore } from '#libs/event-store/mongo-event-store.js';

export interface OpenLog {
  readonly client: mongoose.mongo.MongoClient;
  readonly db: mongoose.mongo.Db;
  readonly store: EventStore;
  close(): Promise<void>;
}

/** A connection of its own, as another process would have; commands can be watched. */
export async function openLog(uri: string, database: string, patienceMs?: number): Promise<OpenLog> {
  const client = await new mongoose.mongo.MongoClient(uri, { monitorCommands: true }).connect();
  const db = client.db(database);
  await ensureLogIndexes(db);
  const store = createMongoEventStore({ db, ...(patienceMs !== undefined && { patienceMs }) });
  return { client, db, store, close: () => client.close() };
}
