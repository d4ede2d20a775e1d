import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** What makes two commands the same: who asks, and every word of what is asked (RFC 8785, then SHA-256). */
export function fingerprintOf(actorId: string, command: { readonly type: string }): string {
  const text = canonicalize({ actor: actorId, command });
  return createHash('sha256')
    .update(text ?? '')
    .digest('hex');
}
