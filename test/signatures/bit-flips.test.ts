import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { verifyDocument } from '#libs/signatures/verify-document.js';
import { signedTwice, signingOffice } from '../support/signing-office.js';

describe('a signed certificate', () => {
  it('has no bit whose change goes unnoticed', async () => {
    const office = await signingOffice();
    const signed = await signedTwice(await readFile('test/documents/golden/certificate.pdf'), office);
    const seed = Date.now() % 2 ** 31;
    process.stdout.write(`bit flips with seed ${seed}\n`);
    const next = randomNumbers(seed);
    const unnoticed: number[] = [];
    for (let count = 0; count < 500; count += 1) {
      const at = next(signed.length);
      const changed = Uint8Array.from(signed);
      changed[at] = (changed[at] ?? 0) ^ (1 << next(8));
      const { valid } = await verifyDocument(changed, { roots: [office.root] });
      if (valid) unnoticed.push(at);
    }
    expect(unnoticed).toStrictEqual([]);
  });
});

function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
