import { hasTerm } from '#libs/procedures/result.js';
import type { Circumstances } from '../circumstances.js';
import type { Decision } from '../refusals.js';
import type { DecisionStage } from '../state.js';
import { stepDue } from '../times.js';
import { objectionToApproval } from './approval.js';

/** The director grants what the draft proposes; the records clerk then gives the number. */
export function grantLicence(_: object, dossier: DecisionStage, given: Circumstances): Decision {
  const { actor, now, procedure } = given;
  const objection = objectionToApproval(dossier, actor, 'grant');
  if (objection) return objection;
  const termYears = hasTerm(procedure) ? (dossier.draft.termYears ?? procedure.licence.maxTermYears) : 0;
  const numberBy = stepDue(given, 'certificate', dossier);
  return [{ type: 'LicenceGranted', data: { approvedBy: actor, termYears, grantedAt: now, numberBy } }];
}
