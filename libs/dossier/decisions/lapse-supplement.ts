import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { SupplementStage } from '../state.js';
import { untilWhen } from '../times.js';

/** The answer window is over: the dossier ends, and may be re-opened with reason. */
export function lapseSupplement(
  { round }: DossierCommands['lapseSupplement'],
  { open }: SupplementStage,
  { now, procedure }: Circumstances,
): Decision {
  if (round > open.round) return refuse('SupplementRoundUnknown', { round });
  if (round < open.round) return refuse('AlreadyDone', {});
  const at = untilWhen(open.answerBy, procedure.supplement.answerWithin);
  if (now < at) return refuse('NotYetDue', { at });
  return [{ type: 'SupplementLapsed', data: { round, lapsedAt: now } }];
}
