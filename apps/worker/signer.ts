import { join } from 'node:path';
import type { ActivityDependencies } from '#activities/dependencies.js';
import type { Config } from '#libs/config/config.js';
import { keptSecret } from '#libs/service/kept-secret.js';
import { demonstrationSigner, type Keep } from '#libs/signatures/signers/demonstration-signer.js';
import { keptClaimKey } from '#libs/signatures/claim/claim-key.js';
import { type Signer, SignerUnreachable } from '#libs/signatures/signers/signer.js';

type Settings = Pick<Config, 'demonstration' | 'dataDir'>;

/** Keys of a demonstration sign in a demonstration alone; elsewhere a certificate waits until there is a service that signs. */
export function signing({
  demonstration,
  dataDir,
}: Settings): Pick<ActivityDependencies, 'signer' | 'claimKey'> {
  const keep: Keep = (name, make) => keptSecret(join(dataDir, 'signing'), name, make);
  return { signer: demonstration ? demonstrationSigner(keep) : nobody, claimKey: () => keptClaimKey(keep) };
}

const unreachable = () => Promise.reject(new SignerUnreachable('No service that signs is configured'));
const nobody: Signer = { describe: unreachable, start: unreachable, poll: unreachable };
