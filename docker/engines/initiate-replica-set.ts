import { setTimeout as wait } from 'node:timers/promises';
import { becomePrimary } from './replica-set.js';

/** For compose.yaml, whose mongod nobody else sets up: `node dist/docker/engines/initiate-replica-set.js mongod:27017`. */
const host = process.argv[2] ?? '127.0.0.1:27017';
const PATIENCE_MS = 60_000;
const POLL_MS = 500;

const giveUpAt = performance.now() + PATIENCE_MS;
for (;;)
  try {
    await becomePrimary(host);
    break;
  } catch (error) {
    if (performance.now() > giveUpAt) throw error;
    await wait(POLL_MS);
  }
