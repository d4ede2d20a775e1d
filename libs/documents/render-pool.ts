import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PaperError } from './paper-error.js';
import type { RenderedPaper } from './rendered-paper.js';
import type { Drawing, Drawn, Renderers } from './render-thread.js';

export interface PoolSettings {
  /** Papers drawn at the same time. */
  readonly threads?: number;
  /** A thread that has had nothing to do for so long ends, and its memory with it. */
  readonly idleMs?: number;
  /** Options of Node for the threads; by default those of this process. */
  readonly execArgv?: readonly string[];
}

interface Job {
  readonly drawing: Drawing;
  readonly resolve: (paper: RenderedPaper) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  job?: Job | undefined;
  idle?: NodeJS.Timeout;
}

/** Beside this file and of its kind: JavaScript where it was built, TypeScript where it is run from source. */
const THREAD = new URL(`./render-thread${extname(import.meta.url)}`, import.meta.url);
const THREADS = 2;
const IDLE_MS = 30_000;

/** Draws papers in threads of its own, so that whoever waits for one keeps answering others. No thread lives before it is needed. */
export class RenderPool {
  private readonly threads = new Set<Thread>();
  private readonly waiting: Job[] = [];

  constructor(private readonly settings: PoolSettings = {}) {}

  /** How many threads live now. */
  get size(): number {
    return this.threads.size;
  }

  /**
   * The same bytes as the function of that name gives.
   * @throws PaperError
   */
  draw<Paper extends keyof Renderers>(
    paper: Paper,
    ...facts: Parameters<Renderers[Paper]>
  ): Promise<RenderedPaper> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ drawing: { paper, facts }, resolve, reject });
      this.next();
    });
  }

  /** Ends all threads; what they were drawing is rejected. */
  async close(): Promise<void> {
    for (const job of this.waiting.splice(0))
      job.reject(new Error('The paper was not drawn: the pool is closed'));
    await Promise.all([...this.threads].map(({ worker }) => worker.terminate()));
  }

  private next(): void {
    if (this.waiting.length === 0) return;
    const thread = this.freeThread();
    if (thread === undefined) return;
    const job = this.waiting.shift();
    if (job === undefined) return;
    clearTimeout(thread.idle);
    thread.job = job;
    thread.worker.ref();
    try {
      thread.worker.postMessage(job.drawing, []);
    } catch (error) {
      // Facts that cannot be copied are the asker's fault; the thread has not seen them.
      this.rest(thread);
      job.reject(error as Error);
    }
  }

  private freeThread(): Thread | undefined {
    for (const thread of this.threads) if (thread.job === undefined) return thread;
    return this.threads.size < (this.settings.threads ?? THREADS) ? this.start() : undefined;
  }

  private start(): Thread {
    const { execArgv } = this.settings;
    const worker = new Worker(THREAD, execArgv ? { execArgv: [...execArgv] } : {});
    const thread: Thread = { worker };
    this.threads.add(thread);
    let cause: unknown;
    worker.on('message', (drawn: Drawn) => this.answer(thread, drawn));
    worker.on('error', (error: unknown) => {
      cause = error;
    });
    worker.on('exit', () => this.buried(thread, cause));
    return thread;
  }

  private answer(thread: Thread, drawn: Drawn): void {
    const { job } = thread;
    this.rest(thread);
    if (job) settle(job, drawn);
    this.next();
  }

  /** A resting thread keeps no process alive. */
  private rest(thread: Thread): void {
    thread.job = undefined;
    thread.worker.unref();
    thread.idle = setTimeout(() => this.dismiss(thread), this.settings.idleMs ?? IDLE_MS);
    thread.idle.unref();
  }

  /** Forgotten first: a thread that is ending must not be given a paper. */
  private dismiss(thread: Thread): void {
    this.threads.delete(thread);
    void thread.worker.terminate();
  }

  /** A thread that died takes its paper with it, and no other. */
  private buried(thread: Thread, cause: unknown): void {
    clearTimeout(thread.idle);
    this.threads.delete(thread);
    thread.job?.reject(new Error('The thread that drew the paper ended', { cause }));
    this.next();
  }
}

function settle({ resolve, reject }: Job, drawn: Drawn): void {
  switch (drawn.outcome) {
    case 'drawn':
      return resolve(drawn.paper);
    case 'refused':
      return reject(new PaperError(drawn.fault));
    case 'failed':
      return reject(new Error(`The paper could not be drawn: ${drawn.reason}`));
  }
}
