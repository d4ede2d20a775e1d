import { hasTerm, resultKindOf } from '#libs/procedures/result.js';
import type { Circumstances } from '../circumstances.js';
import { type Decision, refuse } from '../refusals.js';
import type { DecisionStage } from '../state.js';
import { stepDue } from '../times.js';
import { objectionToApproval } from './approval.js';

/** The director grants what the draft proposes; the records clerk then gives the number. What is decided elsewhere nobody grants here. */
export function grantLicence(_: object, dossier: DecisionStage, given: Circumstances): Decision {
  const { actor, now, procedure } = given;
  if (resultKindOf(procedure) === 'dossier.forward') {
    return refuse('DecidedElsewhere', { authority: procedure.result?.forwardTo?.name.vi ?? '' });
  }
  const objection = objectionToApproval(dossier, actor, 'grant');
  if (objection) return objection;
  const numberBy = stepDue(given, 'certificate', dossier);
  const termYears = hasTerm(procedure) ? (dossier.draft.termYears ?? procedure.licence.maxTermYears) : 0;
  return [{ type: 'LicenceGranted', data: { approvedBy: actor, termYears, grantedAt: now, numberBy } }];
}
