import type { Client } from '@temporalio/client';

export interface FirstRun {
  readonly workflowId: string;
  readonly runId: string;
}

/** Number of events of each run in the chain that begins with one: each ends by continuing as new, the last by completing. */
export async function runsOf(
  { workflow }: Client,
  { workflowId, runId }: FirstRun,
): Promise<readonly number[]> {
  const runs: number[] = [];
  for (let next: string | null | undefined = runId; next;) {
    const { events } = await workflow.getHandle(workflowId, next).fetchHistory();
    runs.push(events?.length ?? 0);
    next = events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
  }
  return runs;
}
