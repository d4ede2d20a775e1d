import type { Client } from '@temporalio/client';
import { moved, searchAttributes, workflowTypes } from '#workflows/messages.js';
import { type Nudge, type TellWorkflow, workflowIdOf } from './nudges/nudge.js';
import type { RunningWorkflow, WorkflowSight } from './nudges/sweep.js';

export interface TemporalSettings {
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly taskQueue: string;
}

export interface WorkflowGate {
  readonly tell: TellWorkflow;
  readonly sight: WorkflowSight;
  close(): Promise<void>;
}

/** A server that does not answer must not keep the nudges behind this one waiting. */
const ANSWER_WITHIN_MS = 5_000;

/** The way to Temporal. It connects with the first nudge, so that nothing else waits for a server that is away. */
export async function openWorkflowGate(settings: TemporalSettings): Promise<WorkflowGate> {
  const { Client, Connection, WorkflowNotFoundError } = await import('@temporalio/client');
  const connection = Connection.lazy({
    address: settings.temporalAddress,
    connectTimeout: ANSWER_WITHIN_MS,
  });
  const client = new Client({ connection, namespace: settings.temporalNamespace });
  const tell: TellWorkflow = async (nudge) => {
    const deadline = Date.now() + ANSWER_WITHIN_MS;
    await client.withDeadline(deadline, () =>
      nudge.open ? startOrSignal(client, settings, nudge) : signalOnly(client, nudge, WorkflowNotFoundError),
    );
  };
  return {
    tell,
    sight: { listRunning: (workflow) => listRunning(client, workflow) },
    close: () => connection.close(),
  };
}

async function startOrSignal(client: Client, { taskQueue }: TemporalSettings, nudge: Nudge): Promise<void> {
  const { stage, wakeAt } = nudge.news;
  await client.workflow.signalWithStart(workflowTypes[nudge.workflow], {
    workflowId: workflowIdOf(nudge),
    taskQueue,
    args: [{ id: nudge.id }],
    signal: moved,
    signalArgs: [nudge.news],
    // A re-opened dossier starts a new run after the one that ended.
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    typedSearchAttributes: [
      { key: searchAttributes.stage, value: stage },
      { key: searchAttributes.procedure, value: nudge.procedure },
      ...(wakeAt === null ? [] : [{ key: searchAttributes.dueAt, value: new Date(wakeAt) }]),
    ],
  });
}

/** What is closed needs no workflow: one that still runs is told, so that it ends. */
async function signalOnly(
  client: Client,
  nudge: Nudge,
  notRunning: new (...args: never[]) => Error,
): Promise<void> {
  try {
    await client.workflow.getHandle(workflowIdOf(nudge)).signal(moved, nudge.news);
  } catch (error) {
    if (!(error instanceof notRunning)) throw error;
  }
}

async function* listRunning(
  client: Client,
  workflow: Nudge['workflow'],
): AsyncGenerator<RunningWorkflow, void> {
  const query = `WorkflowType = '${workflowTypes[workflow]}' AND ExecutionStatus = 'Running'`;
  for await (const { workflowId, typedSearchAttributes } of client.workflow.list({ query })) {
    const dueAt = typedSearchAttributes.get(searchAttributes.dueAt);
    yield {
      workflowId,
      stage: typedSearchAttributes.get(searchAttributes.stage) ?? null,
      wakeAt: dueAt === undefined ? null : dueAt.toISOString(),
    };
  }
}
