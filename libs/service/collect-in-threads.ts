import { isMainThread } from 'node:worker_threads';
import { collectRegularly } from './collect-when-idle.js';

/**
 * For `--import`, which every thread of a process heeds: those that a library starts, as Temporal's for workflows, have a heap of their own that
 * none of our code would ever look after.
 */
if (!isMainThread) collectRegularly();
