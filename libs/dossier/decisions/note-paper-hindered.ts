import { isKnownHindrance } from '#libs/issuing/signing.js';
import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { objectionToPaper } from '../paper-number.js';
import { type Decision, refuse } from '../refusals.js';
import type { CertificateStage } from '../state.js';
import { mendingTaskId } from '../tasks.js';

/** The paper cannot be made: the records clerk has it as work until it can. */
export function notePaperHindered(
  { licenceId, text, ...hindrance }: DossierCommands['notePaperHindered'],
  dossier: CertificateStage,
  { now: hinderedAt }: Circumstances,
): Decision {
  const objection = objectionToPaper({ licenceId, text }, dossier);
  if (objection) return objection;
  if (dossier.signing?.refusedBy || isKnownHindrance(dossier, hindrance)) return refuse('AlreadyDone', {});
  return [{ type: 'PaperHindered', data: { ...hindrance, task: mendingTaskId(dossier), hinderedAt } }];
}
