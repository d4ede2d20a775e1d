import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lockFolder } from './lock-folder.js';

describe('one set of servers per data folder', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lock-folder-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('refuses a second one, and lets another in after the first has gone', async () => {
    const first = await lockFolder(folder);
    await expect(lockFolder(`${folder}/.`)).rejects.toMatchObject({ code: 'folderInUse' });
    await first.release();
    const second = await lockFolder(folder);
    await second.release();
  });
});
