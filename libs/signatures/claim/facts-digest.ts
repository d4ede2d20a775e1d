import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** First half of the SHA-256 of a certificate's facts in canonical form (RFC 8785), the claim about them left out; lower-case hex. */
export function factsDigest(facts: object): string {
  const told = Object.fromEntries(Object.entries(facts).filter(([name]) => name !== 'claim'));
  const canonical = canonicalize(told) ?? '';
  return createHash('sha256').update(canonical).digest('hex').slice(0, 32);
}
