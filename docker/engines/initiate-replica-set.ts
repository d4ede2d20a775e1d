import { setTimeout as wait } from 'node:timers/promises';
import { becomePrimary } from './replica-set.js';

/** For compose.yaml, whose mongod nobody else sets up: `node dist/docker/engines/initiate-replica-set.js mongod:27017`. */
const PATIENCE_MS = 60_000;
const POLL_MS = 500;

async function initiate(host: string, giveUpAt: number): Promise<void> {
  try {
    await becomePrimary(host);
  } catch (error) {
    if (performance.now() > giveUpAt) throw error;
    await wait(POLL_MS);
    await initiate(host, giveUpAt);
  }
}

await initiate(process.argv[2] ?? '127.0.0.1:27017', performance.now() + PATIENCE_MS);
