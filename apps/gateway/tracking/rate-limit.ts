/** At most so many attempts per key and window; a fixed window is enough against guessing. Kept in memory, per process. */
export class RateLimit {
  private readonly attempts = new Map<string, { count: number; readonly until: number }>();

  constructor(
    private readonly limit: { readonly attempts: number; readonly windowMs: number },
    private readonly now: () => number = Date.now,
  ) {}

  /** Counts an attempt and says whether it is still allowed. */
  allows(key: string): boolean {
    const now = this.now();
    this.forget(now);
    const known = this.attempts.get(key);
    if (known === undefined) {
      this.attempts.set(key, { count: 1, until: now + this.limit.windowMs });
      return true;
    }
    known.count += 1;
    return known.count <= this.limit.attempts;
  }

  /** Windows are set in order, so what is over stands in front. */
  private forget(now: number): void {
    for (const [key, { until }] of this.attempts) {
      if (until > now) return;
      this.attempts.delete(key);
    }
  }
}
