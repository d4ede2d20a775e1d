import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from '#docker/engines/project-folder.js';
import { type Chance, chanceOf } from './chance.js';
import { Failure } from './failure.js';
import type { SimulationPlace, Workforce } from './simulation-worker.js';

/** At its so-manieth activity a worker dies, before the work or when it is done and not yet reported. */
export interface Death {
  readonly act: number;
  readonly moment: 'before' | 'after';
}

export interface WantedCrashes {
  readonly seed: number;
  readonly times: number;
}

/** A worker that dies has done at most so many activities. */
const LONGEST_LIFE = 20;

/** The worker as a process that is killed where chance says so and started again, as often as wanted. */
export class MortalWorkers implements Workforce {
  crashes = 0;
  private readonly failure = new Failure();
  readonly failed = this.failure.seen;
  private readonly chance: Chance;
  private worker: ChildProcess | undefined;

  constructor(
    private readonly place: SimulationPlace,
    private readonly wanted: WantedCrashes,
  ) {
    this.chance = chanceOf(wanted.seed);
  }

  start(): Promise<void> {
    const workflowBundle = { codePath: join(projectFolder(), 'dist', 'workflow-bundle.js') };
    const death = this.crashes < this.wanted.times ? this.draw() : undefined;
    const told = JSON.stringify({ place: { ...this.place, workflowBundle }, death });
    const program = join(projectFolder(), 'dist', 'apps', 'cli', 'simulation', 'mortal-worker.js');
    const worker = fork(program, [told], {
      execArgv: [],
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    worker.once('exit', (_, signal) => this.bury(worker, signal));
    this.worker = worker;
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    if (!worker || worker.exitCode !== null || worker.signalCode !== null) return;
    worker.kill('SIGKILL');
    await once(worker, 'exit');
  }

  private draw(): Death {
    return { act: 1 + this.chance(LONGEST_LIFE), moment: this.chance(2) === 0 ? 'before' : 'after' };
  }

  private bury(worker: ChildProcess, signal: string | null): void {
    if (worker !== this.worker) return;
    if (signal !== 'SIGKILL')
      return this.failure.tell(new Error('The worker of the simulation ended by itself'));
    this.crashes += 1;
    void this.start();
  }
}
