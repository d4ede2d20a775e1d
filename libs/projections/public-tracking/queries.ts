import type { Model } from 'mongoose';
import type { Digest, DossierId } from '#libs/kernel/ids.js';
import type { TrackedRow, TrackingRow } from './tracking-row.js';

export interface TrackingKey {
  /** Dossier code, or the dossier's identifier before it has a code. */
  readonly code: string;
  /** SHA-256 of the second secret. */
  readonly secret: Digest;
}

/** A wrong code and a wrong secret give the same answer. */
export async function findTracked(
  model: Model<TrackedRow>,
  { code, secret }: TrackingKey,
): Promise<TrackingRow | undefined> {
  const keys = [
    { code, secret },
    { _id: code as DossierId, secret },
  ];
  const row = await model.findOne({ $or: keys }).select('-secret').lean<TrackingRow>();
  return row ?? undefined;
}
