import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Keep } from '../signers/demonstration-signer.js';

/** The key that signs claims, made on first use: another one than those that sign papers, for it is always at hand. */
export async function keptClaimKey(keep: Keep): Promise<KeyObject> {
  const pem = await keep('claim-key', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    return Promise.resolve(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
  });
  return createPrivateKey(pem);
}
