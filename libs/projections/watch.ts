import type { Move } from './dossier-history/queries.js';
import { type ReadModels, readModelNames } from './read-models.js';

const MOVES_AT_ONCE = 500;
const LOOK_AGAIN_MS = 60_000;

/**
 * Every move of every dossier and licence after a position, as soon as all read models show it. Whoever was cut off goes on
 * with the position of the last move seen; nothing is missed and nothing comes twice.
 */
export async function* watchMoves(
  readModels: ReadModels,
  { after, signal }: { readonly after: number; readonly signal: AbortSignal },
): AsyncGenerator<Move, void> {
  let told = after;
  while (!signal.aborted) {
    const wait = { timeoutMs: LOOK_AGAIN_MS, signal };
    const answer = await readModels.waitForPosition(readModelNames, told + 1, wait);
    if (answer.outcome !== 'reached') continue;
    const upTo = await shownByAll(readModels);
    const moves = await readModels.history.listMoves({ after: told, upTo, limit: MOVES_AT_ONCE });
    for (const move of moves) {
      if (signal.aborted) return;
      yield move;
    }
    // Commits of other streams are no moves: what was looked through counts as told.
    told = moves.length === MOVES_AT_ONCE ? (moves.at(-1)?.position ?? upTo) : upTo;
  }
}

async function shownByAll(readModels: ReadModels): Promise<number> {
  return Math.min(...(await Promise.all(readModelNames.map((name) => readModels.position(name)))));
}
