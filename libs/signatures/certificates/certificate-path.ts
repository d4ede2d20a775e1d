import { X509Certificate } from 'node:crypto';

export type PathFault =
  'issuerMissing' | 'untrustedRoot' | 'certificateExpired' | 'certificateNotYetValid' | 'notForSigning';

export interface Trust {
  /** Roots that are believed, in DER. */
  readonly roots: readonly Uint8Array[];
}

const LONGEST = 6;

/** The way from a signer's certificate to a believed root, judged at the moment of signing; undefined when nothing is wrong. */
export function pathFault(
  own: Uint8Array,
  others: readonly Uint8Array[],
  { roots, at }: Trust & { readonly at: Date },
): PathFault | undefined {
  const certificate = new X509Certificate(own);
  const trusted = roots.map((der) => new X509Certificate(der));
  const known = [...others.map((der) => new X509Certificate(der)), ...trusted];
  const path = [certificate];
  for (let last = certificate; path.length <= LONGEST && !trusted.some((root) => same(root, last));) {
    if (same(last, issuerIn([last], last))) return 'untrustedRoot';
    const issuer = issuerIn(known, last);
    if (!issuer) return 'issuerMissing';
    path.push(issuer);
    last = issuer;
  }
  return path.length > LONGEST ? 'untrustedRoot' : (pathTimeFault(path, at) ?? usageFault(certificate));
}

function issuerIn(known: readonly X509Certificate[], subject: X509Certificate): X509Certificate | undefined {
  return known.find((one) => subject.checkIssued(one) && one.ca && subject.verify(one.publicKey));
}

function same(one: X509Certificate, other: X509Certificate | undefined): boolean {
  return other !== undefined && one.fingerprint256 === other.fingerprint256;
}

function pathTimeFault(path: readonly X509Certificate[], at: Date): PathFault | undefined {
  if (path.some(({ validToDate }) => at > validToDate)) return 'certificateExpired';
  return path.some(({ validFromDate }) => at < validFromDate) ? 'certificateNotYetValid' : undefined;
}

/** An authority's certificate signs certificates, not papers. */
function usageFault({ ca }: X509Certificate): PathFault | undefined {
  return ca ? 'notForSigning' : undefined;
}
