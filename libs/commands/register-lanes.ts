import type { EventStore } from '#libs/event-store/event-store.js';

type Task<T> = (
  nextNumber: Readonly<Record<string, number>>,
) => Promise<{ readonly value: T; readonly taken: boolean }>;

/**
 * One command at a time per register inside this process, so that numbers are not fought over; between processes the
 * log's unique claims decide. A number counts as taken only when its commit is in the log: no gap can arise.
 */
export class RegisterLanes {
  private readonly lanes = new Map<string, Promise<unknown>>();
  private readonly last = new Map<string, number>();

  constructor(private readonly store: Pick<EventStore, 'lastClaimed'>) {}

  async within<T>(registers: readonly string[], task: Task<T>): Promise<T> {
    if (registers.length === 0) return (await task({})).value;
    const key = [...registers].sort().join('\n');
    const before = this.lanes.get(key) ?? Promise.resolve();
    const mine = before.then(() => this.draw(registers, task));
    const settled = mine.catch(() => undefined);
    this.lanes.set(key, settled);
    try {
      return await mine;
    } finally {
      if (this.lanes.get(key) === settled) this.lanes.delete(key);
    }
  }

  /** Forgets what was remembered: somebody outside this process took a number. */
  forget(registers: readonly string[]): void {
    for (const register of registers) this.last.delete(register);
  }

  private async draw<T>(registers: readonly string[], task: Task<T>): Promise<T> {
    const nextNumber: Record<string, number> = {};
    for (const register of registers) nextNumber[register] = (await this.lastOf(register)) + 1;
    const { value, taken } = await task(nextNumber);
    if (taken) for (const register of registers) this.last.set(register, nextNumber[register] ?? 0);
    return value;
  }

  private async lastOf(register: string): Promise<number> {
    return this.last.get(register) ?? (await this.store.lastClaimed(register));
  }
}
