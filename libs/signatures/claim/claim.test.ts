import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '#libs/kernel/time.js';
import type { Keep } from '../signers/demonstration-signer.js';
import { fromBase45, toBase45 } from './base45.js';
import { addClaimKey, claimKeyFor, claimKeysIn, publishedClaimKeys } from './claim-keys.js';
import { type Claim, claimText, readClaim } from './claim.js';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const claim: Claim = {
  number: '01/GP-TTĐT',
  holder: 'Công ty Cổ phần Truyền thông Gió Biển',
  agency: 'Sở Văn hóa, Thể thao và Du lịch tỉnh Gia Lai',
  issuedOn: '2026-11-25',
  expiresOn: '2036-11-25',
  factsDigest: '00112233445566778899aabbccddeeff',
};

describe('base 45', () => {
  it('is that of RFC 9285', () => {
    expect(toBase45(new TextEncoder().encode('Hello!!'))).toBe('%69 VD92EX0');
    expect(new TextDecoder().decode(fromBase45('%69 VD92EX0'))).toBe('Hello!!');
    expect(['GGW', ':::', 'a', 'A', 'ab'].map(fromBase45)).toStrictEqual(Array(5).fill(undefined));
  });
});

describe('the claim on a certificate', () => {
  const text = claimText(claim, privateKey);

  it('says what was issued, to whoever has the public key, and is the same each time', () => {
    expect(readClaim(text, [publicKey])).toStrictEqual(claim);
    expect(readClaim(text, [createPublicKey(privateKey)])).toStrictEqual(claim);
    expect(claimText(claim, privateKey)).toBe(text);
    expect(text.length).toBeLessThan(500);
  });

  it('of another key, with one changed bit, or none at all, is told apart', () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(readClaim(text, [other.publicKey])).toBe('otherKey');
    const bytes = fromBase45(text) ?? new Uint8Array();
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(typeof readClaim(toBase45(changed), [publicKey])).toBe('string');
    }
    expect(readClaim('HELLO', [publicKey])).toBe('notAClaim');
  });
});

describe('the keys of claims', () => {
  const folder = () => {
    const kept = new Map<string, string>();
    const keep: Keep = async (name, make) => {
      const text = kept.get(name) ?? (await make());
      kept.set(name, text);
      return text;
    };
    const names = (under: string) =>
      Promise.resolve(
        [...kept.keys()].flatMap((name) => {
          const inside = under === '.' ? name : name.replace(`${under}/`, '');
          return inside.includes('/') || (under !== '.' && inside === name) ? [] : [inside];
        }),
      );
    return { keep, names };
  };
  const [before, after] = ['2026-12-31', '2027-01-01'] as LocalDate[];

  it('change with the day of issue: what was signed before a change is checked after it, and drawn again the same', async () => {
    const ring = folder();
    if (!before || !after) throw new Error('no days');
    const old = claimText(claim, await claimKeyFor(ring, before));
    await addClaimKey(ring, after);
    expect(claimText(claim, await claimKeyFor(ring, before))).toBe(old);
    const next = claimText(claim, await claimKeyFor(ring, after));
    const keys = claimKeysIn(JSON.stringify(await publishedClaimKeys(ring)));
    expect([old, next].map((text) => readClaim(text, keys))).toStrictEqual([claim, claim]);
    expect(readClaim(next, keys.slice(0, 1))).toBe('otherKey');
  });

  it('are published without their private half, each under the id that claims name', async () => {
    const ring = folder();
    if (!after) throw new Error('no day');
    await addClaimKey(ring, after);
    const { keys } = await publishedClaimKeys(ring);
    expect(keys.map(({ kty, crv, alg, d }) => [kty, crv, alg, d])).toStrictEqual(
      Array.from({ length: 2 }, () => ['EC', 'P-256', 'ES256', undefined]),
    );
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(2);
  });
});
