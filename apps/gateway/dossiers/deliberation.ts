import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { DecisionKind, OpinionPosition } from '#libs/dossier/events.js';
import type { TaskKind } from '#libs/dossier/tasks.js';
import type { Role } from '#libs/kernel/roles.js';
import { OpinionPositionTerms } from '../commands/appraisal.input.js';
import { DecisionKindTerms } from '../commands/decision.input.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { RoleTerms } from '../people/person.js';
import { GivenReason } from './dossier-parts.js';
import { TaskKindTerms } from './task-kind.js';

@ObjectType('OpenTask', { description: 'Work that waits for somebody (việc).' })
export class OpenTask {
  @Field(() => String, { description: 'Id within the dossier; commands about tasks take it.' })
  id!: string;

  @Field(() => TaskKindTerms, { description: 'What is to be done.' })
  kind!: TaskKind;

  @Field(() => RoleTerms, { description: 'Whose work it is.' })
  role!: Role;

  @Field(() => String, { description: 'In which agency.' })
  agency!: string;

  @Field(() => ID, { nullable: true, description: 'Who holds it; null: nobody yet.' })
  holder?: string | null;

  @Field(() => DateTimeScalar, { description: 'When it is due.' })
  dueAt!: string;

  @Field(() => DateTimeScalar, { description: 'When its officer is reminded.' })
  remindAt!: string;
}

@ObjectType('OpinionText', { description: 'What an agency answered.' })
export class OpinionText {
  @Field(() => OpinionPositionTerms, { description: 'Its position.' })
  position!: OpinionPosition;

  @Field(() => String, { description: 'In words.' })
  summary!: string;
}

@ObjectType('Opinion', { description: 'A question to another agency, and its answer (ý kiến).' })
export class Opinion {
  @Field(() => String, { description: 'The agency.' })
  agency!: string;

  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  askedAt!: string;

  @Field(() => DateTimeScalar, { description: 'Until when it should answer.' })
  dueAt!: string;

  @Field(() => Boolean, { description: 'Whether its silence was noted.' })
  overdueNoted!: boolean;

  @Field(() => OpinionText, { nullable: true, description: 'The answer, once given.' })
  given?: OpinionText | null;
}

@ObjectType('Finding', { description: 'What was found for one item of the checklist.' })
export class Finding {
  @Field(() => String, { description: 'Code of the item in the procedure.' })
  item!: string;

  @Field(() => Boolean, { description: 'Whether the requirement is met.' })
  met!: boolean;

  @Field(() => String, { nullable: true, description: 'Remark.' })
  note?: string | null;
}

@ObjectType('Draft', { description: 'What the director is asked to sign.' })
export class Draft {
  @Field(() => DecisionKindTerms, { description: 'Grant, deny, or send on.' })
  kind!: DecisionKind;

  @Field(() => ID, { description: 'Who prepared it; may not approve it.' })
  preparedBy!: string;

  @Field(() => Int, { nullable: true, description: 'Term in years, of a grant.' })
  termYears?: number | null;

  @Field(() => [GivenReason], { description: 'Reasons, of a denial.' })
  reasons!: readonly GivenReason[];
}

@ObjectType('Deliberation', {
  description: 'The inside of the office: who works on a dossier and what they think of it.',
})
export class Deliberation {
  @Field(() => [OpenTask], { description: 'Work that is open.' })
  tasks!: readonly OpenTask[];

  @Field(() => [Opinion], { description: 'Opinions of other agencies.' })
  opinions!: readonly Opinion[];

  @Field(() => [Finding], { description: 'Findings of the appraisal.' })
  findings!: readonly Finding[];

  @Field(() => String, { nullable: true, description: 'SHA-256 of the appraisal report.' })
  appraisalReport?: string | null;

  @Field(() => Draft, { nullable: true, description: 'The draft before the director.' })
  draft?: Draft | null;
}
