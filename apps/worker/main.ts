import { readConfig } from '#libs/config/config.js';
import { startWorker } from './start-worker.js';

const worker = await startWorker(readConfig(process.env));
process.once('SIGTERM', () => worker.stop());
process.once('SIGINT', () => worker.stop());
await worker.ended;
