import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { keptSecret } from '#libs/service/kept-secret.js';

/** 256 random bits in hex: what salts and tracking secrets are derived from. */
export function serverSecret(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'gateway');
  return keptSecret(folder, 'secret', () => Promise.resolve(randomBytes(32).toString('hex')));
}
