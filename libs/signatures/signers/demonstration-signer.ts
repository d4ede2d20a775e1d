import { keyedFromText, keyedToText, TestAuthority } from '../certificates/test-authority.js';
import { localSigner, type LocalKey } from './local-signer.js';
import type { Signer, SignerReference } from './signer.js';

/** Keeps a text of this installation under a name: what was made first is given to everybody who asks again. */
export type Keep = (name: string, make: () => Promise<string>) => Promise<string>;

const VALIDITY = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2050-01-01T00:00:00Z') };

/**
 * Signs for everybody with keys of a demonstration authority that is made once for each data folder. A person has an RSA key, an
 * organisation an elliptic one, as most offices do.
 */
export function demonstrationSigner(keep: Keep): Signer {
  const keys = new Map<string, Promise<LocalKey>>();
  return localSigner((signer) => {
    const name = `${signer.role}-${signer.id}`;
    const known = keys.get(name) ?? keyOf(keep, signer);
    keys.set(name, known);
    return known;
  });
}

/** The root that a demonstration believes, in DER. */
export async function demonstrationRoot(keep: Keep): Promise<Uint8Array> {
  return (await authorityOf(keep)).rootCertificate;
}

async function keyOf(keep: Keep, { role, id, name }: SignerReference): Promise<LocalKey> {
  const authority = await authorityOf(keep);
  const text = await keep(`${role}-${encodeURIComponent(id)}`, async () => {
    return keyedToText(await authority.certify({ ...VALIDITY, name }, role === 'person' ? 'RSA' : 'ECDSA'));
  });
  return { ...keyedFromText(text), name, intermediates: [authority.intermediateCertificate] };
}

async function authorityOf(keep: Keep): Promise<TestAuthority> {
  return TestAuthority.fromText(
    await keep('authority', async () => (await TestAuthority.make(VALIDITY)).toText()),
  );
}
