import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { LocalDate } from '#libs/kernel/time.js';
import type { Keep } from '../signers/demonstration-signer.js';
import { keyId } from './claim.js';

/** Texts of this installation under names, and which there are. */
export interface KeyFolder {
  readonly keep: Keep;
  readonly names: (folder: string) => Promise<readonly string[]>;
}

/** RFC 7517: what a stranger needs to check claims; keys that no longer sign stay in it. */
export interface ClaimKeySet {
  readonly keys: readonly Readonly<Record<string, unknown>>[];
}

const FIRST = 'claim-key';
const NEXT = /^claim-key-(\d{4}-\d{2}-\d{2})$/u;
const PUBLIC = 'public';

/**
 * The key that signs the claim of a certificate issued on this day, made on first use: another one than those that sign papers, for it is
 * always at hand. The day alone decides, so a certificate that is drawn again after a change of keys is the same.
 */
export async function claimKeyFor(folder: KeyFolder, issuedOn: LocalDate): Promise<KeyObject> {
  const since = (await folder.names('.')).flatMap((name) => NEXT.exec(name)?.[1] ?? []);
  const latest = since
    .filter((day) => day <= issuedOn)
    .sort()
    .at(-1);
  return madeKey(folder, latest === undefined ? FIRST : `${FIRST}-${latest}`);
}

/** Makes the key for certificates issued from that day on; those before keep theirs, and both stay published. */
export async function addClaimKey(folder: KeyFolder, from: LocalDate): Promise<KeyObject> {
  await madeKey(folder, FIRST);
  return madeKey(folder, `${FIRST}-${from}`);
}

export async function publishedClaimKeys({ keep, names }: KeyFolder): Promise<ClaimKeySet> {
  const found = [...(await names(PUBLIC))].sort();
  const gone = () => Promise.reject(new Error('A published key was taken away'));
  const texts = await Promise.all(found.map((name) => keep(`${PUBLIC}/${name}`, gone)));
  return { keys: texts.map((text) => JSON.parse(text) as ClaimKeySet['keys'][number]) };
}

/** @throws TypeError when it is no set of keys */
export function claimKeysIn(text: string): readonly KeyObject[] {
  const set = JSON.parse(text) as Partial<ClaimKeySet> | null;
  if (!Array.isArray(set?.keys)) throw new TypeError('no set of keys');
  return (set.keys as ClaimKeySet['keys']).map((key) => createPublicKey({ key: { ...key }, format: 'jwk' }));
}

async function madeKey({ keep }: KeyFolder, name: string): Promise<KeyObject> {
  const pem = await keep(name, () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    return Promise.resolve(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
  });
  const key = createPrivateKey(pem);
  await keep(`${PUBLIC}/${name}`, () => Promise.resolve(JSON.stringify(publicHalf(key))));
  return key;
}

function publicHalf(key: KeyObject): ClaimKeySet['keys'][number] {
  const { kty, crv, x, y } = createPublicKey(key).export({ format: 'jwk' });
  const kid = Buffer.from(keyId(key)).toString('base64url');
  return { kty, crv, x, y, kid, alg: 'ES256', use: 'sig' };
}
