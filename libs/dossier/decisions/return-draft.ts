import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { DecisionStage } from '../state.js';
import { stepDue } from '../times.js';

/** The draft goes back to appraisal with the reason; who returns it need not hold it. */
export function returnDraft(
  { reason }: DossierCommands['returnDraft'],
  _: DecisionStage,
  given: Circumstances,
): Decision {
  if (reason.trim() === '') return refuse('TextMissing', { field: 'reason' });
  const appraiseBy = stepDue(given, 'appraisal');
  return [{ type: 'DraftReturned', data: { reason, returnedAt: given.now, appraiseBy } }];
}
