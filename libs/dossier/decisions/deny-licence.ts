import type { Circumstances } from '../circumstances.js';
import type { Decision } from '../refusals.js';
import type { DecisionStage } from '../state.js';
import { stepDue } from '../times.js';
import { objectionToApproval } from './approval.js';

/** The director denies, in writing and with the reasons of the draft. */
export function denyLicence(_: object, dossier: DecisionStage, given: Circumstances): Decision {
  const { actor, now } = given;
  const objection = objectionToApproval(dossier, actor, 'deny');
  if (objection) return objection;
  const handOverBy = stepDue(given, 'handover', dossier);
  const { reasons } = dossier.draft;
  return [{ type: 'LicenceDenied', data: { approvedBy: actor, reasons, deniedAt: now, handOverBy } }];
}
