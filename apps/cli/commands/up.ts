import { once } from 'node:events';
import { join } from 'node:path';
import type { Command } from 'commander';
import { readConfig, type Config } from '#libs/config/config.js';
import { spawnLeashed } from '#docker/engines/spawn-leashed.js';
import { type Instance, startInstance } from '../up/instance.js';
import { leaveCard, removeCard } from '../up/instance-card.js';
import { welcome } from '../up/welcome.js';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

export function addUpCommand(program: Command): void {
  program
    .command('up')
    .description(
      'start the engines and the three processes, and keep them running until Ctrl-C (this is `npm start`)',
    )
    .option('--no-demo', 'no demonstration people, no demonstration dossiers')
    .option('--port <port>', 'port of the gateway; also HOSO_PORT (default 4000)')
    .action(up);
}

interface UpOptions {
  readonly demo: boolean;
  readonly port?: string;
}

async function up(options: UpOptions): Promise<void> {
  const environment = {
    ...process.env,
    ...(options.port === undefined ? {} : { HOSO_PORT: options.port }),
    HOSO_DEMO: process.env['HOSO_DEMO'] ?? String(options.demo),
  };
  const config = readConfig(environment);
  const begun = performance.now();
  const instance = await startInstance({
    dataDir: config.dataDir,
    distDir: join(config.projectRoot, 'dist'),
    log: say,
    gatewayPort: config.gateway.port,
    engines: {
      temporalUi: true,
      given: givenServers(config),
      ...(config.engines.choice === 'docker' ? { docker: dockerImages(environment) } : {}),
    },
    env: { HOSO_DEMO: String(config.demonstration), HOSO_BUILD: config.build },
  });
  stopOnSignals(instance, config.dataDir);
  await leaveCard(config.dataDir, {
    pid: process.pid,
    gatewayUrl: instance.gatewayUrl,
    mongodbUri: instance.engines.mongodbUri,
    temporalAddress: instance.engines.temporalAddress,
  });
  if (config.demonstration) await loadDemoDossiers(config, instance);
  say(await welcome(config, instance, (performance.now() - begun) / 1000));
}

/** In a process that ends: what it takes to play people over HTTP is not kept in memory by one that stays for weeks. */
async function loadDemoDossiers({ projectRoot }: Config, { environment }: Instance): Promise<void> {
  const main = join(projectRoot, 'dist', 'apps', 'cli', 'main.js');
  const child = spawnLeashed(process.execPath, [main, 'demo'], {
    env: { ...process.env, ...environment },
    stderr: 'inherit',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) say('the demonstration dossiers could not be loaded');
}

function givenServers(config: Config): { mongodbUri?: string; temporalAddress?: string } {
  const { mongodbGiven, temporalGiven } = config.engines;
  return {
    ...(mongodbGiven ? { mongodbUri: config.mongodbUri } : {}),
    ...(temporalGiven ? { temporalAddress: config.temporalAddress } : {}),
  };
}

function dockerImages(environment: NodeJS.ProcessEnv): { mongod: string; temporal: string } {
  return {
    mongod: environment['HOSO_MONGOD_IMAGE'] ?? 'hoso/mongod',
    temporal: environment['HOSO_TEMPORAL_IMAGE'] ?? 'hoso/temporal',
  };
}

/** The first Ctrl-C stops everything in good order; a second one leaves the rest to the leash of each child. */
function stopOnSignals(instance: Instance, dataDir: string): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(130);
    stopping = true;
    say('stopping …');
    await removeCard(dataDir);
    await instance.stop();
    say('stopped; all data is kept');
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}
