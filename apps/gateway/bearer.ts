import { createHash, timingSafeEqual } from 'node:crypto';

/** Compared by digests: neither length nor first letters tell anything by the time it takes. */
export function bears(token: string, authorization: string | undefined): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(`Bearer ${token}`), digest(authorization ?? ''));
}
