import { setTimeout as pause } from 'node:timers/promises';
import type { TellWorkflow } from '#libs/nudges/nudge.js';
import { type LedgerEntry, type NudgeLedger, nudgeOf } from '#libs/nudges/nudge-ledger.js';
import { untilAborted } from './until-aborted.js';

export interface DeliveryObserver {
  onTold(count: number): void;
  onTrouble(error: unknown): void;
}

const AT_ONCE = 64;
const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 15_000;
/** Debts that another process left (`hoso workflows restore`), or whose wake-up got lost, are found by looking now and then. */
const LOOK_AGAIN_MS = 2_000;

/** Pays the debts of the ledger in the background. While Temporal is away it tries again, ever more rarely. */
export class Delivery {
  private wake: () => void = () => undefined;
  private asked = true;

  constructor(
    private readonly ledger: Pick<NudgeLedger, 'listOwed' | 'settle'>,
    private readonly tell: TellWorkflow,
    private readonly observer: DeliveryObserver,
  ) {}

  /** There is something to tell. */
  poke(): void {
    this.asked = true;
    this.wake();
  }

  async run(signal: AbortSignal): Promise<void> {
    let retryMs = FIRST_RETRY_MS;
    while (!signal.aborted) {
      const paid = await untilAborted(signal, this.payAll(signal));
      if (paid) await this.untilPoked(signal);
      else await pause(retryMs, undefined, { signal }).catch(() => undefined);
      retryMs = paid ? FIRST_RETRY_MS : Math.min(retryMs * 2, LONGEST_RETRY_MS);
    }
  }

  /** True when nothing is owed any more; false when somebody could not be told. */
  async payAll(signal: AbortSignal): Promise<boolean> {
    this.asked = false;
    try {
      while (!signal.aborted && (await this.payNext()));
      return true;
    } catch (error) {
      this.observer.onTrouble(error);
      return false;
    }
  }

  /** Whether there may be more to pay. */
  private async payNext(): Promise<boolean> {
    const owed = await this.ledger.listOwed(AT_ONCE);
    if (owed.length === 0) return false;
    const told = await this.pay(owed);
    return told < owed.length || owed.length === AT_ONCE;
  }

  /** @returns how many could be told. */
  private async pay(owed: readonly LedgerEntry[]): Promise<number> {
    const results = await Promise.allSettled(owed.map((entry) => this.tell(nudgeOf(entry))));
    const told = owed.filter((_, index) => results[index]?.status === 'fulfilled');
    await this.ledger.settle(told);
    this.observer.onTold(told.length);
    // One who cannot be told must not keep others waiting: only when nobody can be told is it time to rest.
    const failed = results.find((result) => result.status === 'rejected');
    if (failed && told.length === 0) throw failed.reason;
    return told.length;
  }

  private async untilPoked(signal: AbortSignal): Promise<void> {
    if (this.asked) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        this.wake = () => undefined;
        resolve();
      };
      const timer = setTimeout(done, LOOK_AGAIN_MS);
      signal.addEventListener('abort', done);
      this.wake = done;
    });
  }
}
