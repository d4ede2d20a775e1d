import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { startEngines } from '#docker/engines/engines.js';
import { projectFolder } from '#docker/engines/project-folder.js';
import { BEGIN_YEAR } from '../simulation/act.js';
import { lifeOf } from '../simulation/life.js';
import { digestOf } from '../simulation/outcome.js';
import { quietRuntime } from '../simulation/quiet-runtime.js';
import { simulatedRules } from '../simulation/rules.js';
import { simulate, type Simulated, type Simulation } from '../simulation/simulate.js';
import { print, printJson } from './open-log.js';

interface SimulateOptions {
  readonly years: number;
  readonly seed: number;
  readonly licences: number;
  readonly crash: boolean;
  readonly json: boolean;
}

const LONGEST_YEARS = 20;
const MOST_LICENCES = 1000;
const CACHE_GB = 0.25;
/** Each costs the ten seconds after which an unreported activity is tried again. */
const CRASHES_PER_LICENCE = 5;

const HELP = `
Ví dụ / Examples:
  hoso simulate licence --years 10 --seed 7
  hoso simulate licence --years 10 --seed 1 --licences 20 --json

Chạy trên máy chủ riêng, không đụng đến dữ liệu đang có. Cùng seed, cùng nhật ký (logDigest).
It runs on servers of its own and touches no existing data; time begins in ${BEGIN_YEAR}. Same seed, same log (logDigest).
Licence n of --licences has seed + n - 1.
--crash: worker bị kill -9 ${CRASHES_PER_LICENCE} lần mỗi giấy phép / killed that often per licence.`;

export function addSimulateCommands(program: Command): void {
  program
    .command('simulate')
    .description('lives in skipped time (mô phỏng)')
    .command('licence')
    .description('whole lives of licences on the real workflows, rules and log (cả đời giấy phép)')
    .option('--years <number>', 'how long a licence lives (số năm)', within(1, LONGEST_YEARS), 10)
    .option('--seed <number>', 'chooses what people do', within(0, 2 ** 31 - 1), 1)
    .option('--licences <number>', 'how many (số giấy phép)', within(1, MOST_LICENCES), 1)
    .option('--crash', 'kill the worker at random points; the log stays the same (kill -9)', false)
    .option('--json', 'as JSON', false)
    .addHelpText('after', HELP)
    .action(simulateLicences);
}

const within = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new InvalidArgumentError(`A whole number from ${least} to ${most} is wanted.`);
};

async function simulateLicences({ years, seed, licences, crash, json }: SimulateOptions): Promise<void> {
  const { lives: lived, crashes } = await onOwnServers({
    lives(backbone) {
      const rules = simulatedRules(backbone);
      return Array.from({ length: licences }, (_, n) => lifeOf({ seed: seed + n, years }, rules));
    },
    ...(crash && { crash: { seed, times: licences * CRASHES_PER_LICENCE } }),
  });
  const obligations = lived.flatMap((life) => life.obligations);
  const answer = {
    obligations,
    domainEvents: sum(lived.map(({ events }) => events.length)),
    workflowEvents: sum(lived.flatMap(({ runs }) => runs)),
    continuedAsNew: sum(lived.map(({ runs }) => runs.length - 1)),
    crashes,
    logDigest: digestOf(lived.map(({ events }) => events)),
  };
  if (json) return printJson(answer);
  for (const { licence, id, dueOn, outcome, reminders } of obligations)
    print(`${id}  ${dueOn}  ${outcome ?? 'FORGOTTEN'}  ${reminders} reminders  ${licence}`);
  print(
    `${answer.domainEvents} domain events, ${answer.workflowEvents} Temporal events, ${crashes} crashes, ${answer.logDigest}`,
  );
}

/** Servers and folders that are gone afterwards. */
async function onOwnServers(simulation: Simulation): Promise<Simulated> {
  quietRuntime();
  const dataDir = await mkdtemp(join(tmpdir(), 'hoso-simulation-'));
  const log = (line: string) => void process.stderr.write(`${line}\n`);
  const engines = await startEngines({
    dataDir,
    want: ['mongod', 'timeSkipping'],
    log,
    mongodCacheGb: CACHE_GB,
  });
  try {
    return await simulate(simulation, {
      mongodbUri: engines.mongodbUri,
      database: 'simulation',
      dataDir,
      timeSkippingAddress: engines.timeSkippingAddress ?? '',
      workflowBundle: { codePath: join(projectFolder(), 'dist', 'workflow-bundle.js') },
    });
  } finally {
    await engines.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
