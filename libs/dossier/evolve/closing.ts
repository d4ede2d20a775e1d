import type { Instant } from '#libs/kernel/time.js';
import type { DossierEvents } from '../events.js';
import type { ClosedStage, Dossier, OpenDossier, SupplementRound, SupplementStage } from '../state.js';
import { withOpinion } from './appraising.js';
import { clockAfterPause, entering, filedPart, resting } from './stages.js';

/** Ends that were not final, and the way back from them. */
export const closingAndReopening = {
  SupplementLapsed: (dossier: Dossier, { lapsedAt }: DossierEvents['SupplementLapsed']): Dossier =>
    resting(dossier, 'lapsed', lapsedAt),
  DossierWithdrawn: (dossier: Dossier, { withdrawnAt }: DossierEvents['DossierWithdrawn']): Dossier =>
    resting(dossier, 'withdrawn', withdrawnAt),
  DossierStopped: (dossier: Dossier, { stoppedAt }: DossierEvents['DossierStopped']): Dossier =>
    resting(dossier, 'stopped', stoppedAt),
  FormErased: (dossier: Dossier, { erasedAt: formErasedAt }: DossierEvents['FormErased']): Dossier => ({
    ...(dossier as ClosedStage),
    formErasedAt,
  }),
  DossierReopened(dossier: Dossier, data: DossierEvents['DossierReopened']): Dossier {
    const { rested } = dossier as ClosedStage;
    if (!rested) return dossier;
    const { reopenedAt, stepDueAt } = data;
    const stage = askedAnew(rested.stage, data);
    const time = { startedAt: reopenedAt, dueAt: stepDueAt };
    const part = entering(filedPart(dossier), stage.stage, time);
    if (stage.stage === 'supplement') return awaitedAgain(stage, part, stepDueAt);
    const pause = { from: rested.since, to: reopenedAt, reason: 'closed' };
    return { ...stage, ...part, ...clockAfterPause(part, pause, data) } satisfies OpenDossier;
  },
};

function askedAnew(
  stage: OpenDossier,
  { opinions = [], reopenedAt: askedAt }: DossierEvents['DossierReopened'],
): OpenDossier {
  return opinions.reduce(
    (dossier, { agency, dueAt }) => withOpinion(dossier, agency, { askedAt, dueAt }),
    stage,
  );
}

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
