import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { AppraisalStage } from '../state.js';
import { opinionUntil } from '../times.js';

/** An agency stayed silent past its time; what silence means, the procedure says. */
export function noteOpinionOverdue(
  { agency }: DossierCommands['noteOpinionOverdue'],
  dossier: AppraisalStage,
  { now, procedure }: Circumstances,
): Decision {
  const asked = dossier.opinions.find((opinion) => opinion.agency === agency);
  if (!asked) return refuse('OpinionNotAsked', { agency });
  if (asked.given) return refuse('OpinionAlreadyGiven', { agency });
  if (asked.overdueNoted) return refuse('AlreadyDone', {});
  const at = opinionUntil(procedure, asked);
  if (now < at) return refuse('NotYetDue', { at });
  return [{ type: 'OpinionOverdueNoted', data: { agency, dueAt: asked.dueAt } }];
}
