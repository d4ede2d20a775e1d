import type { DossierEvents, SubmittedPaper } from '../events.js';
import type { Dossier, ReceiptStage, SupplementRound, SupplementStage } from '../state.js';
import { acceptedPart, closing, entering, filedPart } from './stages.js';

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
    const acceptance = { code, acceptedAt, clockStartedAt: acceptedAt, dueAt, appointedOn, extended: false };
    const part = { ...filedPart(dossier), acceptance };
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
  SupplementRequested(dossier: Dossier, data: DossierEvents['SupplementRequested']): Dossier {
    const time = { startedAt: data.requestedAt, dueAt: data.answerBy };
    return {
      ...entering(filedPart(dossier), 'supplement', time),
      stage: 'supplement',
      supplements: [...dossier.supplements, data],
      open: data,
      remindersSent: 0,
      resumes: dossier as SupplementStage['resumes'],
    };
  },
  /** The stage is taken up where it was left, with the new papers, its step's time and the recomputed date. */
  SupplementReceived(dossier: Dossier, data: DossierEvents['SupplementReceived']): Dossier {
    const left = (dossier as SupplementStage).resumes;
    const { acceptance } = left;
    const { visits, supplements, reminded, escalated } = dossier;
    return {
      ...left,
      visits,
      reminded,
      escalated,
      stepStartedAt: data.receivedAt,
      stepDueAt: data.stepDueAt,
      supplements: supplements.map((round) => answered(round, data)),
      papers: replaced(left.papers, data.papers),
      ...(data.form === undefined ? {} : { form: data.form }),
      ...(acceptance && data.dueAt !== undefined ? { acceptance: { ...acceptance, dueAt: data.dueAt } } : {}),
    };
  },
  SupplementLapsed: (dossier: Dossier): Dossier => closing(dossier, 'lapsed'),
};

function answered(
  round: SupplementRound,
  { round: n, receivedAt }: DossierEvents['SupplementReceived'],
): SupplementRound {
  return round.round === n ? { ...round, receivedAt } : round;
}

/** A new paper takes the place of the one of the same code; a paper not there before is added. */
function replaced(
  papers: readonly SubmittedPaper[],
  brought: readonly SubmittedPaper[],
): readonly SubmittedPaper[] {
  const codes = new Set(brought.map(({ code }) => code));
  return [...papers.filter(({ code }) => !codes.has(code)), ...brought];
}
