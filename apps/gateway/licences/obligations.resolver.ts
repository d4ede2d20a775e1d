import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { dossierScope } from '#libs/access/scopes.js';
import type { Digest } from '#libs/kernel/ids.js';
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
