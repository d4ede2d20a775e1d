import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Digest } from '#libs/kernel/ids.js';
import { BlobError, asBlobError, isNotFound } from './blob-error.js';
import { BlobFolder } from './blob-folder.js';

export { BlobError } from './blob-error.js';

export interface PutLimits {
  readonly maxBytes: number;
}

export interface StoredBlob {
  readonly digest: Digest;
  readonly bytes: number;
}

/** Bytes under their SHA-256. The same bytes are kept once; what was acknowledged survives a power cut. */
export interface BlobStore {
  /** @throws BlobError `tooLarge`, `noSpace` or `unavailable`; nothing of the content is left then. */
  put(content: Uint8Array | AsyncIterable<Uint8Array>, limits?: PutLimits): Promise<StoredBlob>;
  /** Undefined where nothing is stored under the digest. @throws BlobError `corrupt` when it is no longer what was stored. */
  read(digest: Digest): Promise<Uint8Array | undefined>;
  /** For what is too large to hold in memory: the stream ends with a BlobError `corrupt` when the digest does not match. */
  open(digest: Digest): Promise<Readable | undefined>;
  has(digest: Digest): Promise<boolean>;
  /** After this nothing is found under the digest, whatever happens to the machine. @returns whether anything was there */
  erase(digest: Digest): Promise<boolean>;
}

export interface BlobStoreOptions {
  readonly leftoverAgeMs?: number;
}

/** No upload takes this long; what is older was left by a process that died. */
const LEFTOVER_AGE_MS = 60 * 60 * 1000;

/** @throws BlobError `unavailable` when the folder cannot be made. */
export async function createBlobStore(
  folder: string,
  { leftoverAgeMs = LEFTOVER_AGE_MS }: BlobStoreOptions = {},
): Promise<BlobStore> {
  const files = new BlobFolder(folder);
  await told(files.prepare(leftoverAgeMs));
  return {
    put: (content, limits) => told(put(files, content, limits)),
    read: (digest) => told(read(files, digest)),
    open: (digest) => told(openStream(files, digest)),
    has: (digest) => told(has(files, digest)),
    erase: (digest) => told(erase(files, digest)),
  };
}

/** Written beside, flushed, renamed: a reader finds the whole content or none. */
async function put(
  files: BlobFolder,
  content: Uint8Array | AsyncIterable<Uint8Array>,
  limits: PutLimits | undefined,
): Promise<StoredBlob> {
  const draft = join(files.incoming, randomUUID());
  try {
    const stored = await write(draft, content, limits?.maxBytes ?? Infinity);
    await files.settle(draft, stored.digest);
    return stored;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function write(
  path: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<StoredBlob> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of upTo(maxBytes, content)) {
      bytes += chunk.byteLength;
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { digest: hash.digest('hex') as Digest, bytes };
}

async function* upTo(
  maxBytes: number,
  content: Uint8Array | AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of ArrayBuffer.isView(content) ? [content] : content) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new BlobError('tooLarge', { maxBytes });
    yield chunk;
  }
}

async function read(files: BlobFolder, digest: Digest): Promise<Uint8Array | undefined> {
  const bytes = isDigest(digest) ? await orUndefined(readFile(files.pathOf(digest))) : undefined;
  if (bytes === undefined) return undefined;
  if (createHash('sha256').update(bytes).digest('hex') !== digest) throw new BlobError('corrupt', { digest });
  return bytes;
}

async function openStream(files: BlobFolder, digest: Digest): Promise<Readable | undefined> {
  const file = isDigest(digest) ? await orUndefined(open(files.pathOf(digest), 'r')) : undefined;
  return file && Readable.from(verified(file, digest), { objectMode: false });
}

async function* verified(file: FileHandle, digest: Digest): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const chunk of file.createReadStream() as AsyncIterable<Uint8Array>) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== digest) throw new BlobError('corrupt', { digest });
}

async function has(files: BlobFolder, digest: Digest): Promise<boolean> {
  return isDigest(digest) && (await orUndefined(stat(files.pathOf(digest)))) !== undefined;
}

async function erase(files: BlobFolder, digest: Digest): Promise<boolean> {
  if (!(await has(files, digest))) return false;
  await files.remove(digest);
  return true;
}

/** What comes from outside as a digest may be anything, `../../etc/passwd` too. */
function isDigest(text: string): boolean {
  return /^[0-9a-f]{64}$/u.test(text);
}

async function orUndefined<Value>(promise: Promise<Value>): Promise<Value | undefined> {
  try {
    return await promise;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

async function told<Value>(promise: Promise<Value>): Promise<Value> {
  try {
    return await promise;
  } catch (error) {
    throw asBlobError(error);
  }
}
