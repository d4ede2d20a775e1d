import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipEntry } from './unzip-entry.js';

/** A zip archive as PKWARE's note describes it: for each file a local record, then the directory, then its end. */
function zip(
  files: readonly { readonly name: string; readonly bytes: Buffer; readonly deflated: boolean }[],
): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const { name, bytes, deflated } of files) {
    const packed = deflated ? deflateRawSync(bytes) : bytes;
    const offset = Buffer.concat(locals).length;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    local.writeUInt16LE(4, 28);
    locals.push(local, Buffer.from(name), Buffer.from('more'), packed);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(deflated ? 8 : 0, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    directory.push(central, Buffer.from(name));
  }
  const body = Buffer.concat(locals);
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(body.length, 16);
  return Buffer.concat([body, index, end]);
}

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
