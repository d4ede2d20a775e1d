import 'reflect-metadata';
import { readConfig } from '#libs/config/config.js';
import { createLogger } from './logger.js';
import { startGateway } from './start.js';

const log = createLogger();
const gateway = await startGateway(readConfig(process.env), log);
log.info({ url: gateway.url, afterMs: Math.round(process.uptime() * 1000) }, 'ready');

let stopping = false;

async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'stopping');
  await gateway.stop();
  log.info('stopped');
  process.exit(0);
}

process.on('SIGTERM', () => void stop('SIGTERM'));
process.on('SIGINT', () => void stop('SIGINT'));
