import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { DepartmentSummary as Counted, DutyLine } from '#libs/summaries/department-summary.js';
import { actTexts, stageTexts, standingTexts } from '#libs/summaries/summary-texts.js';
import { Problem, type ProblemCode } from '../graphql/problem.js';
import { Asking, type Asker } from '../graphql/request-context.js';
import { Parts } from '../parts.js';
import { DepartmentSummary, SummaryArgs, type SummaryCount, type SummaryDuty } from './summary.js';
import { type NoSummary, SummaryRoom, SummaryUnavailable } from './summary-room.js';

const codes: Readonly<Record<Exclude<NoSummary, 'NotForYou' | 'AgencyMissing'>, ProblemCode>> = {
  NothingRecorded: 'BAD_USER_INPUT',
  PeriodNotBegun: 'BAD_USER_INPUT',
  PeriodUnknown: 'BAD_USER_INPUT',
};

/** What a department reports about its licences. */
@Resolver()
export class SummariesResolver {
  private readonly room: SummaryRoom;

  constructor(parts: Parts) {
    this.room = new SummaryRoom(parts);
  }

  @Query(() => DepartmentSummary, {
    nullable: true,
    description:
      'The summary of a department for a half year or a year, as of a position of the log. Null for who may not see it (báo cáo tổng hợp).',
  })
  async departmentSummary(
    @Args() { periodName: period, agency, position }: SummaryArgs,
    @Asking() asker: Asker,
  ): Promise<DepartmentSummary | null> {
    const wish = { period, agency: agency ?? undefined, position: position ?? undefined };
    try {
      return summaryOf(await this.room.summary(asker, wish));
    } catch (error) {
      return explained(error);
    }
  }
}

/** Whose it is not learns nothing but that there is none; what was asked wrongly is said. */
function explained(error: unknown): null {
  if (!(error instanceof SummaryUnavailable)) throw error;
  const { reason, message } = error;
  if (reason === 'NotForYou' || reason === 'AgencyMissing') return null;
  throw new Problem(codes[reason], message);
}

function summaryOf({ period, licences, acts, duties, reported, late, ...plain }: Counted): DepartmentSummary {
  const { name, ...days } = period;
  return {
    ...plain,
    ...days,
    period: name,
    licences: counted(licences, stageTexts),
    acts: counted(acts, actTexts),
    duties: counted(duties, standingTexts),
    reported: reported.map(dutyOf),
    late: late.map(dutyOf),
  };
}

function counted<Term extends string>(
  counts: Readonly<Partial<Record<Term, number>>>,
  texts: Readonly<Record<Term, Bilingual>>,
): SummaryCount[] {
  const terms = Object.keys(texts) as Term[];
  return terms.flatMap((code) => {
    const count = counts[code];
    return count === undefined ? [] : [{ code, name: texts[code], count }];
  });
}

function dutyOf({ standing, ...line }: DutyLine): SummaryDuty {
  return { ...line, standing: standingTexts[standing] };
}
