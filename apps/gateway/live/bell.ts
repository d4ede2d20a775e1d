/** Wakes everybody who waits, each time it is rung. */
export class Bell {
  private readonly waiting = new Set<() => void>();
  private rung = 0;

  /** How often it was rung: to be noted before looking for news, so that a ring during the look is not slept through. */
  get rings(): number {
    return this.rung;
  }

  ring(): void {
    this.rung += 1;
    for (const wake of this.waiting) wake();
  }

  /** Until it has been rung more than `heard` times, or until the signal aborts. */
  async next(heard: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.rung > heard) return;
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        signal.removeEventListener('abort', wake);
        this.waiting.delete(wake);
        resolve();
      };
      signal.addEventListener('abort', wake, { once: true });
      this.waiting.add(wake);
    });
  }
}
