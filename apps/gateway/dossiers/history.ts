import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../graphql/connection.js';
import { DateTimeScalar, JsonObjectScalar } from '../graphql/scalars.js';
import { Text } from '../graphql/text.js';
import { RoleTerms } from '../people/person.js';
import type { Role } from '#libs/kernel/roles.js';

@ObjectType('RuleReference', { description: 'A versioned rule text that was in force.' })
export class RuleReference {
  @Field(() => String, { description: 'Which text.' })
  id!: string;

  @Field(() => String, { description: 'Its version.' })
  version!: string;

  @Field(() => String, { description: 'SHA-256 of its canonical JSON.' })
  hash!: string;
}

@ObjectType('RulesInForce', { description: 'By which rules was decided.' })
export class RulesInForce {
  @Field(() => RuleReference, { nullable: true, description: 'The procedure.' })
  procedure?: RuleReference;

  @Field(() => RuleReference, { nullable: true, description: 'The calendar of working days.' })
  calendar?: RuleReference;

  @Field(() => RuleReference, { nullable: true, description: 'The form.' })
  form?: RuleReference;

  @Field(() => RuleReference, { nullable: true, description: 'The template of the certificate.' })
  template?: RuleReference;
}

@ObjectType('HistoryEvent', { description: 'A fact that was recorded.' })
export class HistoryEvent {
  @Field(() => String, { description: 'Name of the event.' })
  type!: string;

  @Field(() => Text, { description: 'What happened, in one sentence of the office.' })
  sentence!: Text;

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: 'What the log keeps of it. Null for whoever does not belong to the office.',
  })
  data?: unknown;
}

@ObjectType('HistoryEntry', {
  description: 'A command that was carried out: who, when, what, under which rules.',
})
export class HistoryEntry {
  @Field(() => Int, { description: 'Position in the log.' })
  position!: number;

  @Field(() => Int, { description: 'Number of the command in the life of the dossier, from 1.' })
  n!: number;

  @Field(() => Int, { description: 'Version of the dossier after it.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it took effect, where that differs.' })
  effectiveAt?: string | null;

  @Field(() => ID, { description: 'Who acted.' })
  actorId!: string;

  @Field(() => [RoleTerms], { description: 'In which capacities.' })
  actorRoles!: readonly Role[];

  @Field(() => String, { nullable: true, description: 'For which agency.' })
  actorAgency?: string;

  @Field(() => String, { nullable: true, description: 'In whose place.' })
  onBehalfOf?: string | null;

  @Field(() => String, { description: 'Name of the command.' })
  command!: string;

  @Field(() => Text, { description: 'The command in words.' })
  commandName!: Text;

  @Field(() => String, { nullable: true, description: 'Stage before it; null before the first.' })
  stageBefore?: string | null;

  @Field(() => String, { description: 'Stage after it.' })
  stageAfter!: string;

  @Field(() => [HistoryEvent], { description: 'What was recorded.' })
  events!: readonly HistoryEvent[];

  @Field(() => RulesInForce, { description: 'By which rules.' })
  rules!: RulesInForce;

  @Field(() => String, { description: 'Version of the software that decided.' })
  build!: string;

  @Field(() => String, { description: 'Ties together what one request did.' })
  correlationId!: string;

  @Field(() => String, { description: 'Hash of the commit in the log.' })
  hash!: string;
}

@ObjectType('HistoryConnection', { description: 'A page of a history, in the order in which it happened.' })
export class HistoryConnection extends connectionOf(HistoryEntry, 'History') {}
