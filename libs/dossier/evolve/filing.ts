import type { DossierEvents } from '../events.js';
import type { Dossier, ReceiptStage, SupplementRound, SupplementStage } from '../state.js';
import { acceptedPart, clockAfterPause, closing, entering, filedPart } from './stages.js';

export function submitted(data: DossierEvents['DossierSubmitted']): ReceiptStage {
  const { dossierId: id, acceptBy, ...filed } = data;
  return {
    ...filed,
    id,
    stage: 'receipt',
    version: 0,
    visits: { receipt: 1 },
    holders: {},
    reminded: [],
    escalated: [],
    supplements: [],
    stepStartedAt: data.receivedAt,
    stepDueAt: acceptBy,
  };
}

/** From the desk to a complete dossier. */
export const filing = {
  DossierAccepted(dossier: Dossier, data: DossierEvents['DossierAccepted']): Dossier {
    const { code, acceptedAt, dueAt, appointedOn, checkBy } = data;
    const clock = { acceptedAt, pauses: [], extensions: [], dueAt, appointedOn };
    const part = { ...filedPart(dossier), acceptance: { code, ...clock } };
    return {
      ...entering(part, 'completeness', { startedAt: acceptedAt, dueAt: checkBy }),
      stage: 'completeness',
    };
  },
  IntakeRefused: (dossier: Dossier): Dossier => closing(dossier, 'refused'),
  DossierRedirected: (dossier: Dossier): Dossier => closing(dossier, 'redirected'),
  CompletenessConfirmed(dossier: Dossier, data: DossierEvents['CompletenessConfirmed']): Dossier {
    const time = { startedAt: data.confirmedAt, dueAt: data.appraiseBy };
    return { ...entering(acceptedPart(dossier), 'appraisal', time), stage: 'appraisal', opinions: [] };
  },
  /** The stage rests, and so does who holds its tasks. */
  SupplementRequested(dossier: Dossier, data: DossierEvents['SupplementRequested']): Dossier {
    const time = { startedAt: data.requestedAt, dueAt: data.answerBy };
    return {
      ...entering(filedPart(dossier), 'supplement', time),
      stage: 'supplement',
      holders: dossier.holders,
      supplements: [...dossier.supplements, data],
      open: data,
      remindersSent: 0,
      resumes: dossier as SupplementStage['resumes'],
    };
  },
  /** The stage is taken up where it was left, with the new papers, its step's time and the recomputed date. */
  SupplementReceived(dossier: Dossier, data: DossierEvents['SupplementReceived']): Dossier {
    const { resumes, open } = dossier as SupplementStage;
    const { receivedAt, stepDueAt, papers, form = dossier.form, asked = dossier.asked } = data;
    const pause = { from: open.requestedAt, to: receivedAt, reason: 'supplement' };
    return {
      ...resumes,
      ...filedPart(dossier),
      ...clockAfterPause(dossier, pause, data),
      supplements: dossier.supplements.map((round) => answered(round, data)),
      papers: [...dossier.papers, ...papers],
      form,
      ...(asked === undefined ? {} : { asked }),
      stepStartedAt: receivedAt,
      stepDueAt,
    };
  },
};

function answered(
  round: SupplementRound,
  { round: n, receivedAt }: DossierEvents['SupplementReceived'],
): SupplementRound {
  return round.round === n ? { ...round, receivedAt } : round;
}
