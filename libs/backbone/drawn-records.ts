import type { mongo } from 'mongoose';
import type { BlobStore } from '#libs/blobs/blob-store.js';
import type { RecordFacts, RecordKind } from '#libs/documents/records.js';
import type { Digest } from '#libs/kernel/ids.js';
import { type LocalDate, localDateOf } from '#libs/kernel/time.js';
import { createDrawnSlips, type Drawn, drawnOnce, type DrawnSlips } from './drawn-once.js';

/** A record that the office drew from the log, as it was given out. */
export interface DrawnRecord extends Drawn {
  readonly kind: RecordKind;
  readonly number: string;
  readonly authority: { readonly parent: string; readonly name: string };
  readonly madeOn: LocalDate;
  /** Null where it is about more than one dossier. */
  readonly dossierCode: string | null;
}

/** What is to be drawn: its facts, of which the code is one, and how they become a file. Both are asked for only where there is none yet. */
export interface Drawing<Kind extends RecordKind> {
  readonly kind: Kind;
  readonly code: string;
  readonly facts: () => Promise<RecordFacts[Kind]>;
  readonly draw: (facts: RecordFacts[Kind]) => Promise<{ readonly bytes: Uint8Array }>;
}

/** Records are drawn once: whoever asks for the same again is given the same file, and who has the code printed on it can check it. */
export interface DrawnRecords {
  /** @throws PaperError, BlobError */
  once<Kind extends RecordKind>(drawing: Drawing<Kind>): Promise<Uint8Array>;
  find(code: string): Promise<DrawnRecord | undefined>;
  /** Numbers of the records that are about this dossier alone. */
  listOf(dossierCode: string): Promise<readonly string[]>;
  /** Whether a record with these bytes was given out. */
  has(file: Digest): Promise<boolean>;
}

type Blobs = Pick<BlobStore, 'put' | 'read'>;

export function createDrawnPapers(
  db: mongo.Db,
  blobs: Blobs,
): { readonly records: DrawnRecords; readonly slips: DrawnSlips } {
  return { records: createDrawnRecords(db, blobs), slips: createDrawnSlips(db, blobs) };
}

function createDrawnRecords(db: mongo.Db, blobs: Blobs): DrawnRecords {
  const records = db.collection<DrawnRecord>('drawn-records');
  return {
    find: async (code) => (await records.findOne({ _id: code })) ?? undefined,
    listOf: async (dossierCode) => {
      const found = await records.find({ dossierCode }).sort({ madeOn: 1, _id: 1 }).toArray();
      return found.map(({ number }) => number);
    },
    has: async (file) => (await records.findOne({ file })) !== null,
    once: ({ kind, code, facts: factsOf, draw }) =>
      drawnOnce({ rows: records, blobs }, code, async () => {
        const facts = await factsOf();
        return { bytes: (await draw(facts)).bytes, about: { kind, ...toldBy(facts) } };
      }),
  };
}

function toldBy(facts: RecordFacts[RecordKind]): Omit<DrawnRecord, keyof Drawn | 'kind'> {
  const { recordNumber: number, authority, madeAt } = facts;
  const dossierCode = 'dossierCode' in facts ? facts.dossierCode : null;
  return { number, authority, madeOn: localDateOf(madeAt), dossierCode };
}
