import type { PersonId } from '#libs/kernel/ids.js';
import type { DecisionKind } from '../events.js';
import { type DossierRefusal, refuse } from '../refusals.js';
import type { DecisionStage } from '../state.js';
import { objectionToWorker } from './work.js';

/** Four eyes: who prepared the draft may not approve it, and only what the draft says can be approved. */
export function objectionToApproval(
  dossier: DecisionStage,
  actor: PersonId,
  ...kinds: readonly DecisionKind[]
): DossierRefusal | undefined {
  const { preparedBy, kind: draft } = dossier.draft;
  if (preparedBy === actor) return refuse('PreparerMayNotApprove', { preparedBy });
  return (
    objectionToWorker(dossier, actor) ??
    (kinds.includes(draft) ? undefined : refuse('DraftSaysOtherwise', { draft }))
  );
}
