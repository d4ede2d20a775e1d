import { dossierHistory } from './dossier-history/projection.js';
import { listMoves, type Move } from './dossier-history/queries.js';
import type { LiveModels } from './live-models.js';
import { readModelNames } from './read-models.js';

const MOVES_AT_ONCE = 500;
const LOOK_AGAIN_MS = 60_000;

/**
 * Every move of every dossier and licence after a position, as soon as all read models show it. Whoever was cut off goes on
 * with the position of the last move seen: nothing is missed and nothing comes twice.
 */
export async function* watchMoves(
  models: LiveModels,
  { after, signal }: { readonly after: number; readonly signal: AbortSignal },
): AsyncGenerator<Move, void> {
  let told = after;
  while (!signal.aborted) {
    const answer = await models.waitForPosition(readModelNames, told + 1, {
      timeoutMs: LOOK_AGAIN_MS,
      signal,
    });
    if (answer.outcome !== 'reached') continue;
    const upTo = await models.leastPosition(readModelNames);
    const model = await models.model(dossierHistory);
    const moves = await listMoves(model, { after: told, upTo, limit: MOVES_AT_ONCE });
    yield* moves;
    // Commits of other streams are no moves: what was looked through counts as told.
    told = moves.length === MOVES_AT_ONCE ? (moves.at(-1)?.position ?? upTo) : upTo;
  }
}
