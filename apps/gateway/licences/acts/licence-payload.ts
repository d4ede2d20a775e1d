import { Field, ID, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Refusal } from '../../commands/refusal.js';
import { Asking, type Asker } from '../../graphql/request-context.js';
import { Licence } from '../licence.js';
import { LicencesResolver } from '../licences.resolver.js';

@ObjectType('LicencePayload', {
  description: 'The answer to a command about a licence: either it was recorded, or it was refused.',
})
export class LicencePayload {
  @Field(() => ID, { description: 'The licence the command was about.' })
  licenceId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Position in the log. Hand it to `atLeastPosition` of a query that must see this. Null when refused.',
  })
  position?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the licence after the command. Null when refused.',
  })
  version?: number;

  @Field(() => Boolean, {
    description: 'True when the same command had been recorded before: this is its first answer.',
  })
  repeated!: boolean;

  @Field(() => Refusal, { nullable: true, description: 'Why it was refused. Null when it was recorded.' })
  refusal?: Refusal;
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
