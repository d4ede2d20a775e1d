import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { p256 } from '@noble/curves/nist.js';
import { decode, encode } from 'cborg';
import { fromBase45, toBase45 } from './base45.js';

/** That a licence was issued, for somebody without network. It says nothing of what became of it since. */
export interface Claim {
  readonly number: string;
  readonly holder: string;
  readonly agency: string;
  /** ISO dates; the last day included. */
  readonly issuedOn: string;
  readonly expiresOn: string;
  /** First half of the SHA-256 of the certificate's facts, lower-case hex. */
  readonly factsDigest: string;
}

export type ClaimFault = 'notAClaim' | 'otherKey' | 'wrongSignature';

/** COSE header: algorithm ES256, and which key (RFC 9052, 3.1). */
const ES256 = new Map<number, unknown>([[1, -7]]);
const KEY_ID = 4;
/** The registered claims of RFC 8392 where there is one, private ones below −65536. */
const FIELDS = [
  ['agency', 1],
  ['holder', 2],
  ['number', -65_537],
  ['issuedOn', -65_538],
  ['expiresOn', -65_539],
] as const satisfies readonly (readonly [keyof Claim, number])[];
const DIGEST = -65_540;

/** The text of a QR code: COSE_Sign1 over a CWT claims set, in base 45. Equal claims give equal text. */
export function claimText(claim: Claim, key: KeyObject): string {
  const protectedHeader = headerOf(key);
  const payload = encode(
    new Map<number, unknown>([
      ...FIELDS.map(([field, label]) => [label, claim[field]] as const),
      [DIGEST, Buffer.from(claim.factsDigest, 'hex')],
    ]),
  );
  const { d = '' } = key.export({ format: 'jwk' });
  const signature = p256.sign(signedPart(protectedHeader, payload), Buffer.from(d, 'base64url'), {
    lowS: false,
  });
  return toBase45(encode([protectedHeader, new Map(), payload, signature]));
}

/** What a claim says, when one of the agency's keys signed it. */
export function readClaim(text: string, publicKeys: readonly KeyObject[]): Claim | ClaimFault {
  const parts = partsOf(text);
  if (!parts) return 'notAClaim';
  const [header, payload, signature] = parts;
  const publicKey = publicKeys.find((one) => Buffer.compare(header, headerOf(one)) === 0);
  if (!publicKey) return 'otherKey';
  const key = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
  if (!verify('sha256', signedPart(header, payload), key, signature)) return 'wrongSignature';
  return claimIn(payload) ?? 'notAClaim';
}

type Parts = readonly [header: Uint8Array, payload: Uint8Array, signature: Uint8Array];

function partsOf(text: string): Parts | undefined {
  const message = decoded(fromBase45(text));
  if (!Array.isArray(message) || message.length !== 4) return undefined;
  const parts = [message[0], message[2], message[3]] as const;
  return parts.every((part) => part instanceof Uint8Array) ? (parts as Parts) : undefined;
}

function claimIn(payload: Uint8Array): Claim | undefined {
  const map = decoded(payload);
  if (!(map instanceof Map)) return undefined;
  const texts = FIELDS.map(([field, label]) => [field, map.get(label) as unknown] as const);
  const digest: unknown = map.get(DIGEST);
  if (!(digest instanceof Uint8Array) || texts.some(([, value]) => typeof value !== 'string'))
    return undefined;
  const fields = Object.fromEntries(texts) as Omit<Claim, 'factsDigest'>;
  return { ...fields, factsDigest: Buffer.from(digest).toString('hex') };
}

function decoded(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && decode(bytes, { useMaps: true, strict: true });
  } catch {
    return undefined;
  }
}

function signedPart(header: Uint8Array, payload: Uint8Array): Uint8Array {
  return encode(['Signature1', header, new Uint8Array(), payload]);
}

function headerOf(key: KeyObject): Uint8Array {
  return encode(new Map([...ES256, [KEY_ID, keyId(key)]]));
}

/** First eight bytes of the SHA-256 of the public key (SubjectPublicKeyInfo). */
export function keyId(key: KeyObject): Uint8Array {
  const open = key.type === 'private' ? createPublicKey(key) : key;
  return createHash('sha256')
    .update(open.export({ format: 'der', type: 'spki' }))
    .digest()
    .subarray(0, 8);
}
