import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';
import type { Stage } from '#libs/dossier/state.js';
import type { Instant } from '#libs/kernel/time.js';
import type { Role } from '#libs/kernel/roles.js';
import type { ApplicantKind, Channel } from '#libs/procedures/procedure.js';
import type { WorkKind } from '#libs/projections/task-inbox/inbox-row.js';
import type { InboxTab } from '#libs/projections/task-inbox/queries.js';
import { ApplicantKindTerms, ChannelTerms } from '../commands/filing.input.js';
import { TaskKindTerms } from '../dossiers/task-kind.js';
import { StageTerms } from '../dossiers/stage.js';
import { connectionOf, PageArgs } from '../graphql/connection.js';
import { DateTimeScalar, LocalDateScalar } from '../graphql/scalars.js';
import { registerTerms } from '../graphql/terms.js';
import { Text } from '../graphql/text.js';
import { RoleTerms } from '../people/person.js';

const InboxTabTerms = registerTerms<InboxTab>('InboxTab', 'Which part of the inbox.', {
  mine: { vi: 'việc của tôi', en: 'tasks I hold' },
  team: { vi: 'việc của nhóm', en: 'tasks of my roles in my agency, whoever holds them' },
  unassigned: { vi: 'chưa có người nhận', en: 'of these, what nobody holds' },
});

@ObjectType('Task', { description: 'An open task as an officer sees it in a list (việc).' })
export class Task {
  @Field(() => ID, { description: 'Id of the row.' })
  id!: string;

  @Field(() => String, {
    description:
      'Id of the task within its dossier or licence; commands about tasks and inspections take it.',
  })
  taskId!: string;

  @Field(() => ID, { description: 'The dossier; of a task about a licence the one that led to it.' })
  dossierId!: string;

  @Field(() => ID, { nullable: true, description: 'The licence, where the task is about one.' })
  licenceId?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of that licence as printed.' })
  licenceText?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The document about the licence, where the task is about one.',
  })
  documentId?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the dossier, from acceptance on.' })
  code?: string | null;

  @Field(() => String, { description: 'Id of the procedure.' })
  procedureId!: string;

  @Field(() => Text, { description: 'Name of the procedure.' })
  procedureName!: Text;

  @Field(() => StageTerms, {
    nullable: true,
    description: 'Where the dossier stands; null for a task about a licence.',
  })
  stage?: Stage | null;

  @Field(() => TaskKindTerms, { description: 'What is to be done.' })
  kind!: WorkKind;

  @Field(() => RoleTerms, { description: 'Whose work it is.' })
  role!: Role;

  @Field(() => String, { description: 'In which agency.' })
  agency!: string;

  @Field(() => ID, { nullable: true, description: 'Who holds it; null: nobody yet.' })
  holder?: string | null;

  @Field(() => DateTimeScalar, { description: 'When it is due.' })
  dueAt!: string;

  @Field(() => DateTimeScalar, {
    description: 'When its officer is reminded, or a report to be examined becomes urgent.',
  })
  remindAt!: string;

  @Field(() => DateTimeScalar, {
    description: 'When the dossier was filed, the report came in, or the inspection was asked for.',
  })
  receivedAt!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Appointed date on the receipt.' })
  appointedOn?: string | null;

  @Field(() => ApplicantKindTerms, {
    nullable: true,
    description: 'What kind of organisation applies; null for a task about a licence.',
  })
  applicantKind?: ApplicantKind | null;

  @Field(() => ChannelTerms, {
    nullable: true,
    description: 'How it was filed; null for a task about a licence.',
  })
  channel?: Channel | null;
}

@ObjectType('StageCount', { description: 'How many tasks stand in a stage.' })
export class StageCount {
  @Field(() => StageTerms, { description: 'The stage.' })
  stage!: Stage;

  @Field(() => Int, { description: 'Tasks in it.' })
  tasks!: number;
}

@ObjectType('InboxCounts', { description: 'The numbers on the tabs.' })
export class InboxCounts {
  @Field(() => Int, { description: 'Tasks I hold.' })
  mine!: number;

  @Field(() => Int, { description: 'Tasks of my roles in my agency.' })
  team!: number;

  @Field(() => Int, { description: 'Of these, what nobody holds.' })
  unassigned!: number;

  @Field(() => Int, { description: 'Of the tasks of the team, what is overdue.' })
  overdue!: number;

  @Field(() => [StageCount], { description: 'Tasks of the team about dossiers, by stage.' })
  byStage!: readonly StageCount[];
}

@ObjectType('TaskConnection', { description: 'A page of the inbox, the most urgent first.' })
export class TaskConnection extends connectionOf(Task, 'Task') {}

@InputType({ description: 'Which tasks the inbox shows.' })
export class InboxFilterInput {
  @Field(() => String, { nullable: true, description: 'Of dossiers of this procedure.' })
  @IsOptional()
  @Matches(/^[\w.-]{1,128}$/)
  procedureId?: string | null;

  @Field(() => [StageTerms], { nullable: true, description: 'Of dossiers in one of these stages.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsIn(Object.values(StageTerms), { each: true })
  stages?: Stage[] | null;

  @Field(() => [TaskKindTerms], { nullable: true, description: 'Of one of these kinds.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsIn(Object.values(TaskKindTerms), { each: true })
  kinds?: WorkKind[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Due before this instant.' })
  @IsOptional()
  @IsString()
  dueBefore?: Instant | null;
}

@ArgsType()
export class InboxArgs extends PageArgs {
  @Field(() => InboxTabTerms, { description: 'Which part of the inbox.' })
  @IsIn(Object.values(InboxTabTerms))
  tab!: InboxTab;

  @Field(() => InboxFilterInput, { nullable: true, description: 'Which tasks.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => InboxFilterInput)
  filter?: InboxFilterInput | null;
}
