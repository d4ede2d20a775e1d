import {
  type Attribute,
  CertificateChoices,
  CertificateSet,
  CMSVersion,
  ContentInfo,
  DigestAlgorithmIdentifiers,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  SignerIdentifier,
  SignerInfo,
  SignerInfos,
} from '@peculiar/asn1-cms';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, Certificate } from '@peculiar/asn1-x509';
import type { SignatureAlgorithm } from '../signers/signer.js';
import { attribute, oids } from './attributes.js';

export interface SignatureParts {
  readonly attributes: readonly Attribute[];
  readonly algorithm: SignatureAlgorithm;
  /** RSA value, or ECDSA pair in DER. */
  readonly value: Uint8Array;
  /** The signer's own first, in DER. */
  readonly chain: readonly Uint8Array[];
  /** RFC 3161 token over `value`, in DER. */
  readonly timeStamp?: Uint8Array;
}

/** The CMS structure that lies in a file's signature (RFC 5652, detached). */
export function encodeSignedData(parts: SignatureParts): Uint8Array {
  const certificates = parts.chain.map((der) => AsnConvert.parse(der, Certificate));
  const [own] = certificates;
  if (!own) throw new RangeError('A signature needs the certificate of its signer');
  const { issuer, serialNumber } = own.tbsCertificate;
  const digestAlgorithm = new AlgorithmIdentifier({ algorithm: oids.sha256 });
  const signer = new SignerInfo({
    version: CMSVersion.v1,
    sid: new SignerIdentifier({ issuerAndSerialNumber: new IssuerAndSerialNumber({ issuer, serialNumber }) }),
    digestAlgorithm,
    signedAttrs: [...parts.attributes],
    signatureAlgorithm: algorithmOf(parts.algorithm),
    signature: new OctetString(parts.value),
  });
  if (parts.timeStamp) {
    signer.unsignedAttrs = [attribute(oids.timeStampToken, Uint8Array.from(parts.timeStamp).buffer)];
  }
  const content = new SignedData({
    version: CMSVersion.v1,
    digestAlgorithms: new DigestAlgorithmIdentifiers([digestAlgorithm]),
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oids.data }),
    certificates: new CertificateSet(
      certificates.map((certificate) => new CertificateChoices({ certificate })),
    ),
    signerInfos: new SignerInfos([signer]),
  });
  const info = new ContentInfo({ contentType: oids.signedData, content: AsnConvert.serialize(content) });
  return new Uint8Array(AsnConvert.serialize(info));
}

function algorithmOf(algorithm: SignatureAlgorithm): AlgorithmIdentifier {
  return algorithm === 'ECDSA-P256-SHA256'
    ? new AlgorithmIdentifier({ algorithm: oids.ecdsaSha256 })
    : new AlgorithmIdentifier({ algorithm: oids.rsa, parameters: null });
}
