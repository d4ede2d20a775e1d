import { setTimeout as pause } from 'node:timers/promises';
import { isConnectionLoss, LogUnavailable } from './log-unavailable.js';

/** Expires with the patience of whoever asks; the server is told by the closing of the connection. */
export interface Reading {
  readonly signal: AbortSignal;
}

const RETRY_AFTER_LOSS_MS = 50;

/**
 * Reads again after a lost connection until patience ends, so that a server that comes back in time is not noticed.
 *
 * @throws LogUnavailable; errors that are no loss of connection pass as they are.
 */
export async function readPatiently<T>(
  patienceMs: number,
  read: (reading: Reading) => Promise<T>,
): Promise<T> {
  const signal = AbortSignal.timeout(patienceMs);
  let trouble: unknown;
  for (;;) {
    const outcome = await read({ signal }).then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    if ('value' in outcome) return outcome.value;
    if (!isConnectionLoss(outcome.error)) throw outcome.error;
    if (signal.aborted) throw new LogUnavailable(trouble ?? outcome.error);
    trouble = outcome.error;
    await pause(RETRY_AFTER_LOSS_MS);
  }
}
