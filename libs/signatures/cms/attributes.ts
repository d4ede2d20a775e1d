import { createHash } from 'node:crypto';
import { Attribute } from '@peculiar/asn1-cms';
import {
  AsnArray,
  AsnConvert,
  AsnObjectIdentifierConverter,
  AsnProp,
  AsnType,
  AsnTypeTypes,
  OctetString,
} from '@peculiar/asn1-schema';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';

export const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
  rsaSha256: '1.2.840.113549.1.1.11',
  ecdsaSha256: '1.2.840.10045.4.3.2',
} as const;

/** RFC 5035: which certificate signs, so that no other one with the same key can be put in its place. */
class EssCertId {
  hashAlgorithm: AlgorithmIdentifier | undefined;
  certHash = new OctetString();
}
AsnType({ type: AsnTypeTypes.Sequence })(EssCertId);
AsnProp({ type: AlgorithmIdentifier, optional: true })(EssCertId.prototype, 'hashAlgorithm');
AsnProp({ type: OctetString })(EssCertId.prototype, 'certHash');

class SigningCertificate {
  certs: EssCertId[] = [];
}
AsnType({ type: AsnTypeTypes.Sequence })(SigningCertificate);
AsnProp({ type: EssCertId, repeated: 'sequence' })(SigningCertificate.prototype, 'certs');

class AttributeSet extends AsnArray<Attribute> {}
AsnType({ type: AsnTypeTypes.Set, itemType: Attribute })(AttributeSet);

/**
 * What the signer's key signs for a PAdES baseline signature: digest of the file and the certificate, in DER order. A signing time is not
 * among them: ETSI EN 319 142-1 forbids it, the claimed one stands in the file.
 */
export function signedAttributes(fileDigest: Uint8Array, certificate: Uint8Array): Attribute[] {
  const essCertificate = Object.assign(new EssCertId(), { certHash: new OctetString(sha256(certificate)) });
  const attributes = [
    attribute(oids.contentType, AsnObjectIdentifierConverter.toASN(oids.data).toBER()),
    attribute(oids.messageDigest, AsnConvert.serialize(new OctetString(fileDigest))),
    attribute(
      oids.signingCertificateV2,
      AsnConvert.serialize(Object.assign(new SigningCertificate(), { certs: [essCertificate] })),
    ),
  ];
  return attributes
    .map((one) => ({ one, der: Buffer.from(AsnConvert.serialize(one)) }))
    .sort((a, b) => Buffer.compare(a.der, b.der))
    .map(({ one }) => one);
}

/** The bytes whose SHA-256 is signed. */
export function toBeSigned(attributes: readonly Attribute[]): Uint8Array {
  return Buffer.from(AsnConvert.serialize(new AttributeSet([...attributes])));
}

export function attribute(attrType: string, value: ArrayBuffer): Attribute {
  return new Attribute({ attrType, attrValues: [value] });
}

/** The one value of an attribute that must be there once with one value; undefined otherwise. */
export function onlyValue(attributes: readonly Attribute[], oid: string): Uint8Array | undefined {
  const found = attributes.filter(({ attrType }) => attrType === oid);
  const [value, ...others] = found.flatMap(({ attrValues }) => attrValues);
  return value !== undefined && others.length === 0 ? new Uint8Array(value) : undefined;
}

/** The digests of the certificates that the attribute binds the signature to; SHA-256 unless it says otherwise. */
export function boundCertificate(value: Uint8Array): Uint8Array | undefined {
  const [first] = AsnConvert.parse(value, SigningCertificate).certs;
  const isSha256 = !first?.hashAlgorithm || first.hashAlgorithm.algorithm === oids.sha256;
  return first && isSha256 ? new Uint8Array(first.certHash.buffer) : undefined;
}

export function octets(value: Uint8Array): Uint8Array {
  return new Uint8Array(AsnConvert.parse(value, OctetString).buffer);
}

export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}
