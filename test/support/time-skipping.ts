import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { testEngines } from './engines.js';
import { workflowBundle } from './workflow-bundle.js';
import { quietRuntime } from '../../apps/cli/simulation/quiet-runtime.js';

const KEYWORD = 2;
const DATETIME = 6;

/** Long enough that a licence of ten years, driven by simulated time, is not ended by the server's default limit. */
export const DECADES = '36500 days';

export interface SkippedTime {
  readonly environment: TestWorkflowEnvironment;
  /** Runs `body` while a worker serves the workflows with these activities. */
  with<T>(activities: object, body: (taskQueue: string) => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

/** The time-skipping test server with a worker on it; one per test file, since its clock is shared. */
export async function skippedTime(path = testEngines().timeSkippingBinary): Promise<SkippedTime> {
  quietRuntime();
  const environment = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
  await environment.connection.operatorService.addSearchAttributes({
    namespace: 'default',
    searchAttributes: { HosoStage: KEYWORD, HosoProcedure: KEYWORD, HosoDueAt: DATETIME },
  });
  let queues = 0;
  return {
    environment,
    async with(activities, body) {
      queues += 1;
      const taskQueue = `skipped-${queues}`;
      const worker = await Worker.create({
        connection: environment.nativeConnection,
        taskQueue,
        workflowBundle: await workflowBundle(),
        activities,
      });
      return worker.runUntil(body(taskQueue));
    },
    stop: () => environment.teardown(),
  };
}
