import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { zip } from '../../test/support/zip.js';
import { unzipEntry } from './unzip-entry.js';

describe('one file out of a zip archive', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  const text = Buffer.from('a server '.repeat(5_000));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unzip-'));
    const files = [
      { name: 'docs/stored', bytes: Buffer.from('as it is'), deflated: false },
      { name: 'bin/server', bytes: text, deflated: true },
    ];
    await writeFile(at('whole.zip'), zip(files));
    await writeFile(at('cut.zip'), zip(files).subarray(0, 100));
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('comes out whole and executable, packed or not', async () => {
    await unzipEntry(at('whole.zip'), 'bin/server', at('server'));
    await unzipEntry(at('whole.zip'), 'docs/stored', at('stored'));
    expect(await readFile(at('server'))).toStrictEqual(text);
    expect((await stat(at('server'))).mode & 0o100).toBe(0o100);
    expect(await readFile(at('stored'), 'utf8')).toBe('as it is');
  });

  it('is refused when it is not there, or the archive is cut off', async () => {
    await expect(unzipEntry(at('whole.zip'), 'bin/other', at('x'))).rejects.toThrow('holds no bin/other');
    await expect(unzipEntry(at('cut.zip'), 'bin/server', at('x'))).rejects.toThrow('cut off');
  });
});
