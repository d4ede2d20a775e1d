import { verify, X509Certificate } from 'node:crypto';
import { ContentInfo, SignedData, type SignerInfo } from '@peculiar/asn1-cms';
import { AsnConvert } from '@peculiar/asn1-schema';
import type { Certificate } from '@peculiar/asn1-x509';
import type { SignatureAlgorithm } from '../signers/signer.js';
import { boundCertificate, octets, oids, onlyValue, sha256, toBeSigned } from './attributes.js';
import { encodeSignedData } from './signed-data.js';

export interface ReadSignature {
  /** The signer's certificate and the others that came with it, in DER. */
  readonly certificate: Uint8Array;
  readonly others: readonly Uint8Array[];
  readonly messageDigest: Uint8Array;
  /** What a time stamp covers. */
  readonly value: Uint8Array;
  readonly timeStamp?: Uint8Array;
  readonly hasSigningTime: boolean;
  /** The certificate that the signature binds itself to is the one it came with. */
  readonly isBoundToCertificate: boolean;
  readonly isValueRight: boolean;
  /** The structure is, bit for bit, the one that this software writes from its parts: what no signature covers says nothing else. */
  readonly isCanonical: boolean;
  /** Length of the structure; what follows in its room must be zeros. */
  readonly length: number;
}

/** @throws when the bytes are no CMS signature of one signer with signed attributes over SHA-256 */
export function readSignedData(room: Uint8Array): ReadSignature {
  const length = derLength(room);
  const { data, signer } = onlySigner(room.slice(0, length));
  const certificates = [...(data.certificates ?? [])].flatMap(({ certificate }) =>
    certificate ? [readable(certificate)] : [],
  );
  const own = certificates.find(({ certificate }) => isOf(signer, certificate.tbsCertificate));
  if (!own) throw new TypeError('the certificate of the signer is not there');
  const others = certificates.filter((one) => one !== own).map(({ der }) => der);
  const read = readSigner(signer, own.der);
  const rebuilt = encodeSignedData({
    attributes: signer.signedAttrs ?? [],
    algorithm: algorithmOf(own.x509),
    value: read.value,
    chain: [own.der, ...others],
    ...(read.timeStamp ? { timeStamp: read.timeStamp } : {}),
  });
  const isCanonical = Buffer.compare(rebuilt, room.subarray(0, length)) === 0;
  return { ...read, isCanonical, certificate: own.der, others, length };
}

function isOf(
  { sid }: SignerInfo,
  { issuer, serialNumber }: { readonly issuer: object; readonly serialNumber: ArrayBuffer },
): boolean {
  const named = sid.issuerAndSerialNumber;
  if (!named) return false;
  const equal = (one: ArrayBuffer, other: ArrayBuffer) => Buffer.from(one).equals(Buffer.from(other));
  return (
    equal(named.serialNumber, serialNumber) &&
    equal(AsnConvert.serialize(named.issuer), AsnConvert.serialize(issuer))
  );
}

function readSigner(
  signer: SignerInfo,
  certificate: Uint8Array,
): Omit<ReadSignature, 'certificate' | 'others' | 'length' | 'isCanonical'> {
  const { signedAttrs = [], unsignedAttrs = [] } = signer;
  const digest = onlyValue(signedAttrs, oids.messageDigest);
  if (!digest) throw new TypeError('no digest of the content is signed');
  const bound = onlyValue(signedAttrs, oids.signingCertificateV2);
  const named = bound && boundCertificate(bound);
  const timeStamp = onlyValue(unsignedAttrs, oids.timeStampToken);
  const value = new Uint8Array(signer.signature.buffer);
  return {
    messageDigest: octets(digest),
    value,
    ...(timeStamp ? { timeStamp } : {}),
    hasSigningTime: signedAttrs.some(({ attrType }) => attrType === oids.signingTime),
    isBoundToCertificate: named !== undefined && Buffer.compare(named, sha256(certificate)) === 0,
    isValueRight: isSignatureOver(toBeSigned(signedAttrs), value, certificate),
  };
}

function onlySigner(der: Uint8Array): { readonly data: SignedData; readonly signer: SignerInfo } {
  const info = AsnConvert.parse(der, ContentInfo);
  if (info.contentType !== oids.signedData) throw new TypeError('not signed data');
  const data = AsnConvert.parse(info.content, SignedData);
  const [signer, ...more] = data.signerInfos;
  if (!signer || more.length > 0) throw new TypeError('not one signer');
  if (signer.digestAlgorithm.algorithm !== oids.sha256) throw new TypeError('not SHA-256');
  return { data, signer };
}

/** @throws when it is well-formed and still no certificate: nothing is judged by what cannot be read */
function readable(certificate: Certificate) {
  const der = new Uint8Array(AsnConvert.serialize(certificate));
  return { certificate, der, x509: new X509Certificate(der) };
}

function algorithmOf({ publicKey: { asymmetricKeyType } }: X509Certificate): SignatureAlgorithm {
  return asymmetricKeyType === 'ec' ? 'ECDSA-P256-SHA256' : 'RSA-PKCS1-SHA256';
}

/** Whether the key of the certificate made the signature over these bytes. */
export function isSignatureOver(bytes: Uint8Array, value: Uint8Array, certificate: Uint8Array): boolean {
  return verify('sha256', bytes, new X509Certificate(certificate).publicKey, value);
}

function derLength(bytes: Uint8Array): number {
  const first = bytes[1] ?? 0;
  if (first < 0x80) return 2 + first;
  const count = first & 0x7f;
  const length = [...bytes.subarray(2, 2 + count)].reduce((sum, byte) => sum * 256 + byte, 0);
  if (count > 3 || 2 + count + length > bytes.length)
    throw new TypeError('the structure is longer than its room');
  return 2 + count + length;
}
