import { isOpenAttempt } from '#libs/issuing/signing.js';
import type { DossierCommands } from '../commands.js';
import { objectionToPaper } from '../paper-number.js';
import { type Decision, refuse } from '../refusals.js';
import type { CertificateStage } from '../state.js';

/** A refusal of the signature that is awaited keeps the certificate waiting; one of an earlier attempt says nothing any more. */
export function noteSignatureRefused(
  { licenceId, text, ...refused }: DossierCommands['noteSignatureRefused'],
  dossier: CertificateStage,
): Decision {
  const objection = objectionToPaper({ licenceId, text }, dossier);
  if (objection) return objection;
  return isOpenAttempt(dossier, refused)
    ? [{ type: 'SignatureRefused', data: refused }]
    : refuse('AlreadyDone', {});
}
