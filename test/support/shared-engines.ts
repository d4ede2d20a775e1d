import { startEngines } from '#docker/engines/engines.js';
import { findBinary } from '#docker/engines/find-binary.js';
import type { RunningEngines } from '#docker/engines/needs.js';
import { makeTestFolder, removeTestFolder, sweepTestFolders } from './test-folder.js';

const TEST_CACHE_GB = 0.25;

const log = (line: string): void => void process.stderr.write(`test engines: ${line}\n`);

let shared: { readonly engines: RunningEngines; readonly folder: string } | undefined;

/** One mongod and one Temporal for the whole run, told to the tests by the environment. */
export async function startSharedEngines(): Promise<void> {
  await sweepTestFolders();
  const folder = await makeTestFolder();
  const timeSkippingBinary = await findBinary('timeSkipping', { log });
  const engines = await startEngines({
    dataDir: folder,
    want: ['mongod', 'temporal'],
    log,
    mongodCacheGb: TEST_CACHE_GB,
  });
  shared = { engines, folder };
  process.env['HOSO_TEST_MONGODB_URI'] = engines.mongodbUri;
  process.env['HOSO_TEST_TEMPORAL_ADDRESS'] = engines.temporalAddress;
  process.env['HOSO_TEST_TIME_SKIPPING_BINARY'] = timeSkippingBinary;
}

export async function stopSharedEngines(): Promise<void> {
  await shared?.engines.stop();
  if (shared !== undefined) await removeTestFolder(shared.folder);
}
