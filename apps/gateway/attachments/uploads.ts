import type { mongo } from 'mongoose';
import type { Digest } from '#libs/kernel/ids.js';
import type { Instant } from '#libs/kernel/time.js';
import type { MediaType } from './media-type.js';

export interface Upload {
  readonly digest: Digest;
  readonly mediaType: MediaType;
  readonly bytes: number;
  readonly uploadedBy: string;
  readonly uploadedAt: Instant;
}

type UploadDocument = Upload & { readonly _id: string };

/** Who uploaded what. The same bytes brought by two people are two uploads: nobody uses a file by knowing its digest. */
export class Uploads {
  private readonly collection: mongo.Collection<UploadDocument>;

  constructor(database: mongo.Db) {
    this.collection = database.collection<UploadDocument>('uploads');
  }

  async record(upload: Upload): Promise<void> {
    const _id = keyOf(upload.digest, upload.uploadedBy);
    await this.collection.updateOne({ _id }, { $setOnInsert: upload }, { upsert: true });
  }

  /** Those of the digests that this person uploaded. */
  async findOf(person: string, digests: readonly string[]): Promise<ReadonlyMap<string, Upload>> {
    if (digests.length === 0) return new Map();
    const keys = digests.map((digest) => keyOf(digest, person));
    const found = await this.collection.find({ _id: { $in: keys } }).toArray();
    return new Map(found.map((upload) => [upload.digest, upload]));
  }
}

function keyOf(digest: string, person: string): string {
  return `${digest}/${person}`;
}
