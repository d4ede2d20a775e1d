import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { explainSummary } from '#libs/summaries/explained.js';
import { findPeriod } from '#libs/summary-duties/period.js';
import { LicenceNumber } from '../dossiers/dossier-parts.js';
import type { RequestContext } from '../graphql/request-context.js';
import { Licence } from '../licences/licence.js';
import { Obligation } from '../licences/obligation.js';
import { DepartmentSummary, SummaryDuty } from '../summaries/summary.js';
import { LicenceDateArgs, ObligationDateArgs } from './clock-dates.js';
import { ClockExplanation } from './clock-explanation.js';
import { LicenceClocks } from './licence-clocks.js';

const explained = {
  nullable: true,
  description: 'Why the date is what it is. Null where there is no such date.',
};

/** Why a licence ends when it does, is suspended until then, and why its holder is reminded when they are. */
@Resolver(() => Licence)
export class LicenceClocksResolver {
  constructor(private readonly clocks: LicenceClocks) {}

  @ResolveField(() => ClockExplanation, explained)
  explain(
    @Parent() { id }: Licence,
    @Args() { date }: LicenceDateArgs,
    @Context() context: RequestContext,
  ): Promise<ClockExplanation | null> {
    return this.clocks.explain(context, { id, date });
  }
}

@Resolver(() => LicenceNumber)
export class LicenceNumberClocksResolver {
  constructor(private readonly clocks: LicenceClocks) {}

  @ResolveField(() => ClockExplanation, { ...explained, description: 'Why it is the last day of the term.' })
  explain(
    @Parent() { licenceId: id, expiresOn }: LicenceNumber,
    @Context() context: RequestContext,
  ): Promise<ClockExplanation | null> {
    return this.clocks.explainTermUntil(context, { id, expiresOn });
  }
}

@Resolver(() => Obligation)
export class ObligationClocksResolver {
  constructor(private readonly clocks: LicenceClocks) {}

  @ResolveField(() => ClockExplanation, explained)
  explain(
    @Parent() { licenceId: id, obligation }: Obligation,
    @Args() { date }: ObligationDateArgs,
    @Context() context: RequestContext,
  ): Promise<ClockExplanation | null> {
    return this.clocks.explainDuty(context, { id, obligation, date });
  }
}

@Resolver(() => SummaryDuty)
export class SummaryDutyClocksResolver {
  constructor(private readonly clocks: LicenceClocks) {}

  @ResolveField(() => ClockExplanation, { ...explained, description: 'Why it was due by then.' })
  explain(
    @Parent() { licenceId: id, obligation }: SummaryDuty,
    @Context() context: RequestContext,
  ): Promise<ClockExplanation | null> {
    return this.clocks.explainDuty(context, { id, obligation, date: 'dueOn' });
  }
}

@Resolver(() => DepartmentSummary)
export class SummaryClocksResolver {
  @ResolveField(() => ClockExplanation, { ...explained, description: 'Why it is to be sent by then.' })
  explain(@Parent() { period }: DepartmentSummary): ClockExplanation | null {
    const found = findPeriod(period);
    return found ? { ...explainSummary(found), provisional: false } : null;
  }
}
