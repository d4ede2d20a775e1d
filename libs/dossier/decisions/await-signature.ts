import { isKnownRequest, isOpenAttempt, isWorthALook } from '#libs/issuing/signing.js';
import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { objectionToPaper } from '../paper-number.js';
import { type Decision, refuse } from '../refusals.js';
import type { CertificateStage } from '../state.js';
import { signingTaskId } from '../tasks.js';

/** The certificate lies before a signer: from now on it is their work, with its reminder and its lateness. */
export function noteSignatureRequested(
  { licenceId, text, ...requested }: DossierCommands['noteSignatureRequested'],
  dossier: CertificateStage,
  { now: requestedAt }: Circumstances,
): Decision {
  const objection = objectionToPaper({ licenceId, text }, dossier);
  if (objection) return objection;
  const isNews = isOpenAttempt(dossier, requested) && !isKnownRequest(dossier, requested);
  if (!isNews) return refuse('AlreadyDone', {});
  const task = signingTaskId(dossier, requested.role);
  return [{ type: 'SignatureRequested', data: { ...requested, task, requestedAt } }];
}

/** A call from the service that signs is believed only so far that it is worth a look. */
export function noteSignatureAnswered(
  data: DossierCommands['noteSignatureAnswered'],
  dossier: CertificateStage,
  { now: answeredAt }: Circumstances,
): Decision {
  const call = { ...data, answeredAt };
  return isWorthALook(dossier, call)
    ? [{ type: 'SignatureAnswered', data: call }]
    : refuse('AlreadyDone', {});
}
