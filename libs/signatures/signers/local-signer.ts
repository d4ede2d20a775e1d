import type { KeyedCertificate } from '../certificates/test-authority.js';
import { algorithmOf, signHash } from './sign-hash.js';
import type { Signer, SignerReference, SigningRequest } from './signer.js';

export interface LocalKey extends KeyedCertificate {
  readonly name: string;
  /** Authorities between the certificate and the root, in DER. */
  readonly intermediates: readonly Uint8Array[];
}

/**
 * Signs at once with keys that lie on this machine: for development. It keeps nothing, for the same hash gets the same signature again; the
 * transaction carries what is signed.
 */
export function localSigner(keyOf: (signer: SignerReference) => Promise<LocalKey>): Signer {
  return {
    async describe(signer) {
      const { name, certificate, intermediates, key } = await keyOf(signer);
      return { name, chain: [certificate, ...intermediates], algorithm: algorithmOf(key) };
    },
    start({ hash, signer }: SigningRequest) {
      return Promise.resolve(JSON.stringify([signer, Buffer.from(hash).toString('hex')]));
    },
    async poll(transaction) {
      const [signer, hash] = JSON.parse(transaction) as [SignerReference, string];
      const { key } = await keyOf(signer);
      return { state: 'signed', signature: signHash(Buffer.from(hash, 'hex'), key) };
    },
  };
}
