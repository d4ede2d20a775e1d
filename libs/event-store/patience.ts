import { setTimeout as pause } from 'node:timers/promises';
import { isConnectionLoss, LogUnavailable } from './log-unavailable.js';

/** Part of every question to the server. When it aborts, the driver closes the connection it waits on. */
export interface Asking {
  readonly signal: AbortSignal;
}

class NoAnswerInTime extends Error {
  override readonly name = 'NoAnswerInTime';
}

/** The driver has no limit of its own for a question: a server that hangs would be waited for without end. */
export async function withinPatience<T>(patienceMs: number, ask: (asking: Asking) => Promise<T>): Promise<T> {
  const patience = new AbortController();
  const end = (): void => patience.abort(new NoAnswerInTime(`no answer within ${patienceMs} ms`));
  const timer = setTimeout(end, patienceMs);
  try {
    return await ask({ signal: patience.signal });
  } finally {
    clearTimeout(timer);
  }
}

const RETRY_AFTER_LOSS_MS = 50;

/**
 * Reads again after a lost connection until patience ends, so that a server that comes back in time is not noticed.
 *
 * @throws LogUnavailable; errors that are no loss of connection pass as they are.
 */
export async function readPatiently<T>(patienceMs: number, read: (asking: Asking) => Promise<T>): Promise<T> {
  let trouble: unknown;
  return withinPatience(patienceMs, async (asking) => {
    for (;;) {
      const outcome = await read(asking).then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      );
      if ('value' in outcome) return outcome.value;
      if (!isConnectionLoss(outcome.error)) throw outcome.error;
      if (asking.signal.aborted) throw new LogUnavailable(trouble ?? outcome.error);
      trouble = outcome.error;
      await pause(RETRY_AFTER_LOSS_MS);
    }
  });
}
