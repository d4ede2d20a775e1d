import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import type { Decision } from '../refusals.js';
import type { ReceiptStage } from '../state.js';
import { objectionToReasons } from './reasons.js';
import { objectionToBlank, objectionToWorker } from './work.js';

/** The desk does not accept: in writing, for coded reasons, and with guidance on what the applicant can do. */
export function refuseIntake(
  data: DossierCommands['refuseIntake'],
  dossier: ReceiptStage,
  given: Circumstances,
): Decision {
  const objection =
    objectionToWorker(dossier, given.actor) ??
    objectionToReasons(data.reasons, 'intakeRefusals', given.procedure) ??
    objectionToBlank({ guidance: data.guidance });
  return objection ?? [{ type: 'IntakeRefused', data }];
}
