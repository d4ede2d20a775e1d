import { Field, ID, InterfaceType } from '@nestjs/graphql';

/** Ids say what they are of: `dossier-…`, `licence-…`. Clients should not read that out of them. */
@InterfaceType('Node', {
  description: 'Whatever can be asked for again by its id alone.',
  resolveType: ({ id }: Node) => (id.startsWith('licence-') ? 'Licence' : 'Dossier'),
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque, and stable for ever.' })
  id!: string;
}
