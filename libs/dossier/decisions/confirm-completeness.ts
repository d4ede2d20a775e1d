import type { Circumstances } from '../circumstances.js';
import type { Decision } from '../refusals.js';
import type { CompletenessStage } from '../state.js';
import { stepDue } from '../times.js';
import { objectionToWorker } from './work.js';

/** Nothing is missing: the dossier goes to appraisal. */
export function confirmCompleteness(_: object, dossier: CompletenessStage, given: Circumstances): Decision {
  const objection = objectionToWorker(dossier, given.actor);
  if (objection) return objection;
  return [
    {
      type: 'CompletenessConfirmed',
      data: { confirmedAt: given.now, appraiseBy: stepDue(given, 'appraisal', dossier) },
    },
  ];
}
