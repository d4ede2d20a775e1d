import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { dossierScope } from '#libs/access/scopes.js';
import { type Digest, type LicenceId, licenceStream } from '#libs/kernel/ids.js';
import { localDateOf } from '#libs/kernel/time.js';
import type { ObligationRow } from '#libs/projections/licence-obligations/obligation-row.js';
import { licenceObligations } from '#libs/projections/licence-obligations/projection.js';
import { listObligations } from '#libs/projections/licence-obligations/queries.js';
import { stated } from '../commands/stated.js';
import { FormAnswers } from '../dossiers/form-answers.js';
import { toConnection } from '../graphql/connection.js';
import { Asking, type Asker } from '../graphql/request-context.js';
import { JsonObjectScalar } from '../graphql/scalars.js';
import { Parts } from '../parts.js';
import { Names } from '../people/names.js';
import { Person } from '../people/person.js';
import { ReadModels } from '../reading/read-models.js';
import { Obligation, ObligationConnection, ObligationsArgs } from './obligation.js';
import { ReportVersion, versionsOf } from './report-version.js';

/** What holders owe, for themselves and for those who examine it. */
@Resolver(() => Obligation)
export class ObligationsResolver {
  constructor(
    private readonly readModels: ReadModels,
    private readonly parts: Parts,
    private readonly names: Names,
  ) {}

  @Query(() => ObligationConnection, {
    description: 'Obligations of licences, the earliest due date first; holders see their own (nghĩa vụ).',
  })
  async obligations(@Args() args: ObligationsArgs, @Asking() { actor }: Asker) {
    const { first, after, filter = {} } = stated(args);
    const { late, ...plain } = filter;
    const today = localDateOf(this.parts.backbone.clock.now());
    const model = await this.readModels.model(licenceObligations, args.atLeastPosition);
    const page = await listObligations(model, {
      first,
      sight: dossierScope(actor),
      filter: late === true ? { ...plain, lateOn: today } : plain,
      ...(after === undefined ? {} : { after }),
    });
    return toConnection<ObligationRow, Obligation>(page, ({ holder: holderId, ...row }) => ({
      ...row,
      holderId,
    }));
  }

  @ResolveField(() => Person, { description: 'Who owes it.' })
  holder(@Parent() { holderId }: Obligation): Promise<Person> {
    return this.names.person(holderId);
  }
}

/** Every version that was ever handed in, from the log: the list of obligations keeps the newest alone. */
@Resolver(() => Obligation)
export class ReportVersionsResolver {
  constructor(private readonly parts: Parts) {}

  @ResolveField(() => [ReportVersion], {
    description: 'All versions of the report that were handed in, the oldest first (các lần nộp báo cáo).',
  })
  async reportVersions(@Parent() { licenceId, obligation, reports }: Obligation): Promise<ReportVersion[]> {
    if (reports === 0) return [];
    const { commits } = await this.parts.backbone.store.readStream(licenceStream(licenceId as LicenceId));
    return versionsOf(obligation, commits);
  }
}

/** What was reported lies beside the log and is read only when it is asked for. */
@Resolver(() => Obligation)
export class ReportAnswersResolver {
  constructor(private readonly answers: FormAnswers) {}

  @ResolveField(() => JsonObjectScalar, {
    nullable: true,
    description: 'Answers of the newest report that was handed in.',
  })
  reportAnswers(@Parent() { report }: Obligation) {
    return typeof report === 'string' ? this.answers.find(report as Digest) : null;
  }
}

/** The same of an older version. */
@Resolver(() => ReportVersion)
export class VersionAnswersResolver {
  constructor(private readonly answers: FormAnswers) {}

  @ResolveField(() => JsonObjectScalar, { nullable: true, description: 'The answers of this version.' })
  answersGiven(@Parent() { report }: ReportVersion) {
    return this.answers.find(report as Digest);
  }
}
