import type { Commit } from '#libs/event-store/commit.js';

/** Folded subjects by stream, those that moved longest ago going first. */
export class RecentSubjects<SoFar> {
  private readonly known = new Map<string, { readonly n: number; readonly soFar: SoFar }>();

  constructor(private readonly capacity: number) {}

  /** The subject as it was right before a commit, if that is what is remembered. */
  before({ stream, n }: Commit): SoFar | undefined {
    const known = this.known.get(stream);
    return known?.n === n - 1 ? known.soFar : undefined;
  }

  remember({ stream, n }: Commit, soFar: SoFar): void {
    this.known.delete(stream);
    this.known.set(stream, { n, soFar });
  }

  forgetOldest(): void {
    for (const stream of this.known.keys()) {
      if (this.known.size <= this.capacity) return;
      this.known.delete(stream);
    }
  }
}
