import type { ChildProcess } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EngineError } from './engine-error.js';
import { spawnLeashed } from './spawn-leashed.js';

export interface ServerPlan {
  /** As people read it in a message. */
  readonly name: string;
  readonly binary: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** Throws as long as the server is not ready to be used. */
  readonly probe: () => Promise<void>;
  /** A sentence for a known way to fail, found in the server's log. */
  readonly explain?: (log: string) => EngineError | undefined;
}

const READY_WITHIN_MS = 60_000;
const PROBE_EVERY_MS = 50;
const STOP_WITHIN_MS = 8_000;
const LOG_TAIL_LINES = 5;

/** One server as a child process: started until it is ready, stopped in good order, killed, started again. */
export class ServerProcess {
  private child: ChildProcess | undefined;

  private isEndWanted = false;

  constructor(
    private readonly plan: ServerPlan,
    private readonly onLost: () => void = () => undefined,
  ) {}

  get pid(): number | undefined {
    return isRunning(this.child) ? this.child.pid : undefined;
  }

  async start(): Promise<void> {
    const { plan } = this;
    const log = await freshLog(plan.logFile);
    this.child = spawnLeashed(plan.binary, plan.args, {
      stdout: log,
      stderr: log,
      ...(plan.env === undefined ? {} : { env: plan.env }),
    });
    closeSync(log);
    this.isEndWanted = false;
    this.child.once('error', () => undefined);
    try {
      await this.untilReady();
      this.child.once('exit', () => {
        if (!this.isEndWanted) this.onLost();
      });
    } catch (error) {
      await this.kill();
      throw error;
    }
  }

  async stop(): Promise<void> {
    const child = this.child;
    if (!isRunning(child)) return;
    this.isEndWanted = true;
    const gone = exitOf(child);
    child.kill('SIGTERM');
    const inTime = await Promise.race([gone.then(() => true), wait(STOP_WITHIN_MS, false, { ref: false })]);
    if (!inTime) await this.kill();
  }

  async kill(): Promise<void> {
    const child = this.child;
    if (!isRunning(child)) return;
    this.isEndWanted = true;
    const gone = exitOf(child);
    child.kill('SIGKILL');
    await gone;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  private async untilReady(): Promise<void> {
    const giveUpAt = performance.now() + READY_WITHIN_MS;
    for (;;) {
      const failure = await this.plan.probe().then(
        () => undefined,
        (error: unknown) => ({ error }),
      );
      if (!isRunning(this.child)) throw await this.failure('ended while it was starting');
      if (failure === undefined) return;
      if (performance.now() > giveUpAt)
        throw await this.failure(`was not ready within ${READY_WITHIN_MS / 1000} s`, failure.error);
      await wait(PROBE_EVERY_MS);
    }
  }

  private async failure(what: string, cause?: unknown): Promise<EngineError> {
    const { name, logFile, explain } = this.plan;
    const log = await readFile(logFile, 'utf8').catch(() => '');
    const tail = log.trim().split('\n').slice(-LOG_TAIL_LINES).join('\n');
    return (
      explain?.(log) ??
      new EngineError('notStarted', `${name} ${what}; its log ${logFile} ends with:\n${tail}`, { cause })
    );
  }
}

function isRunning(child: ChildProcess | undefined): child is ChildProcess {
  return (
    child !== undefined && child.pid !== undefined && child.exitCode === null && child.signalCode === null
  );
}

const exitOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => child.once('exit', () => resolve()));

/** One earlier log is kept, so that logs do not grow for ever. */
async function freshLog(file: string): Promise<number> {
  await mkdir(dirname(file), { recursive: true });
  await rename(file, `${file}.previous`).catch(() => undefined);
  return openSync(file, 'w');
}
