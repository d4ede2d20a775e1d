import { childrenOf, type Der, der, expectTag, isOid, readDer, tags } from './der.js';

const VERSION = tags.context0;
const EXTENSIONS = 0xa3;
const TRUE = 0xff;
const extensions = { keyUsage: '2.5.29.15', basicConstraints: '2.5.29.19', extendedKeyUsage: '2.5.29.37' };
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
/** RFC 5280, 4.2.1.3: the first two bits. */
const SIGNS_OR_COMMITS = 0xc0;

/** Whom a signature names as its signer (RFC 5652, 10.2.4). @throws TypeError */
export function issuerAndSerialOf(certificate: Uint8Array): Uint8Array {
  const [serial, , issuer] = fieldsOf(certificate);
  return der(tags.sequence, expectTag(issuer, tags.sequence).whole, expectTag(serial, tags.integer).whole);
}

export interface CertificateUses {
  /** Signatures of papers; what says nothing forbids nothing. */
  readonly signsPapers: boolean;
  /** RFC 3161, 2.3: time stamps and nothing else, and whoever does not understand that must not believe it. */
  readonly stampsTimes: boolean;
  /** How many authorities may still stand below it (RFC 5280, 4.2.1.9). */
  readonly authoritiesBelow: number;
}

interface Extension {
  readonly value: Der;
  readonly isCritical: boolean;
}

/** @throws TypeError */
export function usesOf(certificate: Uint8Array): CertificateUses {
  const found = extensionsOf(certificate);
  const signs = isForSignatures(found(extensions.keyUsage)?.value);
  const purposes = found(extensions.extendedKeyUsage);
  const isForTime = isTimeStamping(purposes?.value);
  return {
    signsPapers: signs && !isForTime,
    stampsTimes: signs && isForTime && purposes?.isCritical === true,
    authoritiesBelow: depthIn(found(extensions.basicConstraints)?.value),
  };
}

function isForSignatures(usage: Der | undefined): boolean {
  return usage === undefined || ((usage.content[1] ?? 0) & SIGNS_OR_COMMITS) !== 0;
}

function isTimeStamping(purposes: Der | undefined): boolean {
  const [only, ...more] = purposes ? childrenOf(purposes) : [];
  return more.length === 0 && isOid(only, TIME_STAMPING);
}

function extensionsOf(certificate: Uint8Array): (oid: string) => Extension | undefined {
  const list = fieldsOf(certificate).find(({ tag }) => tag === EXTENSIONS);
  const found = list ? childrenOf(expectTag(childrenOf(list)[0], tags.sequence)).map(childrenOf) : [];
  return (oid) => {
    const parts = found.find(([id]) => isOid(id, oid)) ?? [];
    const value = parts.at(-1);
    return value && { value: readDer(value.content), isCritical: parts[1]?.content[0] === TRUE };
  };
}

function depthIn(constraints: Der | undefined): number {
  const depth = constraints && childrenOf(constraints).find(({ tag }) => tag === tags.integer);
  return depth?.content[0] ?? Number.POSITIVE_INFINITY;
}

/** Serial number, algorithm, issuer and so on, as they stand. */
function fieldsOf(certificate: Uint8Array): Der[] {
  const [signed] = childrenOf(expectTag(readDer(certificate), tags.sequence));
  const fields = childrenOf(expectTag(signed, tags.sequence));
  return fields[0]?.tag === VERSION ? fields.slice(1) : fields;
}
