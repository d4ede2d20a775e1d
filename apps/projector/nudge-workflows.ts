import type { Client, Connection } from '@temporalio/client';
import type { Nudge, TellWorkflow } from '#libs/nudges/nudge.js';
import { workflowIdOf } from '#libs/nudges/nudge.js';
import type { WorkflowSight } from '#libs/nudges/sweep.js';
import { registerSearchAttributes, sweepSight } from '#workflows/from-outside.js';
import { moved, searchAttributes, workflowTypes } from '#workflows/messages.js';

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
  const isPrepared = preparing(connection, settings.temporalNamespace);
  const tell: TellWorkflow = async (nudge) => {
    const deadline = Date.now() + ANSWER_WITHIN_MS;
    const say = (): Promise<void> =>
      nudge.open ? startOrSignal(client, settings, nudge) : signalOnly(client, nudge, WorkflowNotFoundError);
    await client.withDeadline(deadline, () => isPrepared(say));
  };
  return {
    tell,
    sight: sweepSight(client),
    close: () => connection.close(),
  };
}

/** Makes sure that the server knows our search attributes: before the first word, and again after one that failed. */
function preparing(connection: Connection, namespace: string) {
  let prepared: Promise<void> | undefined;
  return async (say: () => Promise<void>): Promise<void> => {
    prepared ??= registerSearchAttributes(connection, namespace);
    const mine = prepared;
    try {
      await mine;
      await say();
    } catch (error) {
      if (prepared === mine) prepared = undefined;
      throw error;
    }
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
