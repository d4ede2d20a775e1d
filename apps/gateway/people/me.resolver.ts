import { Context, Query, Resolver } from '@nestjs/graphql';
import { isRole } from '#libs/access/permissions.js';
import { askerOf, type RequestContext } from '../graphql/request-context.js';
import { Me } from './person.js';

@Resolver(() => Me)
export class MeResolver {
  @Query(() => Me, { description: 'Who is signed in, and in which capacities.' })
  me(@Context() context: RequestContext): Me {
    const { actor } = askerOf(context);
    const name = context.signedIn?.name;
    return {
      id: actor.id,
      roles: actor.roles.filter(isRole),
      ...(name === undefined ? {} : { name }),
      ...(actor.agency === undefined ? {} : { agency: actor.agency }),
    };
  }
}
