import type { ApplicantKind, Paper, Procedure } from './procedure.js';

/** What is lacking: one paper, or any one of several alternatives. */
export type MissingPaper = { readonly anyOf: readonly string[] };

/** A dossier needs every paper that is always required, those of its kind of applicant, and one of each group of alternatives. */
export function missingPapers(
  { papers }: Pick<Procedure, 'papers'>,
  applicantKind: ApplicantKind,
  submitted: readonly string[],
): readonly MissingPaper[] {
  const needs = [...alone(papers, applicantKind), ...alternatives(papers, applicantKind)];
  return needs
    .filter((codes) => !codes.some((code) => submitted.includes(code)))
    .map((codes) => ({ anyOf: codes }));
}

/** Whether this applicant may hand in this paper at all; an alternative may be reserved to some kinds. */
export function isOpenTo(paper: Paper, applicantKind: ApplicantKind): boolean {
  const { required } = paper;
  if (required.kind !== 'oneOf') return true;
  return required.applicantKinds === undefined || required.applicantKinds.includes(applicantKind);
}

/** The names of the groups of alternatives, in the order of the papers. */
export function groupsOf(papers: readonly Paper[]): readonly string[] {
  const groups = papers.flatMap(({ required }) => (required.kind === 'oneOf' ? [required.group] : []));
  return [...new Set(groups)];
}

export function alternativesIn(papers: readonly Paper[], group: string): readonly Paper[] {
  return papers.filter(({ required }) => required.kind === 'oneOf' && required.group === group);
}

function alone(papers: readonly Paper[], applicantKind: ApplicantKind): readonly (readonly string[])[] {
  return papers
    .filter(
      ({ required }) =>
        required.kind === 'always' ||
        (required.kind === 'whenApplicantIs' && required.applicantKind === applicantKind),
    )
    .map(({ code }) => [code]);
}

function alternatives(
  papers: readonly Paper[],
  applicantKind: ApplicantKind,
): readonly (readonly string[])[] {
  return groupsOf(papers).map((group) =>
    alternativesIn(papers, group)
      .filter((paper) => isOpenTo(paper, applicantKind))
      .map(({ code }) => code),
  );
}
