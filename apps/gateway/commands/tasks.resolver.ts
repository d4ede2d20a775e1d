import { Mutation, Resolver } from '@nestjs/graphql';
import type { PersonId } from '#libs/kernel/ids.js';
import { Asking, type Asker } from '../graphql/request-context.js';
import { CommandDesk } from './command-desk.js';
import { Input } from './command-input.js';
import { CommandPayload } from './command-payload.js';
import { AssignTaskInput, HandOverTaskInput, TaskInput } from './tasks.input.js';

/** Who does which work. */
@Resolver()
export class TasksResolver {
  constructor(private readonly desk: CommandDesk) {}

  @Mutation(() => CommandPayload, { description: 'Give a task to an officer (phân công xử lý).' })
  assignTask(@Input() input: AssignTaskInput, @Asking() asker: Asker) {
    const { task, to } = input;
    return this.desk.give(asker, input, { type: 'assignTask', data: { task, to: to as PersonId } });
  }

  @Mutation(() => CommandPayload, { description: 'Take an open task that nobody holds (nhận việc).' })
  claimTask(@Input() input: TaskInput, @Asking() asker: Asker) {
    return this.desk.give(asker, input, { type: 'claimTask', data: { task: input.task } });
  }

  @Mutation(() => CommandPayload, { description: 'Give back a task one holds (trả lại việc).' })
  releaseTask(@Input() input: TaskInput, @Asking() asker: Asker) {
    return this.desk.give(asker, input, { type: 'releaseTask', data: { task: input.task } });
  }

  @Mutation(() => CommandPayload, { description: 'Pass on a task one holds to a colleague (chuyển việc).' })
  handOverTask(@Input() input: HandOverTaskInput, @Asking() asker: Asker) {
    const { task, to, note } = input;
    return this.desk.give(asker, input, { type: 'handOverTask', data: { task, to: to as PersonId, note } });
  }
}
