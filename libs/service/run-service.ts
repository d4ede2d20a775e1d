import type { Logger } from 'pino';
import { type Config, ConfigError, readConfig } from '#libs/config/config.js';
import { collectRegularly } from './collect-when-idle.js';
import { createLogger } from './logger.js';

/** What one process does from its start to its end. */
export interface Service {
  /** Told to whoever reads the log when the service is ready: its address, its port. */
  readonly facts?: Readonly<Record<string, string | number>>;
  /** Finishes what was begun, takes nothing new. Called once. */
  stop(): Promise<void>;
  /** Rejects when the service can no longer do its work, so that the process ends and is started anew. */
  readonly failed?: Promise<never>;
}

/** An orderly end takes less; what hangs longer would hold up an upgrade. */
const STOP_WITHIN_MS = 9_500;

/**
 * Runs a service until SIGTERM or SIGINT. A signal that comes while it is starting is kept until it has started, and
 * then ends it in order. The exit code is 0 after an orderly stop, 1 after a failure.
 */
export async function runService(
  name: string,
  start: (config: Config, log: Logger) => Promise<Service>,
): Promise<never> {
  const asked = signalled();
  const config = settingsOf(process.env);
  const log = createLogger(name, config.logLevel);
  try {
    const service = await start(config, log);
    log.info({ ...service.facts, afterMs: Math.round(process.uptime() * 1000) }, 'ready');
    collectRegularly();
    const signal = await Promise.race([asked, ...(service.failed ? [service.failed] : [])]);
    log.info({ signal }, 'stopping');
    setTimeout(() => end(log, `has not stopped within ${STOP_WITHIN_MS} ms`), STOP_WITHIN_MS).unref();
    await service.stop();
    log.info('stopped');
    process.exit(0);
  } catch (error) {
    return end(log, error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  }
}

function signalled(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.on('SIGTERM', resolve);
    process.on('SIGINT', resolve);
  });
}

function settingsOf(environment: NodeJS.ProcessEnv): Config {
  try {
    return readConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return process.exit(1);
  }
}

function end(log: Logger, reason: string): never {
  log.fatal({ reason }, 'failed');
  process.exit(1);
}
