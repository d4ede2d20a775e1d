import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import type { Decision } from '../refusals.js';
import type { DecisionStage } from '../state.js';
import { nextAppraisalTaskId } from '../tasks.js';
import { stepDue } from '../times.js';
import { objectionToBlank } from './work.js';

/** The draft goes back to whoever prepared it, with the reason; who returns it need not hold it. */
export function returnDraft(
  { reason }: DossierCommands['returnDraft'],
  dossier: DecisionStage,
  given: Circumstances,
): Decision {
  const objection = objectionToBlank({ reason });
  if (objection) return objection;
  const appraiseBy = stepDue(given, 'appraisal', dossier);
  const task = nextAppraisalTaskId(dossier);
  return [
    { type: 'DraftReturned', data: { reason, returnedAt: given.now, appraiseBy } },
    { type: 'TaskAssigned', data: { task, to: dossier.draft.preparedBy } },
  ];
}
