import type { ChildProcess } from 'node:child_process';
import { closeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { freshLog, untilReady, type ServerPlan } from './server-plan.js';
import { spawnLeashed } from './spawn-leashed.js';

const STOP_WITHIN_MS = 8_000;

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
      await untilReady(plan, () => isRunning(this.child));
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
}

function isRunning(child: ChildProcess | undefined): child is ChildProcess {
  return (
    child !== undefined && child.pid !== undefined && child.exitCode === null && child.signalCode === null
  );
}

const exitOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => child.once('exit', () => resolve()));
