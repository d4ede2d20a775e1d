import type { DepartmentSummaryFacts } from '#libs/documents/records.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { DossierId } from '#libs/kernel/ids.js';
import type { Instant } from '#libs/kernel/time.js';
import type { LicenceIssuer } from '#libs/procedures/procedure.js';
import type { DepartmentSummary, DutyLine } from './department-summary.js';
import type { Period } from '#libs/summary-duties/period.js';
import { addresseeNames } from '#libs/summary-duties/addressees.js';
import { reportingDuties } from '#libs/summary-duties/reporting-duties.js';
import { actTexts, periodText, stageTexts, standingTexts } from './summary-texts.js';

interface Around {
  readonly period: Period;
  /** When the log came to the position. */
  readonly madeAt: Instant;
  readonly names: ReadonlyMap<DossierId, string>;
  /** Undefined where no procedure names who issues its licences. */
  readonly issuer: LicenceIssuer | undefined;
  readonly demonstration: boolean;
  readonly verificationUrl: string;
}

/** Who signs does so by hand or with the agency's own means: a name printed here would depend on who asks. */
const UNSIGNED = '(Ký, ghi rõ họ tên)';

export function summaryFacts(
  summary: DepartmentSummary,
  { period, madeAt, names, issuer, demonstration, verificationUrl }: Around,
): DepartmentSummaryFacts {
  const { position, asOfOn, violations } = summary;
  return {
    ...officeOf(issuer),
    recordNumber: `${position}/BC-TH`,
    madeAt,
    provisional: demonstration,
    verificationUrl,
    addressees: reportingDuties[period.kind].addressees.map((one) => addresseeNames[one].vi),
    periodName: periodText(period).vi,
    fromOn: period.fromOn,
    toOn: period.toOn,
    asOfOn,
    licences: counted(summary.licences, stageTexts),
    acts: counted(summary.acts, actTexts),
    duties: counted(summary.duties, standingTexts),
    violations: violations.map(({ name, findings, suspensions, revocations }) => ({
      label: name.vi,
      findings,
      suspensions,
      revocations,
    })),
    late: summary.late.map((line) => lineOf(line, names)),
    reported: summary.reported.map((line) => lineOf(line, names)),
  };
}

/** A department that no procedure names leaves these empty: the paper then refuses to be drawn. */
function officeOf(
  issuer: LicenceIssuer | undefined,
): Pick<DepartmentSummaryFacts, 'authority' | 'place' | 'signer'> {
  const { parent = '', name = '', place = '', decider: title = '' } = issuer ?? {};
  return { authority: { parent, name }, place, signer: { title, name: UNSIGNED } };
}

function counted<Term extends string>(
  counts: Readonly<Partial<Record<Term, number>>>,
  texts: Readonly<Record<Term, Bilingual>>,
): DepartmentSummaryFacts['acts'] {
  const terms = Object.keys(texts) as Term[];
  return terms.flatMap((term) => {
    const count = counts[term];
    return count === undefined ? [] : [{ label: texts[term].vi, count }];
  });
}

function lineOf(
  { licence, dossierId, holder, name, period, dueOn, submittedOn, standing }: DutyLine,
  names: Around['names'],
): DepartmentSummaryFacts['late'][number] {
  return {
    licence,
    holder: names.get(dossierId) ?? holder,
    duty: period === null ? name.vi : `${name.vi} (${period})`,
    dueOn,
    ...(submittedOn === null ? {} : { submittedOn }),
    standing: standingTexts[standing].vi,
  };
}
