import { join } from 'node:path';
import type { Config } from '#libs/config/config.js';
import { keptSecret } from '#libs/service/kept-secret.js';
import { demonstrationSigner } from '#libs/signatures/signers/demonstration-signer.js';
import { type Signer, SignerUnreachable } from '#libs/signatures/signers/signer.js';

/** Keys of a demonstration sign in a demonstration alone; elsewhere a certificate waits until there is a service that signs. */
export function signerOf({ demonstration, dataDir }: Pick<Config, 'demonstration' | 'dataDir'>): Signer {
  const folder = join(dataDir, 'signing');
  return demonstration ? demonstrationSigner((name, make) => keptSecret(folder, name, make)) : nobody;
}

const unreachable = () => Promise.reject(new SignerUnreachable('No service that signs is configured'));
const nobody: Signer = { describe: unreachable, start: unreachable, poll: unreachable };
