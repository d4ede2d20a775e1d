import type { mongo } from 'mongoose';
import type { BlobStore } from '#libs/blobs/blob-store.js';
import type { RecordFacts, RecordKind } from '#libs/documents/records.js';
import type { Digest } from '#libs/kernel/ids.js';
import { type LocalDate, localDateOf } from '#libs/kernel/time.js';

/** A record that the office drew from the log, as it was given out. */
export interface DrawnRecord {
  /** The code that is printed on it. */
  readonly _id: string;
  readonly kind: RecordKind;
  readonly number: string;
  readonly authority: { readonly parent: string; readonly name: string };
  readonly madeOn: LocalDate;
  /** Null where it is about more than one dossier. */
  readonly dossierCode: string | null;
  /** SHA-256 of the file. */
  readonly file: Digest;
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
}

export function createDrawnRecords(db: mongo.Db, blobs: Pick<BlobStore, 'put' | 'read'>): DrawnRecords {
  const records = db.collection<DrawnRecord>('drawn-records');
  const find = async (code: string): Promise<DrawnRecord | undefined> =>
    (await records.findOne({ _id: code })) ?? undefined;
  const read = async (code: string): Promise<Uint8Array | undefined> => {
    const known = await find(code);
    return known && blobs.read(known.file);
  };
  return {
    find,
    async once({ kind, code, facts: factsOf, draw }) {
      const kept = await read(code);
      if (kept) return kept;
      const facts = await factsOf();
      const { bytes } = await draw(facts);
      const { digest: file } = await blobs.put(bytes);
      const about = { kind, ...toldBy(facts), file };
      // Where two draw the same at once, the same bytes come of it; a file that was lost is replaced.
      await records.updateOne(
        { _id: code },
        { $set: about },
        { upsert: true, writeConcern: { w: 'majority' } },
      );
      return bytes;
    },
  };
}

function toldBy(facts: RecordFacts[RecordKind]): Omit<DrawnRecord, '_id' | 'kind' | 'file'> {
  const { recordNumber: number, authority, madeAt } = facts;
  const dossierCode = 'dossierCode' in facts ? facts.dossierCode : null;
  return { number, authority, madeOn: localDateOf(madeAt), dossierCode };
}
