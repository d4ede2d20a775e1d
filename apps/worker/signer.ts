import { join } from 'node:path';
import type { ActivityDependencies } from '#activities/dependencies.js';
import type { Config } from '#libs/config/config.js';
import { keptNames, keptSecret } from '#libs/service/kept-secret.js';
import { demonstrationSigner, type Keep } from '#libs/signatures/signers/demonstration-signer.js';
import { claimKeyFor } from '#libs/signatures/claim/claim-keys.js';
import { remoteSigner } from '#libs/signatures/signers/remote-signer.js';
import { timeStampAuthority } from '#libs/signatures/time-stamp/request-time-stamp.js';
import { type Signer, SignerUnreachable } from '#libs/signatures/signers/signer.js';

type Settings = Pick<Config, 'demonstration' | 'dataDir' | 'signing' | 'gateway'>;

/**
 * The service that is configured signs; without one, keys of a demonstration in a demonstration alone; elsewhere a certificate waits until
 * there is a service.
 */
export function signing(
  settings: Settings,
): Pick<ActivityDependencies, 'signer' | 'patienceMs' | 'claimKey' | 'timeStamper'> {
  const folder = join(settings.dataDir, 'signing');
  const keep: Keep = (name, make) => keptSecret(folder, name, make);
  const { timeStampUrl, patienceMs } = settings.signing;
  return {
    signer: signerOf(settings, keep),
    patienceMs,
    claimKey: (issuedOn) => claimKeyFor({ keep, names: (name) => keptNames(join(folder, name)) }, issuedOn),
    ...(timeStampUrl === undefined ? {} : { timeStamper: timeStampAuthority(timeStampUrl, keep) }),
  };
}

function signerOf(settings: Settings, keep: Keep): Signer {
  const { demonstration, gateway, signing: config } = settings;
  const { service, callbackToken } = config;
  const callback =
    callbackToken === undefined ? {} : { callbackUrl: `${gateway.publicUrl}/signing/callbacks` };
  if (service) return remoteSigner({ ...service, ...callback });
  return demonstration ? demonstrationSigner(keep) : nobody;
}

const unreachable = () => Promise.reject(new SignerUnreachable('No service that signs is configured'));
const nobody: Signer = { describe: unreachable, start: unreachable, poll: unreachable };
