/** LIFE: ten years of a licence in skipped time. */
import { join } from 'node:path';
import { projectFolder } from '#docker/engines/project-folder.js';
import { lifeOf } from '../../apps/cli/simulation/life.js';
import { simulatedRules } from '../../apps/cli/simulation/rules.js';
import { simulate } from '../../apps/cli/simulation/simulate.js';
import { ownEngines } from '../support/engines.js';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.js';
import { type Figure, figureOf, type Run } from './figure.js';

const RUNS = 3;
const YEARS = 10;

const workflowBundle = { codePath: join(projectFolder(), 'dist', 'workflow-bundle.js') };

export const lifeFigures = async (): Promise<readonly Figure[]> => [await lifetime()];

/** One licence in a world of its own; the floor is a second licence in the same world: what a life costs without its servers. */
async function lifetime(): Promise<Figure> {
  const runs: Run[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const value = await secondsOf([run + 1]);
    runs.push({ value, floor: (await secondsOf([run + 1, run + 2])) - value });
  }
  const name = `${YEARS} years of one licence on the time-skipping server, its worker included (floor: what one more in the same world adds)`;
  return figureOf({ id: 'LIFE', name, unit: 's' }, runs);
}

async function secondsOf(seeds: readonly number[]): Promise<number> {
  const own = await ownEngines({ want: ['mongod', 'timeSkipping'] });
  const dataDir = await makeTestFolder();
  const { mongodbUri, timeSkippingAddress = '' } = own.engines;
  const place = { mongodbUri, timeSkippingAddress, database: 'lives', dataDir, workflowBundle };
  try {
    const begun = performance.now();
    await simulate(
      {
        lives: (backbone) => seeds.map((seed) => lifeOf({ seed, years: YEARS }, simulatedRules(backbone))),
      },
      place,
    );
    return (performance.now() - begun) / 1000;
  } finally {
    await own.stop();
    await removeTestFolder(dataDir);
  }
}
