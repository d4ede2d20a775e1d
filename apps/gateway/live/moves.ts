import { Injectable } from '@nestjs/common';
import { dossierHistory } from '#libs/projections/dossier-history/projection.js';
import { listMoves, type Move } from '#libs/projections/dossier-history/queries.js';
import { readModelNames } from '#libs/projections/read-models.js';
import { watchMoves } from '#libs/projections/watch.js';
import { Parts } from '../parts.js';
import { Bell } from './bell.js';

const REMEMBERED = 1000;
const CATCH_UP = 500;

/** What all listeners of this process share: one watcher, and the latest moves. */
interface Watch {
  /** Every move behind this position is in `recent`. */
  from: number;
  readonly recent: Move[];
  readonly end: AbortController;
}

/** Every move of the office, to any number of listeners, by one reader of the read models. */
@Injectable()
export class Moves {
  private watch: Promise<Watch> | undefined;
  private listeners = 0;
  private readonly bell = new Bell();

  constructor(private readonly parts: Parts) {}

  /** Moves behind a position, or from now on, until the signal aborts. Nothing is missed and nothing comes twice. */
  async *after(position: number | undefined, signal: AbortSignal): AsyncGenerator<Move, void> {
    this.listeners += 1;
    try {
      yield* this.listen(position ?? latest(await this.watching()), signal);
    } finally {
      this.leave();
    }
  }

  private async *listen(position: number, signal: AbortSignal): AsyncGenerator<Move, void> {
    let told = position;
    while (!signal.aborted) {
      const heard = this.bell.rings;
      const moves = await this.behind(told);
      yield* moves;
      told = moves.at(-1)?.position ?? told;
      if (moves.length === 0) await this.bell.next(heard, signal);
    }
  }

  private async behind(told: number): Promise<readonly Move[]> {
    const watch = await this.watching();
    const missed = told < watch.from ? await this.readMissed(told, watch.from) : [];
    return missed.length > 0 ? missed : watch.recent.filter(({ position }) => position > told);
  }

  private async readMissed(after: number, upTo: number): Promise<readonly Move[]> {
    const model = await this.parts.models.model(dossierHistory);
    return listMoves(model, { after, upTo, limit: CATCH_UP });
  }

  private watching(): Promise<Watch> {
    this.watch ??= this.begin().catch((error: unknown) => {
      this.watch = undefined;
      throw error;
    });
    return this.watch;
  }

  private async begin(): Promise<Watch> {
    const from = await this.parts.models.leastPosition(readModelNames);
    const watch: Watch = { from, recent: [], end: new AbortController() };
    this.run(watch).catch((error: unknown) => {
      // The last listener may have ended this watch, and another have begun since.
      if (!watch.end.signal.aborted) this.interrupted(error);
    });
    return watch;
  }

  private async run(watch: Watch): Promise<void> {
    for await (const move of watchMoves(this.parts.models, { after: watch.from, signal: watch.end.signal })) {
      watch.recent.push(move);
      const forgotten = watch.recent.splice(0, watch.recent.length - REMEMBERED);
      watch.from = forgotten.at(-1)?.position ?? watch.from;
      this.bell.ring();
    }
  }

  /** Listeners begin a new watch; when that fails too, their streams end and clients come back with their position. */
  private interrupted(error: unknown): void {
    this.parts.log.warn(
      { fault: error instanceof Error ? error.name : 'unknown' },
      'live updates are interrupted',
    );
    this.watch = undefined;
    this.bell.ring();
  }

  private leave(): void {
    this.listeners -= 1;
    if (this.listeners > 0) return;
    const watch = this.watch;
    this.watch = undefined;
    watch?.then(({ end }) => end.abort()).catch(() => undefined);
  }
}

function latest({ recent, from }: Watch): number {
  return recent.at(-1)?.position ?? from;
}
