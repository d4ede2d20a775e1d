import { runService } from '#libs/service/run-service.js';
import { startWorker } from './start-worker.js';

await runService('worker', startWorker);
