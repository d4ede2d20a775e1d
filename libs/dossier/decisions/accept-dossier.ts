import { localDateOf } from '#libs/kernel/time.js';
import { hasStage } from '#libs/procedures/stages.js';
import type { Circumstances } from '../circumstances.js';
import type { DossierEvent } from '../events.js';
import type { Decision } from '../refusals.js';
import { dossierCodeOf, dossierRegister } from '../registers.js';
import type { ReceiptStage } from '../state.js';
import { dueAfter, stepDue } from '../times.js';
import { objectionToWorker } from './work.js';

/** The desk accepts: the dossier gets its code from the day's register, the clock starts, and a date is appointed. */
export function acceptDossier(_: object, dossier: ReceiptStage, given: Circumstances): Decision {
  const objection = objectionToWorker(dossier, given.actor);
  if (objection) return objection;
  const { now, calendar, procedure, nextNumber } = given;
  const codeDate = localDateOf(now);
  const codeSerial = nextNumber[dossierRegister(dossier.agency, codeDate)] ?? 1;
  const code = dossierCodeOf(dossier.agency, codeDate, codeSerial);
  const due = dueAfter(calendar, now, procedure.decisionLimit.within);
  const dates = {
    acceptedAt: now,
    dueAt: due.at,
    appointedOn: due.on,
    checkBy: stepDue(given, 'completeness', {}),
  };
  const accepted: DossierEvent = { type: 'DossierAccepted', data: { code, codeDate, codeSerial, ...dates } };
  if (hasStage(procedure, 'completeness')) return [accepted];
  // Looked through at the desk, it is complete with the acceptance.
  const appraiseBy = stepDue(given, 'appraisal', { acceptance: { dueAt: due.at } });
  return [accepted, { type: 'CompletenessConfirmed', data: { confirmedAt: now, appraiseBy } }];
}
