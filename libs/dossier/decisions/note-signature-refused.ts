import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import { attemptOf } from '../signing.js';
import type { CertificateStage } from '../state.js';

/** A refusal of the signature that is awaited keeps the certificate waiting; one of an earlier attempt says nothing any more. */
export function noteSignatureRefused(
  { licenceId, ...refused }: DossierCommands['noteSignatureRefused'],
  dossier: CertificateStage,
): Decision {
  if (!dossier.number) return refuse('NumberNotAllocated', {});
  if (dossier.number.licenceId !== licenceId) {
    return refuse('OtherLicence', { licenceId: dossier.number.licenceId });
  }
  const isAwaited = !dossier.signing?.refusedBy && attemptOf(dossier, refused.role) === refused.attempt;
  return isAwaited ? [{ type: 'SignatureRefused', data: refused }] : refuse('AlreadyDone', {});
}
