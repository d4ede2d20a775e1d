import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { SupplementStage } from '../state.js';

/** The answer window is over: the dossier ends, and may be re-opened with reason. */
export function lapseSupplement(
  { round }: DossierCommands['lapseSupplement'],
  { open }: SupplementStage,
  { now }: Circumstances,
): Decision {
  if (open.round !== round) return refuse('AlreadyDone', {});
  if (now < open.answerBy) return refuse('NotYetDue', { at: open.answerBy });
  return [{ type: 'SupplementLapsed', data: { round, lapsedAt: now } }];
}
