import { InputType } from '@nestjs/graphql';
import { DossierInput } from './command-input.js';
import { Code, Id, Words } from './fields.js';

@InputType({ description: 'A command about one task of a dossier.' })
export class TaskInput extends DossierInput {
  @Code('Id of the task, as `appraise-1`.')
  task!: string;
}

@InputType({ description: 'Give a task to somebody.' })
export class AssignTaskInput extends TaskInput {
  @Id('The person who shall do it.')
  to!: string;
}

@InputType({ description: 'Pass on a task one holds.' })
export class HandOverTaskInput extends AssignTaskInput {
  @Words('What the next person should know.')
  note!: string;
}
