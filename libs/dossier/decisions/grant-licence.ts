import { hasTerm, resultKindOf } from '#libs/procedures/result.js';
import type { Circumstances } from '../circumstances.js';
import type { Decision } from '../refusals.js';
import type { DecisionStage } from '../state.js';
import { stepDue } from '../times.js';
import { objectionToApproval } from './approval.js';

/** The director grants what the draft proposes, or that it is sent on to who decides; the records clerk then gives the number. */
export function grantLicence(_: object, dossier: DecisionStage, given: Circumstances): Decision {
  const { actor, now, procedure } = given;
  const objection = objectionToApproval(dossier, actor, 'grant');
  if (objection) return objection;
  const numberBy = stepDue(given, 'certificate', dossier);
  if (resultKindOf(procedure) === 'dossier.forward') {
    return [{ type: 'ForwardingApproved', data: { approvedBy: actor, approvedAt: now, numberBy } }];
  }
  const termYears = hasTerm(procedure) ? (dossier.draft.termYears ?? procedure.licence.maxTermYears) : 0;
  return [{ type: 'LicenceGranted', data: { approvedBy: actor, termYears, grantedAt: now, numberBy } }];
}
