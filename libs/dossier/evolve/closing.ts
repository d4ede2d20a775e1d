import type { Instant } from '#libs/kernel/time.js';
import type { DossierEvents } from '../events.js';
import type { ClosedStage, Dossier, OpenDossier, SupplementRound, SupplementStage } from '../state.js';
import { clockAfterPause, entering, filedPart, resting } from './stages.js';

/** Ends that were not final, and the way back from them. */
export const closingAndReopening = {
  SupplementLapsed: (dossier: Dossier, { lapsedAt }: DossierEvents['SupplementLapsed']): Dossier =>
    resting(dossier, 'lapsed', lapsedAt),
  DossierWithdrawn: (dossier: Dossier, { withdrawnAt }: DossierEvents['DossierWithdrawn']): Dossier =>
    resting(dossier, 'withdrawn', withdrawnAt),
  DossierStopped: (dossier: Dossier, { stoppedAt }: DossierEvents['DossierStopped']): Dossier =>
    resting(dossier, 'stopped', stoppedAt),
  DossierReopened(dossier: Dossier, data: DossierEvents['DossierReopened']): Dossier {
    const { rested } = dossier as ClosedStage;
    if (!rested) return dossier;
    const { reopenedAt, stepDueAt, dueAt } = data;
    const part = entering(filedPart(dossier), rested.stage.stage, {
      startedAt: reopenedAt,
      dueAt: stepDueAt,
    });
    if (rested.stage.stage === 'supplement') return awaitedAgain(rested.stage, part, stepDueAt);
    const pause = { from: rested.since, to: reopenedAt, reason: 'closed' };
    return { ...rested.stage, ...part, ...clockAfterPause(part, pause, dueAt) } satisfies OpenDossier;
  },
};

/** The same request, with a new time to answer it. */
function awaitedAgain(
  supplement: SupplementStage,
  part: ReturnType<typeof filedPart>,
  answerBy: Instant,
): SupplementStage {
  const open: SupplementRound = { ...supplement.open, answerBy };
  const supplements = part.supplements.map((round) => (round.round === open.round ? open : round));
  return { ...supplement, ...part, supplements, open, remindersSent: 0 };
}
