/**
 * `node -C source --import ./test/support/source-hooks.mjs test/signatures/flip-every-bit.ts` changes every single bit of what holds the signatures
 * of a certificate signed and time-stamped twice (their rooms as long as something stands in them, and all of both updates around them), every
 * bit of one byte in `EVERY` elsewhere, and says which changes went unnoticed, by their places. Minutes; exit code 1 when one did.
 */
import { open } from '#libs/signatures/pdf/revisions.js';
import { verifyDocument } from '#libs/signatures/verify-document.js';
import { signingOffice } from '../support/signing-office.js';
import { stampedTwice } from './stamped-twice.js';

const EVERY = 97;

const office = await signingOffice();
const bytes = await stampedTwice(office);
const { states, signatures } = open(bytes);
const trust = { roots: [office.root], expected: ['person', 'organisation'] };
if (!verifyDocument(bytes, trust).valid) throw new Error('The certificate is not valid to begin with');

const padding = signatures.flatMap(({ range }) => {
  if (!range) return [];
  const room = Buffer.from(bytes.subarray(range.from, range.to)).toString('latin1');
  return [{ from: range.from + room.replace(/0*>$/u, '').length + 64, to: range.to - 2 }];
});
const firstEnd = states[0]?.end ?? 0;
const codes = new Map<string, number>();
const unnoticed: string[] = [];
let flips = 0;

for (let at = 0; at < bytes.length; at += 1) {
  const isSampled = at < firstEnd || padding.some(({ from, to }) => from < at && at < to);
  if (!isSampled || at % EVERY === 0) flipAll(at);
}

process.stdout.write(`${flips} flips over ${bytes.length} bytes, ${unnoticed.length} unnoticed\n`);
for (const [code, count] of [...codes].sort((a, b) => b[1] - a[1]))
  process.stdout.write(`${count}  ${code}\n`);
for (const one of unnoticed) process.stdout.write(`unnoticed: ${one}\n`);
process.exitCode = unnoticed.length > 0 ? 1 : 0;

function flipAll(at: number): void {
  for (let bit = 0; bit < 8; bit += 1) {
    const changed = Uint8Array.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ (1 << bit);
    flips += 1;
    const { findings } = verifyDocument(changed, trust);
    const [first] = findings;
    if (!first) unnoticed.push(`bit ${bit} of byte ${at}`);
    else codes.set(first.code, (codes.get(first.code) ?? 0) + 1);
  }
}
