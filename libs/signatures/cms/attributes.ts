import { createHash } from 'node:crypto';
import { childrenOf, type Der, der, expectTag, isOid, oidOf, readDer, tags } from './der.js';

export const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampInfo: '1.2.840.113549.1.9.16.1.4',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
  rsaSha256: '1.2.840.113549.1.1.11',
  ecdsaSha256: '1.2.840.10045.4.3.2',
} as const;

/** An attribute of a signer (RFC 5652, 5.3) in DER. */
export type Attribute = Uint8Array;

/**
 * What the signer's key signs for a PAdES baseline signature: digest of the file and the certificate, in DER order. A signing time is not
 * among them: ETSI EN 319 142-1 forbids it, the claimed one stands in the file.
 */
export function signedAttributes(
  fileDigest: Uint8Array,
  certificate: Uint8Array,
  contentType: string = oids.data,
): Attribute[] {
  // RFC 5035: which certificate signs, so that no other one with the same key can be put in its place. SHA-256 is what it means unsaid.
  const essCertificate = der(tags.sequence, der(tags.octets, sha256(certificate)));
  return [
    attribute(oids.contentType, oidOf(contentType)),
    attribute(oids.messageDigest, der(tags.octets, fileDigest)),
    attribute(oids.signingCertificateV2, der(tags.sequence, der(tags.sequence, essCertificate))),
  ].sort((one, other) => Buffer.compare(one, other));
}

/** The bytes whose SHA-256 is signed. */
export function toBeSigned(attributes: readonly Attribute[]): Uint8Array {
  return der(tags.set, ...attributes);
}

export function attribute(type: string, value: Uint8Array): Attribute {
  return der(tags.sequence, oidOf(type), der(tags.set, value));
}

/** The one value of an attribute that must be there once with one value; undefined otherwise. @throws TypeError */
export function onlyValue(attributes: readonly Attribute[], oid: string): Der | undefined {
  const found = attributes.filter((one) => isAttribute(one, oid));
  const values = found.flatMap((one) => {
    const [, set, ...more] = childrenOf(readDer(one));
    return more.length === 0 ? childrenOf(expectTag(set, tags.set)) : [];
  });
  return values.length === 1 ? values[0] : undefined;
}

export function isAttribute(one: Attribute, oid: string): boolean {
  return isOid(childrenOf(readDer(one))[0], oid);
}

/** Whether the signed attributes name this certificate, by whichever digest they name theirs. @throws TypeError */
export function bindsTo(attributes: readonly Attribute[], certificate: Uint8Array): boolean {
  const second = onlyValue(attributes, oids.signingCertificateV2);
  const first = onlyValue(attributes, oids.signingCertificate);
  const value = second ?? first;
  if (!value) return false;
  const [certificates] = childrenOf(value);
  const [essCertificate] = childrenOf(expectTag(certificates, tags.sequence));
  const parts = childrenOf(expectTag(essCertificate, tags.sequence));
  const named = second ? digestNamed(parts) : { algorithm: 'sha1', digest: expectTag(parts[0], tags.octets) };
  if (!named) return false;
  const digest = createHash(named.algorithm).update(certificate).digest();
  return Buffer.compare(named.digest.content, digest) === 0;
}

function digestNamed([first, second]: readonly Der[]) {
  if (first?.tag === tags.octets) return { algorithm: 'sha256', digest: first };
  const isSha256 = first !== undefined && isOid(childrenOf(first)[0], oids.sha256);
  return isSha256 ? { algorithm: 'sha256', digest: expectTag(second, tags.octets) } : undefined;
}

export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}
