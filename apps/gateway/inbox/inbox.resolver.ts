import { Args, Query, Resolver } from '@nestjs/graphql';
import { inboxScope } from '#libs/access/scopes.js';
import type { Stage } from '#libs/dossier/state.js';
import type { InboxRow } from '#libs/projections/task-inbox/inbox-row.js';
import { taskInbox } from '#libs/projections/task-inbox/projection.js';
import { countInbox, listInbox } from '#libs/projections/task-inbox/queries.js';
import { stated } from '../commands/stated.js';
import { toConnection } from '../graphql/connection.js';
import { Asking, type Asker } from '../graphql/request-context.js';
import { Parts } from '../parts.js';
import { ReadModels } from '../reading/read-models.js';
import { InboxArgs, InboxCounts, type Task, TaskConnection } from './task.js';

/** What an officer has to do. */
@Resolver()
export class InboxResolver {
  constructor(
    private readonly readModels: ReadModels,
    private readonly parts: Parts,
  ) {}

  @Query(() => TaskConnection, {
    description: 'Open tasks of the signed-in person, the most urgent first (hộp việc).',
  })
  async taskInbox(@Args() args: InboxArgs, @Asking() { actor }: Asker) {
    const { first, tab, after, filter } = stated(args);
    const model = await this.readModels.model(taskInbox, args.atLeastPosition);
    const page = await listInbox(model, {
      first,
      tab,
      reader: inboxScope(actor),
      ...(after === undefined ? {} : { after }),
      ...(filter === undefined ? {} : { filter }),
    });
    return toConnection<InboxRow, Task>(page, taskOf);
  }

  @Query(() => InboxCounts, { description: 'The numbers on the tabs of the inbox.' })
  async inboxCounts(@Asking() { actor }: Asker): Promise<InboxCounts> {
    const model = await this.readModels.model(taskInbox);
    const { byStage, ...counts } = await countInbox(
      model,
      inboxScope(actor),
      this.parts.backbone.clock.now(),
    );
    const stages = Object.entries(byStage) as [Stage, number][];
    return { ...counts, byStage: stages.map(([stage, tasks]) => ({ stage, tasks })) };
  }
}

function taskOf(row: InboxRow): Task {
  return Object.assign(row, { id: row._id });
}
