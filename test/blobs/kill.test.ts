import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type BlobStore, createBlobStore } from '#libs/blobs/blob-store.js';
import type { Digest } from '#libs/kernel/ids.js';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.js';

const hooks = fileURLToPath(new URL('../support/source-hooks.mjs', import.meta.url));
const program = fileURLToPath(new URL('keep-storing.ts', import.meta.url));

/** Kills the storing process right after its `count`-th acknowledgement, in the middle of the next; gives what it had acknowledged. */
async function storeUntilKilled(folder: string, count: number): Promise<readonly Digest[]> {
  const child = spawn(process.execPath, ['--import', hooks, program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const acknowledged: Digest[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line as Digest);
    if (acknowledged.length === count) child.kill('SIGKILL');
  }
  return acknowledged;
}

async function everythingIn(folder: string): Promise<readonly Digest[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  return names.filter((entry) => entry.isFile()).map((entry) => entry.name as Digest);
}

describe('kill -9 while blobs are stored', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await makeTestFolder();
  });
  afterEach(() => removeTestFolder(folder));

  it('loses nothing that was acknowledged, shows nothing half-written, and is cleared up at the next start', async () => {
    const acknowledged: Digest[] = [];
    for (const count of [1, 3, 7]) acknowledged.push(...(await storeUntilKilled(folder, count)));
    expect(acknowledged.length).toBeGreaterThanOrEqual(1 + 3 + 7);
    const blobs: BlobStore = await createBlobStore(folder, { leftoverAgeMs: 0 });
    expect(await readdir(join(folder, 'incoming'))).toStrictEqual([]);
    const kept = await everythingIn(folder);
    expect(kept).toStrictEqual(expect.arrayContaining([...new Set(acknowledged)]));
    for (const digest of kept) expect((await blobs.read(digest))?.byteLength).toBe(32 * 16_384);
  });
});
