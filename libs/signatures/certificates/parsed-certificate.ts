import { X509Certificate } from 'node:crypto';

const known = new WeakMap<Uint8Array, X509Certificate>();

/** A certificate of these bytes, read once for as long as somebody holds them: reading is most of the work of judging one. */
export function parsedCertificate(der: Uint8Array): X509Certificate {
  const certificate = known.get(der) ?? new X509Certificate(der);
  known.set(der, certificate);
  return certificate;
}
