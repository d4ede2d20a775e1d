import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { recordedFolder } from './recording.js';
import { quietRuntime } from '../../apps/cli/simulation/quiet-runtime.js';

quietRuntime();

/** What the replay of one recorded history came to; `fault` names how the code differs from what once ran. */
interface Replayed {
  readonly name: string;
  readonly fault: string | undefined;
}

/** The gate: every recorded history is run through workflow code, which must ask for the same in the same order. */
export async function replayAll(workflowBundle: WorkflowBundleWithSourceMap): Promise<readonly Replayed[]> {
  const replayed: Replayed[] = [];
  const results = Worker.runReplayHistories({ workflowBundle, replayName: 'gate' }, await histories());
  for await (const { workflowId, error } of results) replayed.push({ name: workflowId, fault: error?.name });
  return replayed.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function histories() {
  const names = await recordedNames();
  return Promise.all(
    names.map(async (name) => ({
      workflowId: name,
      history: JSON.parse(await recordedText(name)) as unknown,
    })),
  );
}

/** Each with the folder it lies in: older ways of running have folders of their own. */
export async function recordedNames(): Promise<readonly string[]> {
  const files = await readdir(recordedFolder, { recursive: true });
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace('.json', ''))
    .sort();
}

export const recordedText = (name: string): Promise<string> =>
  readFile(join(recordedFolder, `${name}.json`), 'utf8');
