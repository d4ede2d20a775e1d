import { constants, type KeyObject, privateEncrypt } from 'node:crypto';
import { p256 } from '@noble/curves/nist.js';
import type { SignatureAlgorithm } from './signer.js';

/** RFC 8017, 9.2: what stands before a SHA-256 value that RSA signs. */
const SHA256_PREFIX = Buffer.from('3031300d060960864801650304020105000420', 'hex');

export function algorithmOf({ asymmetricKeyType }: KeyObject): SignatureAlgorithm {
  return asymmetricKeyType === 'ec' ? 'ECDSA-P256-SHA256' : 'RSA-PKCS1-SHA256';
}

/** Signs a SHA-256 value itself; the same value gives the same signature (RFC 6979 where the key is elliptic). */
export function signHash(hash: Uint8Array, key: KeyObject): Uint8Array {
  if (algorithmOf(key) === 'RSA-PKCS1-SHA256') {
    const padded = { key, padding: constants.RSA_PKCS1_PADDING };
    return privateEncrypt(padded, Buffer.concat([SHA256_PREFIX, hash]));
  }
  const { d = '' } = key.export({ format: 'jwk' });
  return p256.sign(hash, Buffer.from(d, 'base64url'), { prehash: false, format: 'der' });
}
