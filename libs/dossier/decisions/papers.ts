import { isOpenTo } from '#libs/procedures/papers.js';
import type { ApplicantKind, Procedure } from '#libs/procedures/procedure.js';
import type { SubmittedPaper } from '../events.js';
import { type DossierRefusal, refuse } from '../refusals.js';

/** Only papers that the procedure knows, that this applicant may hand in, each once unless it is one of several. */
export function objectionToPapers(
  submitted: readonly SubmittedPaper[],
  applicantKind: ApplicantKind,
  { papers }: Procedure,
): DossierRefusal | undefined {
  const seen = new Set<string>();
  for (const { code } of submitted) {
    const paper = papers.find((known) => known.code === code);
    if (!paper) return refuse('PaperUnknown', { paper: code });
    if (!isOpenTo(paper, applicantKind))
      return refuse('PaperNotForApplicant', { paper: code, applicantKind });
    if (seen.has(code) && !paper.repeats) return refuse('PaperTwice', { paper: code });
    seen.add(code);
  }
  return undefined;
}
