import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

/** Where recorded histories lie, one file a run. */
export const recordedFolder = join(import.meta.dirname, 'recorded');

interface RecordedEvent {
  readonly eventType?: string;
}

/** Who ran it and where is nobody's concern, and no replay asks for it. */
const NAMELESS = 'hoso';

/** Writes a finished run down under a name, an event a line. */
export async function record(name: string, handle: WorkflowHandle): Promise<void> {
  const { events } = JSON.parse(historyToJSON(await handle.fetchHistory())) as {
    readonly events: readonly RecordedEvent[];
  };
  const lines = events.map((event) => JSON.stringify(event, withoutIdentity));
  await writeFile(join(recordedFolder, `${name}.json`), `{"events":[\n${lines.join(',\n')}\n]}\n`);
  process.stdout.write(`${name}: ${events.length} events\n`);
}

/** A worker's own queue is named as its process and machine are: `4711@office-pc`. */
function withoutIdentity(key: string, value: unknown): unknown {
  return key === 'identity' || (typeof value === 'string' && /^\d+@/u.test(value)) ? NAMELESS : value;
}

/** The first run of a workflow, once it is over. Looked up by its name alone, one that was started again would be its last run. */
export async function firstRun(client: Client, workflowId: string): Promise<WorkflowHandle> {
  for (;;) {
    const runs = [];
    for await (const { runId, startTime } of client.workflow.list({ query: `WorkflowId = '${workflowId}'` }))
      runs.push({ runId, startedAt: startTime.getTime() });
    const [first] = runs.sort((a, b) => a.startedAt - b.startedAt);
    if (first) return over(client.workflow.getHandle(workflowId, first.runId, { followRuns: false }));
  }
}

async function over(handle: WorkflowHandle): Promise<WorkflowHandle> {
  await handle.result();
  return handle;
}
