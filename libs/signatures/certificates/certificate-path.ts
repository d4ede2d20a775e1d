import type { X509Certificate } from 'node:crypto';
import { usesOf } from '../cms/certificate-fields.js';
import { parsedCertificate } from './parsed-certificate.js';

export type PathFault =
  | 'issuerMissing'
  | 'untrustedRoot'
  | 'certificateExpired'
  | 'certificateNotYetValid'
  | 'notForSigning'
  | 'notForTimeStamping'
  | 'strangeCertificate';

export interface Trust {
  /** Roots that are believed, in DER. */
  readonly roots: readonly Uint8Array[];
}

interface Question extends Trust {
  readonly at: Date;
  readonly use: 'signsPapers' | 'stampsTimes';
}

const LONGEST = 6;

/**
 * The way from a signer's certificate to a believed root, judged at the moment of signing; undefined when nothing is wrong. What came along
 * and is no part of the way is a fault too: no signature covers it.
 */
export function pathFault(
  own: Uint8Array,
  others: readonly Uint8Array[],
  question: Question,
): PathFault | undefined {
  const trusted = question.roots.map(parsedCertificate);
  const brought = others.map(parsedCertificate);
  const path = pathOf(parsedCertificate(own), brought, trusted);
  if (typeof path === 'string') return path;
  const fault = pathTimeFault(path, question.at) ?? useFault(path, question.use);
  if (fault) return fault;
  const isStrange = brought.some((one) => !path.some((step) => belongsTo(step, one)));
  return isStrange ? 'strangeCertificate' : undefined;
}

function pathOf(
  own: X509Certificate,
  brought: readonly X509Certificate[],
  trusted: readonly X509Certificate[],
): readonly X509Certificate[] | PathFault {
  const known = [...brought, ...trusted];
  const path = [own];
  for (let last = own; !trusted.some((root) => same(root, last));) {
    if (same(last, issuerIn([last], last)) || path.length > LONGEST) return 'untrustedRoot';
    const issuer = issuerIn(known, last);
    if (!issuer) return 'issuerMissing';
    path.push(issuer);
    last = issuer;
  }
  return path;
}

function issuerIn(known: readonly X509Certificate[], subject: X509Certificate): X509Certificate | undefined {
  return known.find((one) => subject.checkIssued(one) && one.ca && subject.verify(one.publicKey));
}

function same(one: X509Certificate, other: X509Certificate | undefined): boolean {
  return other !== undefined && Buffer.compare(one.raw, other.raw) === 0;
}

/** On the way itself, or another certificate of an authority on it: some bring one under a second root along. */
function belongsTo(step: X509Certificate, one: X509Certificate): boolean {
  return same(step, one) || issuerIn([one], step) !== undefined;
}

function pathTimeFault(path: readonly X509Certificate[], at: Date): PathFault | undefined {
  if (path.some(({ validToDate }) => at > validToDate)) return 'certificateExpired';
  return path.some(({ validFromDate }) => at < validFromDate) ? 'certificateNotYetValid' : undefined;
}

/** An authority's certificate signs certificates, not papers; how many authorities may stand below one, it says itself. */
function useFault(path: readonly X509Certificate[], use: Question['use']): PathFault | undefined {
  const [own, ...authorities] = path;
  if (!own || own.ca || !usesOf(own.raw)[use])
    return use === 'signsPapers' ? 'notForSigning' : 'notForTimeStamping';
  const isTooDeep = authorities.some(({ raw }, below) => usesOf(raw).authoritiesBelow < below);
  return isTooDeep ? 'untrustedRoot' : undefined;
}
