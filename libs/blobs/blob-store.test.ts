import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Digest } from '#libs/kernel/ids.js';
import { BlobError, asBlobError } from './blob-error.js';
import { type BlobStore, createBlobStore } from './blob-store.js';

const text = new TextEncoder().encode('Đơn đề nghị cấp giấy phép');
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex') as Digest;
const digest = digestOf(text);
const nowhere = 'f'.repeat(64) as Digest;

/** Read as a path it leads out of the store, to a file that is there. */
const outside = '../../neighbour' as Digest;

let around: string;
let folder: string;
let blobs: BlobStore;
const pathOf = (of: Digest) => join(folder, of.slice(0, 2), of.slice(2, 4), of);
const incoming = () => readdir(join(folder, 'incoming'));
const failure = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

async function* pieces(count: number, ended: () => void = () => {}): AsyncGenerator<Uint8Array> {
  try {
    for (let piece = 0; piece < count; piece += 1) yield new Uint8Array(65_536).fill(piece);
  } finally {
    ended();
  }
}

beforeEach(async () => {
  around = await mkdtemp(join(tmpdir(), 'hoso-blobs-'));
  folder = join(around, 'data', 'blobs', 'kept');
  blobs = await createBlobStore(folder);
  await writeFile(join(around, 'neighbour'), 'of somebody else');
});
afterEach(() => rm(around, { recursive: true, force: true }));

describe('put', () => {
  it('keeps bytes under their digest', async () => {
    expect(await blobs.put(text)).toStrictEqual({ digest, bytes: text.byteLength });
    expect(await blobs.has(digest)).toBe(true);
    expect(new Uint8Array((await blobs.read(digest))!)).toStrictEqual(text);
    expect(await incoming()).toStrictEqual([]);
  });

  it('keeps the same bytes once, also when they come at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => blobs.put(text)));
    expect(new Set(all.map((stored) => stored.digest))).toStrictEqual(new Set([digest]));
    expect(await readdir(join(folder, digest.slice(0, 2), digest.slice(2, 4)))).toStrictEqual([digest]);
    expect(await incoming()).toStrictEqual([]);
  });

  it('shows what applicants hand in to nobody else on the machine', async () => {
    await blobs.put(text);
    const file = pathOf(digest);
    const places = [dirname(dirname(file)), dirname(file), file, join(folder, 'incoming')];
    const modes = await Promise.all(places.map(async (place) => (await stat(place)).mode & 0o777));
    expect(modes).toStrictEqual([0o700, 0o700, 0o600, 0o700]);
  });

  it('takes a stream piece by piece, and nothing at all', async () => {
    const stored = await blobs.put(pieces(40));
    expect(stored.bytes).toBe(40 * 65_536);
    expect(digestOf((await blobs.read(stored.digest))!)).toBe(stored.digest);
    expect(await blobs.put(new Uint8Array())).toStrictEqual({ digest: digestOf(new Uint8Array()), bytes: 0 });
  });

  it('stops at the limit, tells the source, and leaves nothing', async () => {
    let ended = false;
    const work = blobs.put(
      pieces(1000, () => (ended = true)),
      { maxBytes: 100_000 },
    );
    expect(await failure(work)).toMatchObject({
      name: 'BlobError',
      code: 'tooLarge',
      details: { maxBytes: 100_000 },
    });
    expect(ended).toBe(true);
    expect(await incoming()).toStrictEqual([]);
    expect(await blobs.put(text, { maxBytes: text.byteLength })).toMatchObject({ digest });
  });

  it('leaves nothing when its source fails, and passes the reason on', async () => {
    const broken = async function* () {
      yield text;
      throw new Error('connection lost');
    };
    expect(await failure(blobs.put(broken()))).toStrictEqual(new Error('connection lost'));
    expect(await incoming()).toStrictEqual([]);
  });

  it('heals what the disk has spoiled', async () => {
    await blobs.put(text);
    await writeFile(pathOf(digest), 'rotten');
    await blobs.put(text);
    expect(new Uint8Array((await blobs.read(digest))!)).toStrictEqual(text);
  });
});

describe('read and open', () => {
  it.each([nowhere, outside, '', 'F'.repeat(64)])('find nothing under %j', async (unknown) => {
    expect(await blobs.read(unknown as Digest)).toBeUndefined();
    expect(await blobs.open(unknown as Digest)).toBeUndefined();
    expect(await blobs.has(unknown as Digest)).toBe(false);
  });

  it('stream what was stored', async () => {
    const stored = await blobs.put(pieces(10));
    const bytes = await buffer((await blobs.open(stored.digest))!);
    expect(digestOf(bytes)).toBe(stored.digest);
  });

  it('may be left in the middle', async () => {
    const stored = await blobs.put(pieces(10));
    const stream = (await blobs.open(stored.digest))!;
    for await (const _ of stream) break;
    expect(stream.destroyed).toBe(true);
  });

  it('notice that the disk has spoiled it', async () => {
    await blobs.put(text);
    await writeFile(pathOf(digest), 'rotten');
    const corrupt = { name: 'BlobError', code: 'corrupt', details: { digest } };
    expect(await failure(blobs.read(digest))).toMatchObject(corrupt);
    expect(await failure(buffer((await blobs.open(digest))!))).toMatchObject(corrupt);
  });
});

describe('erase', () => {
  it('leaves nothing, and says whether anything was there', async () => {
    await blobs.put(text);
    expect(await blobs.erase(digest)).toBe(true);
    expect([await blobs.has(digest), await blobs.read(digest)]).toStrictEqual([false, undefined]);
    expect(await blobs.erase(digest)).toBe(false);
    expect(await blobs.put(text)).toMatchObject({ digest });
  });

  it('reaches nothing outside the store', async () => {
    expect(await blobs.erase(outside)).toBe(false);
    expect(await readFile(pathOf(outside), 'utf8')).toBe('of somebody else');
  });
});

describe('the start', () => {
  it('clears away what dead processes left, and nothing younger', async () => {
    const hourAgo = new Date(Date.now() - 3_600_001);
    await writeFile(join(folder, 'incoming', 'old'), 'half');
    await writeFile(join(folder, 'incoming', 'young'), 'half');
    await utimes(join(folder, 'incoming', 'old'), hourAgo, hourAgo);
    await createBlobStore(folder);
    expect(await incoming()).toStrictEqual(['young']);
  });

  it('says so when the folder cannot be used', async () => {
    await writeFile(join(folder, 'file'), '');
    expect(await failure(createBlobStore(join(folder, 'file')))).toMatchObject({ code: 'unavailable' });
  });
});

describe('asBlobError', () => {
  it.each(['ENOSPC', 'EDQUOT', 'EFBIG'])('knows a full disk by %s', (code) => {
    const full = Object.assign(new Error('write'), { code, syscall: 'write' });
    expect(asBlobError(full)).toStrictEqual(new BlobError('noSpace', { cause: code }, { cause: full }));
  });

  it('leaves alone what does not come from the file system', () => {
    const other = new TypeError('no');
    expect(asBlobError(other)).toBe(other);
  });
});
