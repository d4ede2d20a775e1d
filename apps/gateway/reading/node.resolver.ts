import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { Matches } from 'class-validator';
import { DossiersResolver } from '../dossiers/dossiers.resolver.js';
import { Node } from '../graphql/node.js';
import { Asking, type Asker } from '../graphql/request-context.js';
import { LicencesResolver } from '../licences/licences.resolver.js';

@ArgsType()
class NodeArgs {
  @Field(() => ID, { description: 'The id.' })
  @Matches(/^[\w.:-]{1,128}$/)
  id!: string;
}

@Resolver()
export class NodeResolver {
  constructor(
    private readonly dossiers: DossiersResolver,
    private readonly licences: LicencesResolver,
  ) {}

  @Query(() => Node, {
    nullable: true,
    description: 'Anything by its id, under the same rules as by its own field.',
  })
  async node(@Args() { id }: NodeArgs, @Asking() asker: Asker): Promise<Node | null> {
    if (id.startsWith('licence-')) return this.licences.find(asker.actor, { id, atLeastPosition: null });
    return this.dossiers.dossier({ id }, asker);
  }
}
