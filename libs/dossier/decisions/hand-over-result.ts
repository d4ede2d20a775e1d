import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import type { Decision } from '../refusals.js';
import type { HandoverStage } from '../state.js';
import { objectionToWorker } from './work.js';

/** The applicant has the result; the dossier is closed. A licence not yet entered is entered all the same: its stream is begun from the log. */
export function handOverResult(
  { way }: DossierCommands['handOverResult'],
  dossier: HandoverStage,
  { actor, now }: Circumstances,
): Decision {
  const handedOver = [{ type: 'ResultHandedOver', data: { way, handedOverAt: now } }] as const;
  return objectionToWorker(dossier, actor) ?? handedOver;
}
