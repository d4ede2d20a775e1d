import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { CompletenessStage, ReceiptStage } from '../state.js';
import { objectionToBlank, objectionToWorker } from './work.js';

/** Another authority is competent: the applicant is sent there, with the reason. */
export function redirectDossier(
  data: DossierCommands['redirectDossier'],
  dossier: ReceiptStage | CompletenessStage,
  given: Circumstances,
): Decision {
  const { toAgency, reason } = data;
  const objection = objectionToWorker(dossier, given.actor) ?? objectionToBlank({ toAgency, reason });
  if (objection) return objection;
  if (toAgency === dossier.agency) return refuse('RedirectedToSelf', { agency: toAgency });
  return [{ type: 'DossierRedirected', data }];
}
