import { Field, Int, InterfaceType, ObjectType } from '@nestjs/graphql';
import type { JsonObject } from '#libs/kernel/json.js';
import { JsonObjectScalar } from '../graphql/scalars.js';
import { Text } from '../graphql/text.js';
import { type RefusalName, RefusalNameTerms } from '../messages/refusal-messages.js';

/** Why a command was not carried out. Nothing was recorded. */
@InterfaceType('Refusal', {
  description: 'Why a command was not carried out. Nothing was recorded.',
  resolveType: (refusal: Refusal) => typeNames[refusal.name] ?? 'RuleRefusal',
})
export abstract class Refusal {
  @Field(() => RefusalNameTerms, { description: 'What clients switch on.' })
  name!: RefusalName;

  @Field(() => Text, { description: 'What people read.' })
  message!: Text;

  @Field(() => JsonObjectScalar, { description: 'What explains it: a shape of its own for every name.' })
  details!: JsonObject;
}

const typeNames: Partial<Record<RefusalName, string>> = {
  StaleVersion: 'StaleVersion',
  KeyReused: 'KeyReused',
};

@ObjectType('RuleRefusal', {
  implements: () => [Refusal],
  description: 'A rule of the law, of the procedure or of the office forbids it.',
})
export class RuleRefusal extends Refusal {}

@ObjectType('StaleVersion', {
  implements: () => [Refusal],
  description: 'The dossier changed since the person looked. Read it again, then decide.',
})
export class StaleVersion extends Refusal {
  @Field(() => Int, { description: 'The version the person looked at.' })
  expected!: number;

  @Field(() => Int, { description: 'The version there is.' })
  actual!: number;
}

@ObjectType('KeyReused', {
  implements: () => [Refusal],
  description: 'The idempotency key was used before, with other content.',
})
export class KeyReused extends Refusal {
  @Field(() => String, { description: 'The key.' })
  key!: string;
}
