import { constants, setPriority } from 'node:os';
import { runService } from '#libs/service/run-service.js';
import { startWorker } from './start-worker.js';

// Whoever waits at a screen goes first. Threads have the priority of the one that starts them: ours are started after this.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

await runService('worker', startWorker);
