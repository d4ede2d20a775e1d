import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';

/** The applicant takes the dossier back, as long as nothing is decided. */
export function withdrawDossier({ reason }: DossierCommands['withdrawDossier']): Decision {
  if (reason.trim() === '') return refuse('TextMissing', { field: 'reason' });
  return [{ type: 'DossierWithdrawn', data: { reason } }];
}
