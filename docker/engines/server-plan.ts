import { openSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EngineError } from './engine-error.js';

export interface ServerPlan {
  /** As people read it in a message. */
  readonly name: string;
  readonly binary: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** Throws as long as the server is not ready to be used. */
  readonly probe: () => Promise<void>;
  /** Told now and then why a server that takes long is not ready yet. */
  readonly onWaiting?: (reason: string) => void;
  /** A sentence for a known way to fail, found in the server's log. */
  readonly explain?: (log: string) => EngineError | undefined;
}

const READY_WITHIN_MS = 60_000;
const PROBE_EVERY_MS = 50;
const TELL_EVERY_MS = 5_000;
const LOG_TAIL_LINES = 5;

/**
 * Answers when the server is ready; fails with what its log says when it ends or takes too long. One whose reason changes, since
 * it has come nearer, is given the time anew.
 */
export async function untilReady(
  plan: ServerPlan,
  isRunning: () => boolean,
  withinMs = READY_WITHIN_MS,
): Promise<void> {
  const patience = new Patience(withinMs, plan.onWaiting);
  for (;;) {
    const failure = await plan.probe().then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    if (!isRunning()) throw await explain(plan, 'ended while it was starting');
    if (failure === undefined) return;
    if (patience.isOver(failure.error))
      throw await explain(plan, `was not ready within ${withinMs / 1000} s`, failure.error);
    await wait(PROBE_EVERY_MS);
  }
}

/** How long the same reason for not being ready is borne. */
class Patience {
  private reason = '';
  private changedAt = performance.now();
  private toldAt = performance.now();

  constructor(
    private readonly withinMs: number,
    private readonly onWaiting: (reason: string) => void = () => undefined,
  ) {}

  isOver(failure: unknown): boolean {
    const now = performance.now();
    const reason = String(failure);
    if (reason !== this.reason) this.changedAt = now;
    this.reason = reason;
    if (now - this.toldAt > TELL_EVERY_MS) {
      this.toldAt = now;
      this.onWaiting(reason);
    }
    return now - this.changedAt > this.withinMs;
  }
}

async function explain(plan: ServerPlan, what: string, cause?: unknown): Promise<EngineError> {
  const log = await readFile(plan.logFile, 'utf8').catch(() => '');
  const tail = log.trim().split('\n').slice(-LOG_TAIL_LINES).join('\n');
  const sentence = `${plan.name} ${what}; its log ${plan.logFile} ends with:\n${tail}`;
  return plan.explain?.(log) ?? new EngineError('notStarted', sentence, { cause });
}

/** One earlier log is kept, so that logs do not grow for ever. */
export async function freshLog(file: string): Promise<number> {
  await mkdir(dirname(file), { recursive: true });
  await rename(file, `${file}.previous`).catch(() => undefined);
  return openSync(file, 'w');
}
