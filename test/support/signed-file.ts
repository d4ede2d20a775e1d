import type { AwaitedSigner, SignedCertificate } from '#activities/sign-certificate.js';

/** The file that everybody has signed; empty while somebody is awaited. */
export function fileOf(signed: SignedCertificate | AwaitedSigner): Uint8Array {
  return 'bytes' in signed ? signed.bytes : new Uint8Array();
}
