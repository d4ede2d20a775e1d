import { mayRead } from '#libs/access/policy.js';
import type { AgencyId } from '#libs/kernel/ids.js';
import type { DepartmentSummary } from '#libs/summaries/department-summary.js';
import { paperOf } from '#libs/summaries/paper-of.js';
import { findPeriod, type Period } from '#libs/summary-duties/period.js';
import { type Summarised, summarise, type SummaryAnswer } from '#libs/summaries/summarise.js';
import type { Asker } from '../graphql/request-context.js';
import type { Parts } from '../parts.js';
import type { DrawnPaper } from '../records/record-room.js';

export interface SummaryWish {
  readonly period: string;
  /** Without it that of the asker. */
  readonly agency: string | undefined;
  readonly position: number | undefined;
}

/** Why there is no summary; the reader of it knows how its way says so. */
export type NoSummary =
  Extract<SummaryAnswer, { refusal: string }>['refusal'] | 'NotForYou' | 'PeriodUnknown' | 'AgencyMissing';

export class SummaryUnavailable extends Error {
  override readonly name = 'SummaryUnavailable';

  constructor(
    readonly reason: NoSummary,
    message: string,
  ) {
    super(message);
  }
}

const reasons: Readonly<Record<NoSummary, string>> = {
  NothingRecorded: 'The log has nothing at this position.',
  PeriodNotBegun: 'The period had not begun then.',
  NotForYou: 'There is no such summary for you.',
  PeriodUnknown: 'A period is a year or a half of one: 2026, 2026-H1, 2026-H2.',
  AgencyMissing: 'Say whose summary: agency.',
};

/** Draws summaries from the log: for officers of the department and for auditors, as what the inside of the office is. */
export class SummaryRoom {
  constructor(private readonly parts: Parts) {}

  /** @throws SummaryUnavailable */
  async summary(asker: Asker, wish: SummaryWish): Promise<DepartmentSummary> {
    return (await this.find(asker, wish)).summary;
  }

  /** @throws SummaryUnavailable; PaperError */
  async paper(asker: Asker, wish: SummaryWish): Promise<DrawnPaper> {
    const { period, ...found } = await this.find(asker, wish);
    const { backbone, papers, settings } = this.parts;
    const { store, blobs, books, records } = backbone;
    const { demonstration, gateway } = settings;
    const office = { demonstration, verifyUrl: `${gateway.publicUrl}/verify` };
    const sources = { store, blobs, procedures: books.procedures, ...office };
    const paper = paperOf(sources, found, period);
    const bytes = await records.once({ ...paper, draw: (facts) => papers.draw('record', paper.kind, facts) });
    return { bytes };
  }

  private async find(
    { actor }: Asker,
    { period: name, agency = actor.agency, position }: SummaryWish,
  ): Promise<Summarised & { readonly period: Period }> {
    const period = findPeriod(name);
    if (!period) throw no('PeriodUnknown');
    if (agency === undefined) throw no('AgencyMissing');
    if (!mayRead(actor, { kind: 'Summary', agency })) throw no('NotForYou');
    const { store, books } = this.parts.backbone;
    const question = { agency: agency as AgencyId, period, position };
    const answer = await summarise({ store, procedures: books.procedures }, question);
    if ('refusal' in answer) throw no(answer.refusal);
    return { ...answer, period };
  }
}

function no(reason: NoSummary): SummaryUnavailable {
  return new SummaryUnavailable(reason, reasons[reason]);
}
