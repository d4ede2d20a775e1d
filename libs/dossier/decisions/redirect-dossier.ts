import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { CompletenessStage, ReceiptStage } from '../state.js';
import { objectionToWorker } from './work.js';

/** Another authority is competent: the applicant is sent there, with the reason. */
export function redirectDossier(
  data: DossierCommands['redirectDossier'],
  dossier: ReceiptStage | CompletenessStage,
  given: Circumstances,
): Decision {
  const objection = objectionToWorker(dossier, given.actor);
  if (objection) return objection;
  if (data.toAgency.trim() === '') return refuse('TextMissing', { field: 'toAgency' });
  if (data.reason.trim() === '') return refuse('TextMissing', { field: 'reason' });
  return [{ type: 'DossierRedirected', data }];
}
