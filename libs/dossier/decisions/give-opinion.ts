import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { AppraisalStage } from '../state.js';
import { opinionTaskId } from '../tasks.js';
import { objectionToWorker } from './work.js';

/** An asked agency answers, once; late is better than not at all while the dossier is still appraised. */
export function giveOpinion(
  { agency, position, summary }: DossierCommands['giveOpinion'],
  dossier: AppraisalStage,
  { now, actor }: Circumstances,
): Decision {
  const asked = dossier.opinions.find((opinion) => opinion.agency === agency);
  if (!asked) return refuse('OpinionNotAsked', { agency });
  if (asked.given) return refuse('OpinionAlreadyGiven', { agency });
  const objection = objectionToWorker(dossier, actor, opinionTaskId(dossier, agency));
  if (objection) return objection;
  if (summary.trim() === '') return refuse('TextMissing', { field: 'summary' });
  return [{ type: 'OpinionGiven', data: { agency, position, summary, late: now > asked.dueAt } }];
}
