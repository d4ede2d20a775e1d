/**
 * `node -C source --import ./test/support/source-hooks.mjs test/signatures/flip-every-bit.ts` changes every single bit of what no later signature
 * covers in a certificate signed and time-stamped twice: the structure in the newest room, and both updates around their rooms; elsewhere
 * every bit of one byte in `EVERY`. Says how each was noticed, and the places of those that were not. Ten minutes; exit code 1 when one was not.
 */
import { open } from '#libs/signatures/pdf/revisions.js';
import { verifyDocument } from '#libs/signatures/verify-document.js';
import { signingOffice } from '../support/signing-office.js';
import { stampedTwice } from './stamped-twice.js';

const EVERY = 53;

const office = await signingOffice();
const bytes = await stampedTwice(office);
const { states, signatures } = open(bytes);
const trust = { roots: [office.root], expected: ['person', 'organisation'] };
if (!verifyDocument(bytes, trust).valid) throw new Error('The certificate is not valid to begin with');

const [first, newest] = signatures.map(({ range }) => range);
if (!first || !newest) throw new Error('The certificate has not two signatures');
/** Zeros of the newest room are one and the same case. */
const filled = Buffer.from(bytes.subarray(newest.from, newest.to))
  .toString('latin1')
  .replace(/0*>$/u, '').length;
const sampled = [
  { from: 0, to: states[0]?.end ?? 0 },
  { from: first.from + 1, to: first.to - 1 },
  { from: newest.from + filled + 64, to: newest.to - 1 },
];
const codes = new Map<string, number>();
const unnoticed: string[] = [];
let flips = 0;

for (let at = 0; at < bytes.length; at += 1) {
  const isSampled = sampled.some(({ from, to }) => from <= at && at < to);
  if (!isSampled || at % EVERY === 0) flipAll(at);
}

process.stdout.write(`${flips} flips over ${bytes.length} bytes, ${unnoticed.length} unnoticed\n`);
for (const [code, count] of [...codes].sort((a, b) => b[1] - a[1]))
  process.stdout.write(`${count}  ${code}\n`);
process.exitCode = unnoticed.length > 0 ? 1 : 0;

function flipAll(at: number): void {
  for (let bit = 0; bit < 8; bit += 1) {
    const changed = Uint8Array.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ (1 << bit);
    flips += 1;
    const { findings } = verifyDocument(changed, trust);
    for (const code of new Set(findings.map((finding) => finding.code)))
      codes.set(code, (codes.get(code) ?? 0) + 1);
    if (findings.length > 0) continue;
    unnoticed.push(`${at}.${bit}`);
    process.stdout.write(`unnoticed: bit ${bit} of byte ${at}\n`);
  }
}
