import type { mongo } from 'mongoose';
import type { BlobStore } from '#libs/blobs/blob-store.js';
import type { Digest } from '#libs/kernel/ids.js';

/** What was drawn from the log and given out: the file of a later template, or with a later name in it, would be another. */
export interface Drawn {
  /** The code that is printed on it. */
  readonly _id: string;
  /** SHA-256 of the file. */
  readonly file: Digest;
}

interface Made<Row extends Drawn> {
  readonly bytes: Uint8Array;
  readonly about: Omit<Row, keyof Drawn>;
}

type Blobs = Pick<BlobStore, 'put' | 'read'>;

/**
 * The file under a code; made where there is none yet, and kept.
 * @throws BlobError and whatever making throws
 */
export async function drawnOnce<Row extends Drawn>(
  { rows, blobs }: { readonly rows: mongo.Collection<Row>; readonly blobs: Blobs },
  code: string,
  make: () => Promise<Made<Row>>,
): Promise<Uint8Array> {
  const filter = { _id: code } as mongo.Filter<Row>;
  const known = await rows.findOne(filter);
  const kept = known && (await blobs.read(known.file));
  if (kept) return kept;
  const { bytes, about } = await make();
  const { digest: file } = await blobs.put(bytes);
  // Where two draw the same at once, the same bytes come of it; a file that was lost is replaced.
  const $set = { ...about, file } as unknown as mongo.MatchKeysAndValues<Row>;
  await rows.updateOne(filter, { $set }, { upsert: true, writeConcern: { w: 'majority' } });
  return bytes;
}

/** Slips of the one-stop desk, as they were first given out. */
export interface DrawnSlips {
  /** @throws PaperError, BlobError */
  once(code: string, draw: () => Promise<{ readonly bytes: Uint8Array }>): Promise<Uint8Array>;
  /** The digest of a slip that was given out, also where its file is kept no more. */
  find(code: string): Promise<Digest | undefined>;
  /** Whether a slip with these bytes was given out. */
  has(file: Digest): Promise<boolean>;
}

export function createDrawnSlips(db: mongo.Db, blobs: Blobs): DrawnSlips {
  const rows = db.collection<Drawn>('drawn-slips');
  return {
    once: (code, draw) =>
      drawnOnce({ rows, blobs }, code, async () => ({ bytes: (await draw()).bytes, about: {} })),
    find: async (code) => (await rows.findOne({ _id: code }))?.file,
    has: async (file) => (await rows.findOne({ file })) !== null,
  };
}
