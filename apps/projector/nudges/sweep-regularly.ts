import { setTimeout as pause } from 'node:timers/promises';
import { untilAborted } from './until-aborted.js';

/** Sweeps for as long as the process lives; what goes wrong is reported, and the next sweep comes all the same. */
export async function sweepRegularly(
  everyMs: number,
  once: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) await untilAborted(signal, once());
  }
}
