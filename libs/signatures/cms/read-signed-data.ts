import { verify, type X509Certificate } from 'node:crypto';
import { parsedCertificate } from '../certificates/parsed-certificate.js';
import type { SignatureAlgorithm } from '../signers/signer.js';
import { type Attribute, bindsTo, isAttribute, oids, onlyValue, sha256, toBeSigned } from './attributes.js';
import { issuerAndSerialOf } from './certificate-fields.js';
import { childrenOf, type Der, expectTag, isOid, readDer, tags } from './der.js';
import { encodeSignedData, type Manner, mannersOf, type SignatureParts } from './signed-data.js';

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
  /** The structure is, bit for bit, the one that is written from its parts: what no signature covers says nothing else. */
  readonly isCanonical: boolean;
  /** Length of the structure; what follows in its room must be zeros. */
  readonly length: number;
}

/** What is signed travels inside, as in a time stamp. */
export interface ReadToken extends ReadSignature {
  readonly content: Uint8Array;
}

/** A signature over a file. @throws TypeError when the bytes are no CMS signature of one signer with signed attributes over SHA-256 */
export function readSignedData(room: Uint8Array): ReadSignature {
  const read = readParts(room);
  const { parts, whole } = read;
  return { ...read.signature, isCanonical: equal(encodeSignedData(parts), whole) };
}

/** A signature that holds what it signs. Authorities name their algorithms in one of a few ways. @throws TypeError */
export function readToken(bytes: Uint8Array, type: string): ReadToken {
  const { parts, whole, signature, inside, certificates } = readParts(bytes);
  const [holder] = inside ? childrenOf(inside) : [];
  const content = expectTag(holder, tags.octets).content;
  const written = (manner: Manner) =>
    encodeSignedData(parts, { ...manner, certificates, content: { type, bytes: content } });
  const isCanonical =
    parts.timeStamp === undefined &&
    isOid(onlyValue(parts.attributes, oids.contentType), type) &&
    mannersOf(parts.algorithm).some((manner) => equal(written(manner), whole));
  return { ...signature, content, isCanonical };
}

function readParts(bytes: Uint8Array) {
  const whole = expectTag(readDer(bytes), tags.sequence);
  const [type, explicit] = childrenOf(whole);
  if (!isOid(type, oids.signedData)) throw new TypeError('not signed data');
  const [data] = childrenOf(expectTag(explicit, tags.context0));
  const [, , encapsulated, set, ...rest] = childrenOf(expectTag(data, tags.sequence));
  const [signer, ...more] = childrenOf(expectTag(rest.at(-1), tags.set));
  if (!signer || more.length > 0) throw new TypeError('not one signer');
  const certificates = childrenOf(expectTag(set, tags.context0)).map((one) => one.whole);
  const signed = readSigner(signer);
  const own = certificates.find((one) => equal(issuerAndSerialOf(one), signed.named.whole));
  if (!own) throw new TypeError('the certificate of the signer is not there');
  const others = certificates.filter((one) => one !== own);
  // Nothing is judged by what is well-formed and still no certificate: what cannot be read throws here.
  const [x509] = [own, ...others].map(parsedCertificate);
  const parts: SignatureParts = { ...signed.parts, algorithm: algorithmOf(x509), chain: [own, ...others] };
  return {
    parts,
    certificates,
    whole: whole.whole,
    inside: childrenOf(expectTag(encapsulated, tags.sequence))[1],
    signature: { ...judged(parts, own), certificate: own, others, length: whole.whole.length },
  };
}

/** Version, signer, digest algorithm, signed attributes, signature algorithm, value, unsigned attributes. */
function readSigner(signer: Der) {
  const [, named, digest, attributes, , value, unsigned] = childrenOf(signer);
  if (!isOid(childrenOf(expectTag(digest, tags.sequence))[0], oids.sha256))
    throw new TypeError('not SHA-256');
  const signed = childrenOf(expectTag(attributes, tags.context0)).map(({ whole }) => whole);
  const more = unsigned ? childrenOf(expectTag(unsigned, tags.context1)).map(({ whole }) => whole) : [];
  const timeStamp = onlyValue(more, oids.timeStampToken)?.whole;
  return {
    named: expectTag(named, tags.sequence),
    parts: {
      attributes: signed,
      value: expectTag(value, tags.octets).content,
      ...(timeStamp ? { timeStamp } : {}),
    },
  };
}

function judged({ attributes, value, timeStamp }: SignatureParts, own: Uint8Array) {
  const digest = expectTag(onlyValue(attributes, oids.messageDigest), tags.octets);
  return {
    messageDigest: digest.content,
    value,
    ...(timeStamp ? { timeStamp } : {}),
    hasSigningTime: attributes.some((one: Attribute) => isAttribute(one, oids.signingTime)),
    isBoundToCertificate: bindsTo(attributes, own),
    isValueRight: isSignatureOver(toBeSigned(attributes), value, own),
  };
}

function algorithmOf(certificate: X509Certificate | undefined): SignatureAlgorithm {
  return certificate?.publicKey.asymmetricKeyType === 'ec' ? 'ECDSA-P256-SHA256' : 'RSA-PKCS1-SHA256';
}

/** Whether the key of the certificate made the signature over these bytes. */
export function isSignatureOver(bytes: Uint8Array, value: Uint8Array, certificate: Uint8Array): boolean {
  return verify('sha256', bytes, parsedCertificate(certificate).publicKey, value);
}

/** Whether a token's signature covers what it holds. */
export function coversContent({ messageDigest, content }: ReadToken): boolean {
  return equal(messageDigest, sha256(content));
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
