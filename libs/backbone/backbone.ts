import { join } from 'node:path';
import mongoose from 'mongoose';
import {
  mayAnnounceEdition,
  mayCommandDossier,
  mayCommandLicence,
  mayCommandSummary,
} from '#libs/access/may-command.js';
import { type BlobStore, createBlobStore } from '#libs/blobs/blob-store.js';
import { type Commands, createCommands } from '#libs/commands/commands.js';
import type { RuleBooks } from '#libs/commands/dossier-subject.js';
import { createSubjectReader, type SubjectReader } from '#libs/commands/subject-reader.js';
import type { EventStore } from '#libs/event-store/event-store.js';
import { ensureLogIndexes } from '#libs/event-store/log-collection.js';
import { createMongoEventStore } from '#libs/event-store/mongo-event-store.js';
import { type Clock, systemClock } from '#libs/kernel/time.js';
import { createPeople, type People } from '#libs/people/people.js';
import type { ProcedureBook } from '#libs/procedures/book.js';
import { type FormBook, loadForms } from '#libs/procedures/load-forms.js';
import { loadProcedures } from '#libs/procedures/load-procedures.js';
import { keepCalendars } from './calendars.js';
import type { DrawnSlips } from './drawn-once.js';
import { createDrawnPapers, type DrawnRecords } from './drawn-records.js';

export interface BackboneSettings {
  readonly mongodbUri: string;
  readonly database: string;
  readonly dataDir: string;
  readonly demonstration: boolean;
  readonly build: string;
  readonly clock?: Clock;
}

/** What every process stands on: the log, the rules, the way of a command, and what is kept beside the log. */
export interface Backbone {
  readonly connection: mongoose.Connection;
  readonly store: EventStore;
  readonly books: RuleBooks;
  readonly forms: FormBook;
  readonly commands: Commands;
  readonly reader: SubjectReader;
  readonly blobs: BlobStore;
  readonly people: People;
  readonly records: DrawnRecords;
  readonly slips: DrawnSlips;
  readonly clock: Clock;
  /** Learns at once what was announced about calendars; they are looked at every second anyway. */
  learnCalendars(): Promise<void>;
  close(): Promise<void>;
}

const policies = { mayCommandDossier, mayCommandLicence, mayAnnounceEdition, mayCommandSummary };

/** How long a process that starts waits for a database that is away before it says so. */
const CONNECT_WITHIN_MS = 5_000;

/** @throws when the database cannot be reached within a few seconds, or a procedure is faulty. */
export async function openBackbone(settings: BackboneSettings): Promise<Backbone> {
  const { clock = systemClock, demonstration, build } = settings;
  const connection = await mongoose
    .createConnection(settings.mongodbUri, {
      dbName: settings.database,
      serverSelectionTimeoutMS: CONNECT_WITHIN_MS,
    })
    .asPromise();
  const db = connection.getClient().db(settings.database);
  await ensureLogIndexes(db);
  const store = createMongoEventStore({ db });
  const calendars = await keepCalendars(store);
  const { procedures, forms } = await loadRules(demonstration);
  const { book } = calendars;
  const books: RuleBooks = {
    procedures,
    calendars: book,
    calendarOf: (agency) => book.inForce(agency, clock.now()),
    calendarBy: (reference) => (reference && book.find(reference)) ?? book.inForce(undefined, clock.now()),
    demonstration,
  };
  const blobs = await createBlobStore(join(settings.dataDir, 'blobs'));
  return {
    connection,
    store,
    books,
    forms,
    commands: createCommands({ store, clock, build, books, ...policies }),
    reader: createSubjectReader(store, books),
    blobs,
    people: createPeople(db),
    ...createDrawnPapers(db, blobs),
    clock,
    learnCalendars: calendars.look,
    close() {
      calendars.stop();
      return connection.close();
    },
  };
}

async function loadRules(
  demonstration: boolean,
): Promise<{ readonly procedures: ProcedureBook; readonly forms: FormBook }> {
  const forms = await loadForms();
  return { procedures: await loadProcedures({ demonstration, forms: forms.ids() }), forms };
}
