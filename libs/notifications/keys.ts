import { createHash } from 'node:crypto';

const DUPLICATE_KEY = 11000;

/** Made of what is in it: the same message, made again after a crash, is the same. */
export function messageId(items: readonly string[]): string {
  return createHash('sha256').update(items.join('\n')).digest('hex').slice(0, 40);
}

export function isDuplicate(error: unknown): boolean {
  return (error as { readonly code?: number }).code === DUPLICATE_KEY;
}
