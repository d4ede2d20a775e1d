import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { bundleOf } from '../support/workflow-bundle.js';
import { SIGNALS } from './floor-workflow.js';
import { quietRuntime } from '../../apps/cli/simulation/quiet-runtime.js';

export interface BareWorkflows {
  /** Starts one, tells it all it waits for, and answers when it has ended. */
  one(): Promise<{ readonly workflowId: string; readonly runId: string }>;
  stop(): Promise<void>;
}

/** The floor of what Temporal takes: a worker in this process, and workflows of signals and activities that do nothing. */
export async function bareWorkflows({ workflow }: Client, address: string): Promise<BareWorkflows> {
  quietRuntime();
  const taskQueue = 'bare';
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    connection,
    taskQueue,
    workflowBundle: await bundleOf(fileURLToPath(new URL('floor-workflow.ts', import.meta.url))),
    activities: { nothing: async () => undefined },
  });
  const running = worker.run();
  return {
    async one() {
      const workflowId = `bare/${randomUUID()}`;
      const handle = await workflow.signalWithStart('floor', { workflowId, taskQueue, signal: 'moved' });
      for (let told = 1; told < SIGNALS; told += 1) await handle.signal('moved');
      await handle.result();
      return { workflowId, runId: handle.signaledRunId };
    },
    async stop() {
      worker.shutdown();
      await running;
      await connection.close();
    },
  };
}
