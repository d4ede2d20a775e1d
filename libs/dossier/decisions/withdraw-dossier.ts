import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import type { Decision } from '../refusals.js';
import type { OpenDossier } from '../state.js';
import { objectionToBlank } from './work.js';

/** The applicant takes the dossier back, as long as nothing is decided. */
export function withdrawDossier(
  { reason }: DossierCommands['withdrawDossier'],
  _: OpenDossier,
  { now: withdrawnAt }: Circumstances,
): Decision {
  return objectionToBlank({ reason }) ?? [{ type: 'DossierWithdrawn', data: { reason, withdrawnAt } }];
}
