import type { Log } from './log-collection.js';

type ChangeStream = ReturnType<Log['collection']['watch']>;

/**
 * Tells waiting followers early that the log has grown: at once for appends of this process, through a change stream for others'.
 * Nothing depends on it: a follower asks again anyway after a while.
 */
export class WakeUp {
  private listeners = new Set<() => void>();
  private growth = 0;
  private followers = 0;
  private stream: ChangeStream | undefined;

  constructor(private readonly log: Log) {}

  /** Ask before reading; what grows after that is not missed. */
  get mark(): number {
    return this.growth;
  }

  announce(): void {
    this.growth += 1;
    for (const wake of this.listeners) wake();
  }

  /** Ends when the log has grown since the mark, when the time is over or when the signal aborts. */
  async since(mark: number, timeoutMs: number, signal: AbortSignal): Promise<void> {
    if (this.growth !== mark || signal.aborted) return;
    this.listen();
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.listeners.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, timeoutMs);
      this.listeners.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  enter(): void {
    this.followers += 1;
  }

  async leave(): Promise<void> {
    this.followers -= 1;
    if (this.followers === 0 && this.stream !== undefined) await this.close(this.stream);
  }

  /** A broken change stream is opened again when the next follower has nothing to do. */
  private listen(): void {
    if (this.stream !== undefined) return;
    const stream = this.log.collection.watch([
      { $match: { operationType: 'insert' } },
      { $project: { _id: 1 } },
    ]);
    this.stream = stream;
    stream.on('change', () => this.announce());
    // What was inserted while the stream was being opened is read now.
    stream.once('init', () => this.announce());
    stream.on('error', () => void this.close(stream));
  }

  private async close(stream: ChangeStream): Promise<void> {
    if (this.stream === stream) this.stream = undefined;
    // Closing fails when the connection is gone, and then there is nothing left to close.
    await stream.close().catch(() => undefined);
  }
}
