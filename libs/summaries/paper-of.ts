import type { Commit } from '#libs/event-store/commit.js';
import type { EventStore } from '#libs/event-store/event-store.js';
import type { DepartmentSummaryFacts } from '#libs/documents/records.js';
import { recordCodeOf } from '#libs/evidence/verification-code.js';
import type { AgencyId, Digest } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { ProcedureBook } from '#libs/procedures/book.js';
import type { LicenceIssuer } from '#libs/procedures/procedure.js';
import { holderNames } from './holder-names.js';
import type { Period } from '#libs/summary-duties/period.js';
import type { Summarised } from './summarise.js';
import { summaryFacts } from './summary-paper.js';

export interface PaperSources {
  readonly store: Pick<EventStore, 'readStreamAt'>;
  readonly procedures: Pick<ProcedureBook, 'find' | 'list'>;
  readonly blobs: { read(digest: Digest): Promise<Uint8Array | undefined> };
  readonly demonstration: boolean;
  /** Address under which papers are checked; the code is appended. */
  readonly verifyUrl: string;
}

interface SummaryPaper {
  readonly kind: 'departmentSummary';
  readonly code: string;
  readonly facts: () => Promise<DepartmentSummaryFacts>;
}

/** The paper of a summary: the code on it, and what it says, the same for whoever asks for it, whenever. */
export function paperOf(sources: PaperSources, { summary, last }: Summarised, period: Period): SummaryPaper {
  const { demonstration, verifyUrl, procedures } = sources;
  const code = summaryCodeOf(last, summary.agency, period.name);
  const facts = async (): Promise<DepartmentSummaryFacts> => {
    const names = await holderNames(sources, [...summary.late, ...summary.reported], summary.position);
    const issuer = issuerOn(procedures, summary.agency, summary.asOfOn);
    const paper = { demonstration, verificationUrl: `${verifyUrl}/${code}` };
    return summaryFacts(summary, { period, madeAt: last.recordedAt, names, issuer, ...paper });
  };
  return { kind: 'departmentSummary', code, facts };
}

/** The code on the paper of a summary, known from the commit at its position alone. */
export function summaryCodeOf({ h }: Pick<Commit, 'h'>, agency: AgencyId, period: string): string {
  return recordCodeOf(h, `departmentSummary ${agency} ${period}`);
}

/** As the procedures of that day name the department: what is published later changes no old paper. */
function issuerOn(
  book: Pick<ProcedureBook, 'list'>,
  agency: AgencyId,
  on: LocalDate,
): LicenceIssuer | undefined {
  const then = book
    .list()
    .filter((procedure) => procedure.competentAgency === agency && procedure.validFrom <= on);
  return then.findLast(({ licence }) => licence.issuer)?.licence.issuer;
}
