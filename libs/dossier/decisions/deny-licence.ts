import type { Circumstances } from '../circumstances.js';
import type { Decision } from '../refusals.js';
import type { DecisionStage } from '../state.js';
import { stepDue } from '../times.js';
import { objectionToApproval } from './approval.js';

/** The director denies, with the reasons of the draft; where the agency writes its letters here, the records clerk then gives the number. */
export function denyLicence(_: object, dossier: DecisionStage, given: Circumstances): Decision {
  const { actor, now, procedure } = given;
  const objection = objectionToApproval(dossier, actor, 'deny');
  if (objection) return objection;
  const { reasons } = dossier.draft;
  const next = hasLetters(procedure)
    ? { numberBy: stepDue(given, 'certificate', dossier) }
    : { handOverBy: stepDue(given, 'handover', dossier) };
  return [{ type: 'LicenceDenied', data: { approvedBy: actor, reasons, deniedAt: now, ...next } }];
}

function hasLetters({ licence }: Circumstances['procedure']): boolean {
  return licence.issuer?.letterSuffix !== undefined;
}
