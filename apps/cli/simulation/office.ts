import type { Client } from '@temporalio/client';
import type { Backbone } from '#libs/backbone/backbone.js';
import type { MovedNews } from '#libs/commands/moved.js';
import type { LicenceCommand } from '#libs/licence/commands.js';
import { isOpen, mustHear, workflowIdOf } from '#libs/nudges/nudge.js';
import { moved, workflowTypes } from '#workflows/messages.js';
import { actorOf } from './actor.js';
import type { Life } from './life.js';
import { type FirstRun, runsOf } from './runs.js';

/** Longer than any licence, since the server would end a workflow after ten years. */
const DECADES = '36500 days';

/** Holder, officers and the projector in one: gives commands, and tells the workflow what it must hear. */
export class Office {
  private readonly first = new Map<string, FirstRun>();
  private given = 0;

  constructor(
    private readonly client: Client,
    private readonly backbone: Backbone,
    private readonly taskQueue: string,
  ) {}

  async carryOut(life: Life, command: LicenceCommand): Promise<void> {
    const { clock, commands, reader } = this.backbone;
    const before = (await reader.findLicence(life.id))?.news;
    this.given += 1;
    await commands.licence({
      id: life.id,
      command,
      actor: actorOf(life.opening, command.type),
      idempotencyKey: `${command.type} ${this.given}`,
      correlationId: `licence/${life.id}`,
    });
    const after = (await reader.findLicence(life.id))?.news;
    if (after && mustHear(before, after, clock.now())) await this.tell(life, after);
  }

  /** When its workflow has ended, however often it continued as new. */
  async endOf(id: string): Promise<void> {
    await this.client.workflow.getHandle(workflowIdOf({ workflow: 'licence', id })).result();
  }

  /** Number of Temporal events of each run of its workflow, in their order. */
  runsOf(id: string): Promise<readonly number[]> {
    const first = this.first.get(id);
    if (first) return runsOf(this.client, first);
    throw new Error(`No workflow was ever told of the licence ${id}`);
  }

  private async tell({ id }: Life, news: MovedNews): Promise<void> {
    const workflowId = workflowIdOf({ workflow: 'licence', id });
    const { workflow } = this.client;
    if (!isOpen(news)) return workflow.getHandle(workflowId).signal(moved, news);
    const { signaledRunId: runId } = await workflow.signalWithStart(workflowTypes.licence, {
      workflowId,
      taskQueue: this.taskQueue,
      args: [{ id }],
      signal: moved,
      signalArgs: [news],
      workflowRunTimeout: DECADES,
    });
    if (!this.first.has(id)) this.first.set(id, { workflowId, runId });
  }
}
