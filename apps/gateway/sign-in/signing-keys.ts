import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { keptSecret } from '#libs/service/kept-secret.js';

export const signingAlgorithm = 'ES256';

/** The private key of the embedded issuer, kept beside the data so that tokens outlive a restart. */
export async function signingKeys(dataDir: string): Promise<{ readonly keys: JWK[] }> {
  const text = await keptSecret(join(dataDir, 'gateway'), 'oidc-keys.json', async () => {
    const { privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true });
    const key = await exportJWK(privateKey);
    return JSON.stringify({ keys: [{ ...key, alg: signingAlgorithm, use: 'sig', kid: 'embedded-1' }] });
  });
  return JSON.parse(text) as { readonly keys: JWK[] };
}

/** The public half, for verification. */
export function publicKeys({ keys }: { readonly keys: readonly JWK[] }): { keys: JWK[] } {
  return { keys: keys.map(({ d: _private, ...open }) => open) };
}
