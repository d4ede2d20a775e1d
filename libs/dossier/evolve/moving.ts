import type { MovedDeadline, MovedDeadlines } from '../moved-deadlines.js';
import type { Dossier, SupplementStage } from '../state.js';
import { withOpinion } from './appraising.js';
import { acceptedPart } from './stages.js';

/** Each limit that an edition of the calendar moved has its new date. */
export const moving = {
  DeadlinesMoved: (dossier: Dossier, { moves, appointedOn }: MovedDeadlines): Dossier => {
    const moved = moves.reduce(withMove, dossier);
    if (appointedOn === undefined) return moved;
    const { acceptance } = acceptedPart(moved);
    return { ...moved, acceptance: { ...acceptance, appointedOn } };
  },
};

function withMove(dossier: Dossier, { clock, agency, to }: MovedDeadline): Dossier {
  switch (clock) {
    case 'decision':
      return { ...dossier, acceptance: { ...acceptedPart(dossier).acceptance, dueAt: to } };
    case 'step':
      return { ...dossier, stepDueAt: to };
    case 'answer':
      return awaitedUntil(dossier as SupplementStage, to);
    case 'opinion':
      return agency === undefined ? dossier : withOpinion(dossier, agency, { dueAt: to });
  }
}

function awaitedUntil(dossier: SupplementStage, answerBy: MovedDeadline['to']): SupplementStage {
  const open = { ...dossier.open, answerBy };
  const supplements = dossier.supplements.map((round) => (round.round === open.round ? open : round));
  return { ...dossier, stepDueAt: answerBy, open, supplements };
}
