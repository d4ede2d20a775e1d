import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { startEngines } from '#docker/engines/engines.js';
import { projectFolder } from '#docker/engines/project-folder.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import { lifeOf } from '../../apps/cli/simulation/life.js';
import { pureLife } from '../../apps/cli/simulation/pure-life.js';
import { simulatedRules } from '../../apps/cli/simulation/rules.js';
import { simulate, type SimulatedLife } from '../../apps/cli/simulation/simulate.js';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.js';
import { quietRuntime } from '../../apps/cli/simulation/quiet-runtime.js';

/**
 * Whether the rules alone and the whole machinery give the same lives, for many seeds:
 * `node -C source --import ./test/support/source-hooks.mjs test/workflows/many-lives.ts --seeds 200 [--from 1] [--world 20] [--crashes 3]`.
 * So many licences share a world; with `--crashes` the worker is killed that often in each. Takes three seconds a life, and ten a crash.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    world: { type: 'string', default: '20' },
    crashes: { type: 'string', default: '0' },
  },
});
const [seeds, from, world, times] = [values.seeds, values.from, values.world, values.crashes].map(Number) as [
  number,
  number,
  number,
  number,
];
const YEARS = 10;

interface Compared extends SimulatedLife {
  readonly seed: number;
  readonly pure: readonly LicenceEvent[];
}

async function lived(chosen: readonly number[]): Promise<readonly Compared[]> {
  const dataDir = await makeTestFolder();
  const engines = await startEngines({
    dataDir,
    want: ['mongod', 'timeSkipping'],
    log: () => undefined,
    mongodCacheGb: 0.25,
  });
  const pure: (readonly LicenceEvent[])[] = [];
  try {
    const { lives } = await simulate(
      {
        ...(times > 0 && { crash: { seed: chosen[0] ?? 0, times } }),
        lives(backbone) {
          const rules = simulatedRules(backbone);
          const all = chosen.map((seed) => lifeOf({ seed, years: YEARS }, rules));
          pure.push(...all.map((life) => pureLife(life, rules)));
          return all;
        },
      },
      {
        mongodbUri: engines.mongodbUri,
        database: 'many-lives',
        dataDir,
        timeSkippingAddress: engines.timeSkippingAddress ?? '',
        workflowBundle: { codePath: join(projectFolder(), 'dist', 'workflow-bundle.js') },
      },
    );
    return lives.map((life, n) => ({ ...life, seed: chosen[n] ?? 0, pure: pure[n] ?? [] }));
  } finally {
    await engines.stop();
    await removeTestFolder(dataDir);
  }
}

function faultsOf({ seed, events, pure, obligations }: Compared): readonly string[] {
  const forgotten = obligations.filter(({ outcome }) => outcome === null).map(({ id }) => id);
  return [
    ...(isDeepStrictEqual(events, pure) ? [] : [`seed ${seed}: the log is not what the rules say`]),
    ...(forgotten.length === 0 ? [] : [`seed ${seed}: without outcome: ${forgotten.join(', ')}`]),
  ];
}

quietRuntime();
const begun = performance.now();
const faults: string[] = [];
let duties = 0;
for (let first = from; first < from + seeds; first += world) {
  const chosen = Array.from({ length: Math.min(world, from + seeds - first) }, (_, n) => first + n);
  const all = await lived(chosen);
  duties += all.flatMap(({ obligations }) => obligations).length;
  faults.push(...all.flatMap(faultsOf));
  const seconds = Math.round((performance.now() - begun) / 1000);
  process.stdout.write(`seeds ${from}–${chosen.at(-1)}: ${faults.length} faults, ${seconds} s\n`);
}
for (const fault of faults) process.stdout.write(`${fault}\n`);
process.stdout.write(`${seeds} lives, ${duties} duties, ${faults.length} faults\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
