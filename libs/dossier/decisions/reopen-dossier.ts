import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { ClosedStage, Outcome } from '../state.js';
import { stepDue } from '../times.js';

/** What ended without a result can be taken up again; what was decided or refused needs a new dossier. */
const reopenable: Readonly<Record<Outcome, boolean>> = {
  granted: false,
  denied: false,
  refused: false,
  redirected: false,
  withdrawn: true,
  stopped: true,
  lapsed: true,
};

/** The dossier goes on in the stage it had been in, with a new time for its step. */
export function reopenDossier(
  { reason }: DossierCommands['reopenDossier'],
  { outcome, before }: ClosedStage,
  given: Circumstances,
): Decision {
  if (!reopenable[outcome] || !before) return refuse('NotReopenable', { outcome });
  if (reason.trim() === '') return refuse('TextMissing', { field: 'reason' });
  const stage = before.stage === 'supplement' ? before.resumes.stage : before.stage;
  return [
    { type: 'DossierReopened', data: { reason, reopenedAt: given.now, stepDueAt: stepDue(given, stage) } },
  ];
}
