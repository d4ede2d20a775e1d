import type { Write } from './projection.js';
import type { Pending } from './write-rows.js';

/**
 * The rows of a build on their way to the server. A dossier moves for some weeks and then no more: a row is sent when it can no
 * longer change or when `capacity` others have moved since, so that most rows are written once, as they ended.
 */
export class UnsettledRows {
  /** Those that moved longest ago come first. */
  private readonly moving = new Map<string | number, Pending>();
  private settled: Pending[] = [];

  constructor(private readonly capacity: number) {}

  /** How many rows wait for nothing more. */
  get ready(): number {
    return this.settled.length;
  }

  add(writes: readonly Write[]): void {
    for (const write of writes) {
      if (write.kind === 'add') this.settled.push({ write, fresh: true });
      else this.move(write);
    }
    this.settleDownTo(this.capacity);
  }

  private move(write: Write): void {
    const earlier = this.moving.get(write.id);
    const fresh = earlier ? earlier.fresh : write.kind === 'put' && write.born;
    this.moving.delete(write.id);
    // A row that came and went again was never there.
    if (!(fresh && write.kind === 'remove')) this.moving.set(write.id, { write, fresh });
  }

  private settleDownTo(most: number): void {
    for (const [id, row] of this.moving) {
      if (this.moving.size <= most) return;
      this.settled.push(row);
      this.moving.delete(id);
    }
  }

  takeReady(): readonly Pending[] {
    const rows = this.settled;
    this.settled = [];
    return rows;
  }

  takeAll(): readonly Pending[] {
    this.settleDownTo(0);
    return this.takeReady();
  }
}
