import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { fromBase45, toBase45 } from './base45.js';
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
    expect(readClaim(text, publicKey)).toStrictEqual(claim);
    expect(readClaim(text, createPublicKey(privateKey))).toStrictEqual(claim);
    expect(claimText(claim, privateKey)).toBe(text);
    expect(text.length).toBeLessThan(500);
  });

  it('of another key, with one changed bit, or none at all, is told apart', () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(readClaim(text, other.publicKey)).toBe('otherKey');
    const bytes = fromBase45(text) ?? new Uint8Array();
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(typeof readClaim(toBase45(changed), publicKey)).toBe('string');
    }
    expect(readClaim('HELLO', publicKey)).toBe('notAClaim');
  });
});
