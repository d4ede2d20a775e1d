import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignerUnreachable } from '#libs/signatures/signers/signer.js';
import { signing } from './signer.js';

const director = { role: 'person', id: 'officer-1', name: 'Nguyễn Thị Ong' } as const;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hoso-signer-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

const signerOf = (demonstration: boolean) =>
  signing({
    demonstration,
    dataDir,
    gateway: { port: 4000, publicUrl: 'http://localhost:4000' },
    signing: { patienceMs: 300_000 },
  }).signer;

describe('without a service that signs', () => {
  it('papers wait: no key of a demonstration signs for an authority', async () => {
    await expect(signerOf(false).describe(director)).rejects.toThrow(SignerUnreachable);
  });

  it('a demonstration signs with keys of its own', async () => {
    expect(await signerOf(true).describe(director)).toMatchObject({ name: director.name });
  });
});
