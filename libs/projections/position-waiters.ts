import { setTimeout as pause } from 'node:timers/promises';

export interface WaitOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

export type PositionAnswer =
  | { readonly outcome: 'reached' }
  /** The projector is behind, or stands still: the reader is told how far it came. */
  | { readonly outcome: 'positionNotReached'; readonly wanted: number; readonly seen: number };

export interface Wanted {
  readonly names: readonly string[];
  readonly position: number;
}

interface Sight {
  /** Looks how far the read models are now. */
  look(): Promise<void>;
  seen(name: string): number;
}

interface Waiter {
  readonly wanted: Wanted;
  readonly settle: (end: { readonly error?: unknown }) => void;
}

const FIRST_LOOK_MS = 1;
const LONGEST_LOOK_MS = 64;
const PATIENCE_GROWS_BY = 1.5;

/** All who wait in this process share one look at the checkpoints; it becomes rarer the longer nothing moves. */
export class PositionWaiters {
  private readonly waiting = new Set<Waiter>();
  private everyMs = FIRST_LOOK_MS;
  private running = false;

  constructor(private readonly sight: Sight) {}

  async wait(wanted: Wanted, { timeoutMs, signal }: WaitOptions): Promise<PositionAnswer> {
    if (this.isReached(wanted)) return { outcome: 'reached' };
    await this.sight.look();
    if (!this.isReached(wanted) && !signal?.aborted)
      await this.queue(wanted, { timeoutMs, ...(signal && { signal }) });
    if (this.isReached(wanted)) return { outcome: 'reached' };
    return { outcome: 'positionNotReached', wanted: wanted.position, seen: this.leastSeen(wanted) };
  }

  private async queue(wanted: Wanted, { timeoutMs, signal }: WaitOptions): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const giveUp = (): void => waiter.settle({});
      const timer = setTimeout(giveUp, timeoutMs);
      const waiter: Waiter = {
        wanted,
        settle: (end) => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', giveUp);
          this.waiting.delete(waiter);
          if ('error' in end) reject(end.error);
          else resolve();
        },
      };
      signal?.addEventListener('abort', giveUp);
      this.waiting.add(waiter);
      this.everyMs = FIRST_LOOK_MS;
      if (!this.running) void this.lookAround();
    });
  }

  private async lookAround(): Promise<void> {
    this.running = true;
    while (this.waiting.size > 0) {
      await pause(this.everyMs);
      this.everyMs = Math.min(this.everyMs * PATIENCE_GROWS_BY, LONGEST_LOOK_MS);
      await this.sight.look().then(
        () => this.settleReached(),
        (error: unknown) => this.failAll(error),
      );
    }
    this.running = false;
  }

  private settleReached(): void {
    for (const waiter of this.waiting) if (this.isReached(waiter.wanted)) waiter.settle({});
  }

  private failAll(error: unknown): void {
    for (const waiter of this.waiting) waiter.settle({ error });
  }

  private isReached(wanted: Wanted): boolean {
    return this.leastSeen(wanted) >= wanted.position;
  }

  private leastSeen({ names }: Wanted): number {
    return Math.min(...names.map((name) => this.sight.seen(name)));
  }
}
