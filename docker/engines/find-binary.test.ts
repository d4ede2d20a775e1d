import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findBinary, isAtLeast } from './find-binary.js';

describe('versions', () => {
  it.each([
    ['db version v6.0.5', true],
    ['db version v10.1.0', true],
    ['db version v5.9.9', false],
    ['temporal version 6.0 (Server 1.32.0)', true],
    ['no number at all', false],
  ])('%s is at least 6.0: %s', (text, expected) => {
    expect(isAtLeast(text, [6, 0])).toBe(expected);
  });
});

describe('a binary is found', () => {
  let folder: string;
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'find-binary-'));
    lines.length = 0;
  });

  afterEach(() => rm(folder, { recursive: true }));

  const put = async (place: string, name: string, says: string): Promise<string> => {
    await mkdir(join(folder, place), { recursive: true });
    const file = join(folder, place, name);
    await writeFile(file, `#!/bin/sh\necho "${says}"\n`);
    await chmod(file, 0o755);
    return file;
  };

  it('on PATH, where an old one is passed over with a line', async () => {
    await put('old', 'mongod', 'db version v4.4.1');
    const fit = await put('fit', 'mongod', 'db version v7.0.2');
    const path = [join(folder, 'old'), join(folder, 'fit')].join(delimiter);
    expect(await findBinary('mongod', { log, path })).toBe(fit);
    expect(lines).toStrictEqual([
      `${join(folder, 'old', 'mongod')} is passed over: version 6.0 or newer is needed`,
    ]);
  });

  it('in the cache, without a word and without network', async () => {
    const known = process.platform === 'linux' && process.arch === 'x64';
    const cached = await put('engines', known ? 'mongod-6.0.5' : 'mongod', 'any');
    expect(await findBinary('mongod', { log, path: '', toolsDir: folder })).toBe(cached);
    expect(lines).toStrictEqual([]);
  });
});
