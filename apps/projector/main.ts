import { pino } from 'pino';
import { readConfig } from '#libs/config/config.js';
import { startProjector } from './start-projector.js';

const config = readConfig(process.env);
const log = pino({
  level: config.logLevel,
  base: { process: 'projector' },
  timestamp: pino.stdTimeFunctions.isoTime,
});
const projector = await startProjector(config, log);
log.info({ port: projector.port, afterMs: Math.round(process.uptime() * 1000) }, 'ready');

let stopping = false;

async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'stopping');
  await projector.stop();
  log.info('stopped');
}

process.on('SIGTERM', () => void stop('SIGTERM'));
process.on('SIGINT', () => void stop('SIGINT'));
