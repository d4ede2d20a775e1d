import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { open } from '#libs/signatures/pdf/revisions.js';
import { verifyDocument } from '#libs/signatures/verify-document.js';
import { signedTwice, type SigningOffice, signingOffice } from '../support/signing-office.js';

const seed = Date.now() % 2 ** 31;
/** Versions, algorithms, the kind of content: all that comes before the certificates. */
const STRUCTURE_DIGITS = 130;
let office: SigningOffice;
let signed: Uint8Array;

beforeAll(async () => {
  process.stdout.write(`bit flips with seed ${seed}\n`);
  office = await signingOffice();
  signed = await signedTwice(await readFile('test/documents/golden/certificate.pdf'), office);
});

describe('a signed certificate', () => {
  it.each(Array.from({ length: 20 }, (_, part) => part))(
    'has no bit whose change goes unnoticed, part %i of twenty with twenty-five each',
    async (part) => {
      const next = randomNumbers(seed + part);
      const unnoticed: number[] = [];
      for (let count = 0; count < 25; count += 1) {
        const at = next(signed.length);
        const changed = Uint8Array.from(signed);
        changed[at] = (changed[at] ?? 0) ^ (1 << next(8));
        const { valid } = verifyDocument(changed, { roots: [office.root] });
        if (valid) unnoticed.push(at);
      }
      expect(unnoticed).toStrictEqual([]);
    },
  );

  it('has none in the structure around its newest signature, which no signature covers', async () => {
    const { signatures } = open(signed);
    const start = (signatures.at(-1)?.range?.from ?? 0) + 1;
    const unnoticed: number[] = [];
    for (let digit = 0; digit < STRUCTURE_DIGITS; digit += 1) {
      const changed = Uint8Array.from(signed);
      const at = start + digit;
      // One bit of four, another for the next digit: what a digit becomes is a digit where it can be.
      changed[at] = (changed[at] ?? 0) ^ (1 << (digit % 3));
      const { valid } = verifyDocument(changed, { roots: [office.root] });
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
