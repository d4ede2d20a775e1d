import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from './engine-error.js';
import type { ServerPlan } from './server-plan.js';
import { temporalAnswers } from './temporal-answers.js';

export interface TemporalPlace {
  readonly binary: string;
  readonly dataDir: string;
  readonly port: number;
  /** Absent: no web pages. */
  readonly uiPort?: number;
}

/** What operators may look for in Temporal's own pages: stage, procedure, next deadline; never personal data. */
const SEARCH_ATTRIBUTES = ['HosoStage=Keyword', 'HosoProcedure=Keyword', 'HosoDueAt=Datetime'];

const DYNAMIC_CONFIG = [
  // Else a workflow that starts again, or continues as new, within a second of its last start is held up.
  'history.workflowIdReuseMinimalInterval="0s"',
  // No question to the vendor about newer versions.
  'frontend.enableServerVersionCheck=false',
  'system.enableActivityEagerExecution=true',
];

// Five times the throughput of the default. What a power cut may take is rebuilt from the log.
const PRAGMAS = ['journal_mode=wal', 'synchronous=normal'];

export async function planTemporal(place: TemporalPlace): Promise<ServerPlan> {
  const folder = join(place.dataDir, 'temporal');
  await mkdir(folder, { recursive: true });
  return {
    name: 'temporal',
    binary: place.binary,
    args: temporalArgs({
      dbFile: join(folder, 'temporal.db'),
      ip: '127.0.0.1',
      port: place.port,
      uiPort: place.uiPort,
    }),
    env: withUser(process.env, place),
    logFile: join(place.dataDir, 'logs', 'temporal.log'),
    probe: () => temporalAnswers(`127.0.0.1:${place.port}`),
    explain: (log) => explainTemporal(log, place),
  };
}

/**
 * The server asks who runs it, and does not start where the system has no name for that (a container with a number for a user) unless the
 * environment has one.
 */
export function withUser(
  environment: NodeJS.ProcessEnv,
  { dataDir }: Pick<TemporalPlace, 'dataDir'>,
): NodeJS.ProcessEnv {
  const { USER = '', HOME = '' } = environment;
  return { ...environment, USER: USER === '' ? 'hoso' : USER, HOME: HOME === '' ? dataDir : HOME };
}

interface TemporalListens {
  readonly dbFile: string;
  readonly ip: string;
  readonly port: number;
  readonly uiPort: number | undefined;
}

function temporalArgs({ dbFile, ip, port, uiPort }: TemporalListens): readonly string[] {
  const each = (flag: string, values: readonly string[]): string[] =>
    values.flatMap((value) => [flag, value]);
  const where = ['--ip', ip, '--port', String(port), '--db-filename', dbFile];
  const pages = uiPort === undefined ? ['--headless'] : ['--ui-ip', ip, '--ui-port', String(uiPort)];
  const logs = ['--log-level', 'warn', '--log-format', 'json'];
  const settings = [...each('--sqlite-pragma', PRAGMAS), ...each('--dynamic-config-value', DYNAMIC_CONFIG)];
  return [
    'server',
    'start-dev',
    ...where,
    ...pages,
    ...logs,
    ...settings,
    ...each('--search-attribute', SEARCH_ATTRIBUTES),
  ];
}

/** The time-skipping server takes its port and nothing else, and keeps nothing. */
export function planTimeSkipping(place: TemporalPlace): ServerPlan {
  return {
    name: 'timeSkipping',
    binary: place.binary,
    args: [String(place.port)],
    logFile: join(place.dataDir, 'logs', 'time-skipping.log'),
    probe: () => temporalAnswers(`127.0.0.1:${place.port}`),
  };
}

function explainTemporal(log: string, { dataDir, port }: TemporalPlace): EngineError | undefined {
  const taken = /address already in use|can't set frontend port (\d+)|port \d+ .*in use/i.exec(log);
  if (taken)
    return new EngineError(
      'portTaken',
      `A port wanted for Temporal (${port}) is taken by another program; free it or choose another port.`,
    );
  if (/no space left on device|disk is full/i.test(log))
    return new EngineError(
      'noSpace',
      `There is too little disk space for Temporal's data in ${dataDir}; free about 1 GB.`,
    );
  return undefined;
}
