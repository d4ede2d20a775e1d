import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keptNames, keptSecret } from './kept-secret.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoso-secrets-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a secret of the installation', () => {
  it('is the same for all that ask for it at once, and stays it', async () => {
    const ask = () => keptSecret(folder, 'secret', () => Promise.resolve(randomUUID()));
    const [first, ...others] = await Promise.all(Array.from({ length: 20 }, ask));
    expect(new Set(others)).toStrictEqual(new Set([first]));
    expect(await ask()).toBe(first);
    expect(await readFile(join(folder, 'secret'), 'utf8')).toBe(first);
  });

  it('is nobody else’s to read', async () => {
    await keptSecret(folder, 'secret', () => Promise.resolve('a key'));
    expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
  });

  it('is listed by its name, what was being written when a process died is not', async () => {
    await keptSecret(folder, 'secret', () => Promise.resolve('a key'));
    await writeFile(join(folder, `other.${randomUUID()}`), 'half');
    expect(await keptNames(folder)).toStrictEqual(['secret']);
    expect(await keptNames(join(folder, 'nowhere'))).toStrictEqual([]);
  });
});
