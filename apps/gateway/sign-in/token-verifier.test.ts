import { expect, it } from '@jest/globals';
import { generateKeyPair, SignJWT } from 'jose';
import { TokenVerifier } from './token-verifier.js';

it('a token that was good is no more once it has expired, though it was remembered', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const rules = { issuer: 'https://id.example', audience: 'hoso', keys: () => publicKey };
  let now = Date.parse('2026-11-16T02:00:00.000Z');
  const expiresAt = now / 1000 + 600;
  const token = await new SignJWT({ roles: ['specialist'] })
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(rules.issuer)
    .setAudience(rules.audience)
    .setSubject('officer-1')
    .setExpirationTime(expiresAt)
    .sign(privateKey);
  const verifier = new TokenVerifier(
    rules,
    () => undefined,
    () => now,
  );
  const actor = { id: 'officer-1', roles: ['specialist'] };
  expect(await verifier.verify(token)).toStrictEqual({ actor, expiresAt });
  // Clocks may differ by half a minute.
  now = expiresAt * 1000 + 31_000;
  expect(await verifier.verify(token)).toBeUndefined();
});
