import type { DossierEvents } from '../events.js';
import type {
  Appraised,
  AppraisalStage,
  DecisionStage,
  Dossier,
  Opinion,
  SupplementStage,
} from '../state.js';
import { acceptedPart, entering } from './stages.js';

/** Appraisal and opinions, up to a draft decision. */
export const appraising = {
  /** Recorded again, the later appraisal takes the whole place of the earlier. */
  AppraisalRecorded(dossier: Dossier, appraisal: DossierEvents['AppraisalRecorded']): Dossier {
    const { report: _, ...rest } = dossier as AppraisalStage;
    return { ...rest, ...appraisal };
  },
  OpinionAsked(dossier: Dossier, { agency, askedAt, dueAt }: DossierEvents['OpinionAsked']): Dossier {
    const appraisal = dossier as AppraisalStage;
    const visit = dossier.visits.appraisal ?? 1;
    const asked: Opinion = { agency, visit, askedAt, dueAt, overdueNoted: false };
    return { ...appraisal, opinions: [...appraisal.opinions, asked] };
  },
  OpinionGiven(dossier: Dossier, { agency, position, summary }: DossierEvents['OpinionGiven']): Dossier {
    return withOpinion(dossier, agency, { given: { position, summary } });
  },
  OpinionOverdueNoted(dossier: Dossier, { agency }: DossierEvents['OpinionOverdueNoted']): Dossier {
    return withOpinion(dossier, agency, { overdueNoted: true });
  },
  DecisionProposed(dossier: Dossier, data: DossierEvents['DecisionProposed']): Dossier {
    const { proposedAt, decideBy, ...draft } = data;
    const part = entering(acceptedPart(dossier), 'decision', { startedAt: proposedAt, dueAt: decideBy });
    return { ...part, ...appraisedPart(dossier), stage: 'decision', draft };
  },
  DraftReturned(dossier: Dossier, { returnedAt, appraiseBy }: DossierEvents['DraftReturned']): Dossier {
    const part = entering(acceptedPart(dossier), 'appraisal', { startedAt: returnedAt, dueAt: appraiseBy });
    return { ...part, ...appraisedPart(dossier), stage: 'appraisal' };
  },
};

function appraisedPart(dossier: Dossier): Appraised {
  const { opinions, findings, report } = dossier as AppraisalStage | DecisionStage;
  return {
    opinions,
    ...(findings === undefined ? {} : { findings }),
    ...(report === undefined ? {} : { report }),
  };
}

/** An agency may answer while the applicant is asked for something: its opinion waits in the stage that rests. */
export function withOpinion(
  dossier: Dossier,
  agency: string,
  news: Partial<Opinion>,
): AppraisalStage | SupplementStage {
  if (dossier.stage !== 'supplement') return heard(dossier, agency, news);
  return { ...dossier, resumes: heard(dossier.resumes, agency, news) };
}

function heard(dossier: Dossier, agency: string, news: Partial<Opinion>): AppraisalStage {
  const appraisal = dossier as AppraisalStage;
  const opinions = appraisal.opinions.map((opinion) =>
    opinion.agency === agency ? { ...opinion, ...news } : opinion,
  );
  return { ...appraisal, opinions };
}
