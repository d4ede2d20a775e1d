import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { AppraisalStage, SupplementStage } from '../state.js';
import { opinionsOf, opinionTaskId } from '../tasks.js';
import { opinionUntil } from '../times.js';
import { objectionToBlank, objectionToWorker } from './work.js';

/**
 * An asked agency answers, once; late is better than not at all while the dossier is still appraised, and a dossier that
 * waits for the applicant is no reason to wait for the agency too.
 */
export function giveOpinion(
  { agency, position, summary }: DossierCommands['giveOpinion'],
  dossier: AppraisalStage | SupplementStage,
  { now, actor, procedure }: Circumstances,
): Decision {
  const asked = opinionsOf(dossier).find((opinion) => opinion.agency === agency);
  if (!asked) return refuse('OpinionNotAsked', { agency });
  if (asked.given) return refuse('OpinionAlreadyGiven', { agency });
  const objection = objectionToWorker(dossier, actor, opinionTaskId(asked)) ?? objectionToBlank({ summary });
  if (objection) return objection;
  const late = asked.overdueNoted || now >= opinionUntil(procedure, asked);
  return [{ type: 'OpinionGiven', data: { agency, position, summary, late } }];
}
