import { epochOf } from '#libs/kernel/time.js';
import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { objectionToPaper } from '../paper-number.js';
import { type Decision, refuse } from '../refusals.js';
import { attemptOf } from '../signing.js';
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
  const { role, attempt } = requested;
  const isNews = !dossier.signing?.refusedBy && attemptOf(dossier, role) === attempt;
  if (!isNews || isAwaited(dossier, requested)) return refuse('AlreadyDone', {});
  const task = signingTaskId(dossier, role);
  return [{ type: 'SignatureRequested', data: { ...requested, task, requestedAt } }];
}

/** Calls closer together than this are one. */
const CALLS_APART_MS = 60_000;

/** A call from the service that signs is believed only so far that it is worth a look. */
export function noteSignatureAnswered(
  data: DossierCommands['noteSignatureAnswered'],
  dossier: CertificateStage,
  { now: answeredAt }: Circumstances,
): Decision {
  const last = dossier.signing?.awaiting?.answeredAt;
  const isApart = last === undefined || epochOf(answeredAt) - epochOf(last) >= CALLS_APART_MS;
  return isAwaited(dossier, data) && isApart
    ? [{ type: 'SignatureAnswered', data: { ...data, answeredAt } }]
    : refuse('AlreadyDone', {});
}

function isAwaited(
  { signing }: CertificateStage,
  { role, attempt }: DossierCommands['noteSignatureAnswered'],
): boolean {
  return signing?.awaiting?.role === role && signing.awaiting.attempt === attempt;
}
