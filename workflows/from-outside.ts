import type { Client, Connection } from '@temporalio/client';
import { searchAttributes, workflowTypes } from './messages.js';

/**
 * What clients of Temporal (projector, command line) share: how running workflows look in its lists, and what a server
 * must know before the first of them. Never part of a workflow's own code.
 */
interface Standing {
  readonly workflowId: string;
  readonly stage: string | null;
  /** ISO 8601 in UTC. */
  readonly wakeAt: string | null;
}

/** The running workflows of a kind. They may appear and change there some seconds late. */
async function* listRunning(
  client: Client,
  workflow: keyof typeof workflowTypes,
): AsyncGenerator<Standing, void> {
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

/**
 * Whether something was given to it that it has not dealt with: an activity, tried again and again maybe, or a task of its own, as long as
 * that was not tried in vain.
 */
export async function isAtWork(client: Client, workflowId: string): Promise<boolean> {
  const { raw } = await client.workflow.getHandle(workflowId).describe();
  const { pendingActivities, pendingWorkflowTask } = raw;
  return (pendingActivities ?? []).length > 0 || pendingWorkflowTask?.attempt === 1;
}

/** What a sweep looks at. */
export const sweepSight = (client: Client) => ({
  listRunning: (workflow: keyof typeof workflowTypes) => listRunning(client, workflow),
  isAtWork: (workflowId: string) => isAtWork(client, workflowId),
});

/** Numbers of the API for the types our attributes have; a type without one does not compile. */
const INDEXED_AS = { KEYWORD: 2, DATETIME: 6 } as const satisfies Record<AttributeType, number>;
type AttributeType = (typeof searchAttributes)[keyof typeof searchAttributes]['type'];

/** A server that was never ours, or lost its data, refuses every workflow that names an attribute it does not know. */
export async function registerSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const { operatorService } = connection;
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
  const missing = Object.values(searchAttributes).filter(({ name }) => !(name in (customAttributes ?? {})));
  if (missing.length > 0) await addSearchAttributes(connection, namespace, missing);
}

/** Without asking what is known: a server that cannot say so must be new. */
export async function addSearchAttributes(
  { operatorService }: Pick<Connection, 'operatorService'>,
  namespace: string,
  missing: readonly (typeof searchAttributes)[keyof typeof searchAttributes][] = Object.values(
    searchAttributes,
  ),
): Promise<void> {
  const types = missing.map(({ name, type }) => [name, INDEXED_AS[type]] as const);
  await operatorService.addSearchAttributes({ namespace, searchAttributes: Object.fromEntries(types) });
}
