import { setTimeout as wait } from 'node:timers/promises';
import { CliError } from './cli-error.js';

/** The gateway cannot be reached, or cannot reach what it needs: the same request may succeed a moment later. */
export class Unreachable extends CliError {}

/** As long as a machine takes to start everything again. */
const PATIENCE_MS = 90_000;
const AGAIN_AFTER_MS = 150;

/**
 * Asks again while the other side is away. A command keeps its idempotency key over all attempts, so that one whose answer
 * got lost gives its first answer and is not done twice.
 */
export async function patiently<T>(
  ask: () => Promise<T>,
  giveUpAt = performance.now() + PATIENCE_MS,
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Unreachable) || performance.now() > giveUpAt) throw error;
  }
  await wait(AGAIN_AFTER_MS);
  return patiently(ask, giveUpAt);
}
