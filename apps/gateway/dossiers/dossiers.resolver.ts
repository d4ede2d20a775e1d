import { Args, Context, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { mayRead } from '#libs/access/policy.js';
import { dossierScope } from '#libs/access/scopes.js';
import { dossierDetails } from '#libs/projections/dossier-details/projection.js';
import { findDossier, findDossierByCode, listDossiers } from '#libs/projections/dossier-details/queries.js';
import type { DossierRow } from '#libs/projections/dossier-details/dossier-row.js';
import type { DossierId } from '#libs/kernel/ids.js';
import { stated } from '../commands/stated.js';
import { connectionOf, toConnection } from '../graphql/connection.js';
import { JsonObjectScalar } from '../graphql/scalars.js';
import { Asking, type Asker, askerOf, type RequestContext } from '../graphql/request-context.js';
import { Names } from '../people/names.js';
import { Person } from '../people/person.js';
import { ReadModels } from '../reading/read-models.js';
import { Deliberation } from './deliberation.js';
import { Dossier } from './dossier.js';
import { DossierArgs, DossiersArgs } from './dossier-args.js';
import { deliberationOf, type DossierView, subjectOf, viewOf } from './dossier-view.js';
import { FormAnswers } from './form-answers.js';

@ObjectType('DossierConnection', { description: 'A page of a list of dossiers.' })
class DossierConnection extends connectionOf(Dossier, 'Dossier') {}

@Resolver(() => Dossier)
export class DossiersResolver {
  constructor(
    private readonly readModels: ReadModels,
    private readonly names: Names,
    private readonly answers: FormAnswers,
  ) {}

  @Query(() => Dossier, {
    nullable: true,
    description:
      'A dossier by its id or its code. Null when there is none that the signed-in person may see.',
  })
  async dossier(@Args() args: DossierArgs, @Asking() { actor }: Asker): Promise<DossierView | null> {
    const { id, code, atLeastPosition } = args;
    const model = await this.readModels.model(dossierDetails, atLeastPosition);
    const row = await (typeof id === 'string'
      ? findDossier(model, id as DossierId)
      : findDossierByCode(model, code ?? ''));
    return row !== undefined && mayRead(actor, subjectOf(row)) ? viewOf(row) : null;
  }

  @Query(() => DossierConnection, {
    description: 'Dossiers that the signed-in person may see, the newest first: applicants see their own.',
  })
  async dossiers(@Args() args: DossiersArgs, @Asking() { actor }: Asker) {
    const { first, after, filter } = stated(args);
    const model = await this.readModels.model(dossierDetails, args.atLeastPosition);
    const page = await listDossiers(model, {
      first,
      sight: dossierScope(actor),
      ...(after === undefined ? {} : { after }),
      ...(filter === undefined ? {} : { filter }),
    });
    return toConnection<DossierRow, DossierView>(page, viewOf);
  }

  @ResolveField(() => Person, { description: 'Who applies.' })
  applicant(@Parent() dossier: DossierView): Promise<Person> {
    return this.names.person(dossier.applicantId);
  }

  @ResolveField(() => JsonObjectScalar, {
    nullable: true,
    description: 'Answers to the form. Kept outside the log; null when they were erased.',
  })
  formAnswers(@Parent() dossier: DossierView): Promise<unknown> {
    return this.answers.find(dossier.row.form);
  }

  @ResolveField(() => Deliberation, {
    nullable: true,
    description: 'The inside of the office. Null for whoever does not belong to it.',
  })
  deliberation(@Parent() { row }: DossierView, @Context() context: RequestContext): Deliberation | null {
    const inside = mayRead(askerOf(context).actor, { ...subjectOf(row), kind: 'Deliberation' });
    return inside ? deliberationOf(row) : null;
  }
}
