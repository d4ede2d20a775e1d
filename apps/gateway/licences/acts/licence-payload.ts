import { Field, ID, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommandOutcome } from '../../commands/command-outcome.js';
import { Asking, type Asker } from '../../graphql/request-context.js';
import { Licence } from '../licence.js';
import { LicencesResolver } from '../licences.resolver.js';

@ObjectType('LicencePayload', {
  description: 'The answer to a command about a licence: either it was recorded, or it was refused.',
})
export class LicencePayload extends CommandOutcome {
  @Field(() => ID, { description: 'The licence the command was about.' })
  licenceId!: string;
}

/** The licence is read only when it is asked for, and as it is after the command. */
@Resolver(() => LicencePayload)
export class LicencePayloadResolver {
  constructor(private readonly licences: LicencesResolver) {}

  @ResolveField(() => Licence, {
    nullable: true,
    description: 'The licence after the command, or as it is when the command was refused.',
  })
  licence(@Parent() { licenceId: id, position }: LicencePayload, @Asking() { actor }: Asker) {
    return this.licences.find(actor, { id, atLeastPosition: position ?? null });
  }
}
