import { beforeAll, describe, expect, it } from '@jest/globals';
import { open } from '#libs/signatures/pdf/revisions.js';
import { verifyDocument } from '#libs/signatures/verify-document.js';
import { type SigningOffice, signingOffice } from '../support/signing-office.js';
import { stampedTwice } from './stamped-twice.js';

const seed = Date.now() % 2 ** 31;
let office: SigningOffice;
let signed: Uint8Array;

beforeAll(async () => {
  process.stdout.write(`bit flips with seed ${seed}\n`);
  office = await signingOffice();
  signed = await stampedTwice(office);
});

/** `flip-every-bit.ts` beside this changes all of them. */
describe('a certificate signed and time-stamped twice', () => {
  it('is valid to begin with', () => {
    const { findings, signatures } = verifyDocument(signed, { roots: [office.root] });
    expect([findings, signatures.map(({ timeStamped }) => timeStamped)]).toStrictEqual([[], [true, true]]);
  });

  it.each(Array.from({ length: 20 }, (_, part) => part))(
    'has no bit whose change goes unnoticed, part %i of twenty with twenty-five each',
    (part) => {
      const next = randomNumbers(seed + part);
      const places = Array.from({ length: 25 }, () => next(signed.length));
      expect(unnoticedOf(places, next)).toStrictEqual([]);
    },
  );

  it('has none in the structure of its newest signature and its time stamp, which no signature covers', () => {
    const next = randomNumbers(seed);
    const { range } = open(signed).signatures.at(-1) ?? {};
    const room = Buffer.from(signed.subarray(range?.from, range?.to)).toString('latin1');
    const filled = room.replace(/0*>$/u, '').length;
    const places = Array.from({ length: filled }, (_, digit) => (range?.from ?? 0) + digit);
    expect(filled).toBeGreaterThan(4000);
    // Versions, algorithms and kinds stand at the beginning; certificates, signed attributes and the stamp further on.
    expect(
      unnoticedOf(
        places.filter((_, digit) => digit < 130 || digit % 19 === 0),
        next,
      ),
    ).toStrictEqual([]);
  });

  it('has none around its rooms: objects, dictionaries, cross-references, trailers', () => {
    const next = randomNumbers(seed);
    const { states, signatures } = open(signed);
    const isInRoom = (at: number) =>
      signatures.some(({ range }) => range !== undefined && range.from < at && at < range.to - 1);
    const places = Array.from({ length: signed.length }, (_, at) => at);
    const around = places.filter((at) => at >= (states[0]?.end ?? 0) && !isInRoom(at));
    expect(around.length).toBeGreaterThan(2000);
    expect(
      unnoticedOf(
        around.filter((_, index) => index % 7 === 0),
        next,
      ),
    ).toStrictEqual([]);
  });
});

/** Places where a changed bit left the certificate valid. What a hexadecimal digit becomes is a digit where it can be. */
function unnoticedOf(places: readonly number[], next: (below: number) => number): number[] {
  return places.filter((at) => {
    const changed = Uint8Array.from(signed);
    changed[at] = (changed[at] ?? 0) ^ (1 << next(next(2) === 0 ? 3 : 8));
    return verifyDocument(changed, { roots: [office.root] }).valid;
  });
}

function randomNumbers(start: number): (below: number) => number {
  let state = start;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
