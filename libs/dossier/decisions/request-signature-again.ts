import { attemptOf } from '#libs/issuing/signing.js';
import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { CertificateStage } from '../state.js';
import { objectionToWorker } from './work.js';

/** Whoever refused to sign the certificate is asked once more; who signed already is not. */
export function requestSignatureAgain(
  _: DossierCommands['requestSignatureAgain'],
  dossier: CertificateStage,
  { actor }: Circumstances,
): Decision {
  const role = dossier.signing?.refusedBy;
  if (!role) return refuse('SignatureNotRefused', {});
  const attempt = attemptOf(dossier, role) + 1;
  return objectionToWorker(dossier, actor) ?? [{ type: 'SignatureRequestedAgain', data: { role, attempt } }];
}
