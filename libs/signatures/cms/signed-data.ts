import type { SignatureAlgorithm } from '../signers/signer.js';
import { attribute, type Attribute, oids } from './attributes.js';
import { issuerAndSerialOf } from './certificate-fields.js';
import { der, oidOf, smallInteger, tags } from './der.js';

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

/** How a structure is written where the standard leaves a choice. */
export interface Manner {
  /** What is signed, where it travels inside. */
  readonly content?: { readonly type: string; readonly bytes: Uint8Array };
  /** The signer's certificate among the others, in the order in which they are written; default: first. */
  readonly certificates?: readonly Uint8Array[];
  readonly digests?: Uint8Array;
  readonly digest?: Uint8Array;
  readonly signature?: Uint8Array;
}

const NOTHING = der(tags.nothing);
const SHA256 = algorithm(oids.sha256);
const SIGNATURES: Readonly<Record<SignatureAlgorithm, Uint8Array>> = {
  'ECDSA-P256-SHA256': algorithm(oids.ecdsaSha256),
  'RSA-PKCS1-SHA256': algorithm(oids.rsa, NOTHING),
};

/** The CMS structure that lies in a file's signature (RFC 5652, detached), or that a time-stamp token is. */
export function encodeSignedData(parts: SignatureParts, manner: Manner = {}): Uint8Array {
  const { content, digests = SHA256, certificates = parts.chain } = manner;
  const data = der(
    tags.sequence,
    // RFC 5652, 5.1: three where what is signed is no plain data.
    smallInteger(content ? 3 : 1),
    der(tags.set, digests),
    encapsulated(content),
    der(tags.context0, ...certificates),
    der(tags.set, signerOf(parts, manner)),
  );
  return der(tags.sequence, oidOf(oids.signedData), der(tags.context0, data));
}

function signerOf({ chain: [own], ...parts }: SignatureParts, manner: Manner): Uint8Array {
  if (!own) throw new RangeError('A signature needs the certificate of its signer');
  const { timeStamp } = parts;
  return der(
    tags.sequence,
    smallInteger(1),
    issuerAndSerialOf(own),
    manner.digest ?? SHA256,
    der(tags.context0, ...parts.attributes),
    manner.signature ?? SIGNATURES[parts.algorithm],
    der(tags.octets, parts.value),
    ...(timeStamp ? [der(tags.context1, attribute(oids.timeStampToken, timeStamp))] : []),
  );
}

function encapsulated(content: Manner['content']): Uint8Array {
  if (!content) return der(tags.sequence, oidOf(oids.data));
  const held = der(tags.context0, der(tags.octets, content.bytes));
  return der(tags.sequence, oidOf(content.type), held);
}

/** The ways in which authorities of this kind name their algorithms: with or without the parameters that say nothing. */
export function mannersOf(kind: SignatureAlgorithm): readonly Manner[] {
  const digests = [SHA256, algorithm(oids.sha256, NOTHING)];
  const signatures = {
    'ECDSA-P256-SHA256': [algorithm(oids.ecdsaSha256)],
    'RSA-PKCS1-SHA256': [algorithm(oids.rsa, NOTHING), algorithm(oids.rsaSha256, NOTHING)],
  }[kind];
  return signatures.flatMap((signature) =>
    digests.flatMap((one) => digests.map((other) => ({ signature, digests: one, digest: other }))),
  );
}

function algorithm(oid: string, ...parameters: readonly Uint8Array[]): Uint8Array {
  return der(tags.sequence, oidOf(oid), ...parameters);
}
