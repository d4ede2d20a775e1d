import { resultKindOf } from '#libs/procedures/result.js';
import type { Circumstances } from '../circumstances.js';
import { type Decision, refuse } from '../refusals.js';
import type { DecisionStage } from '../state.js';
import { stepDue } from '../times.js';
import { objectionToApproval } from './approval.js';

/** The director agrees that the dossier is sent on, with a proposal, to the authority that decides; the records clerk then numbers the letter. */
export function approveForwarding(_: object, dossier: DecisionStage, given: Circumstances): Decision {
  const { actor, now, procedure } = given;
  if (resultKindOf(procedure) !== 'dossier.forward') return refuse('DecidedHere', {});
  // Drafts of earlier releases proposed a grant there, and may still lie before the director.
  const objection = objectionToApproval(dossier, actor, 'forward', 'grant');
  if (objection) return objection;
  const numberBy = stepDue(given, 'certificate', dossier);
  return [{ type: 'ForwardingApproved', data: { approvedBy: actor, approvedAt: now, numberBy } }];
}
