import { randomUUID } from 'node:crypto';
import { startEngines } from '#docker/engines/engines.js';
import type { EngineNeeds, RunningEngines } from '#docker/engines/needs.js';
import { makeTestFolder, removeTestFolder } from './test-folder.js';

const TEST_CACHE_GB = 0.25;

export interface TestEngines {
  readonly mongodbUri: string;
  readonly temporalAddress: string;
  /** For `TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } })`. */
  readonly timeSkippingBinary: string;
  /** A database name, or task queue, that no other test has. */
  databaseName(): string;
}

/** The servers that all tests of a run share. Never stop or kill these: see `ownEngines`. */
export function testEngines(): TestEngines {
  return {
    mongodbUri: fromSetup('HOSO_TEST_MONGODB_URI'),
    temporalAddress: fromSetup('HOSO_TEST_TEMPORAL_ADDRESS'),
    timeSkippingBinary: fromSetup('HOSO_TEST_TIME_SKIPPING_BINARY'),
    databaseName: () => `test_${randomUUID().replaceAll('-', '').slice(0, 16)}`,
  };
}

function fromSetup(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: only tests below test/ have servers`);
  return value;
}

/** Servers of a test's own, for tests that kill them. */
export interface OwnEngines {
  readonly engines: RunningEngines;
  readonly dataDir: string;
  /** Stops them and removes their folder. */
  stop(): Promise<void>;
}

export async function ownEngines(
  needs: Pick<EngineNeeds, 'want'> & Partial<EngineNeeds>,
): Promise<OwnEngines> {
  const dataDir = needs.dataDir ?? (await makeTestFolder());
  const engines = await startEngines({
    log: () => undefined,
    mongodCacheGb: TEST_CACHE_GB,
    ...needs,
    dataDir,
  });
  const stop = async (): Promise<void> => {
    await engines.stop();
    await removeTestFolder(dataDir);
  };
  return { engines, dataDir, stop };
}
