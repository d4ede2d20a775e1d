import type { CodedReason } from '#libs/procedures/procedure.js';
import type { GivenReason } from '../events.js';
import { type DossierRefusal, refuse } from '../refusals.js';

type ReasonList = 'intakeRefusals' | 'denialReasons' | 'stopReasons';

/** A coded reason at least, and none that the procedure does not know. */
export function objectionToReasons(
  reasons: readonly GivenReason[],
  list: ReasonList,
  procedure: Readonly<Record<ReasonList, readonly CodedReason[]>>,
): DossierRefusal | undefined {
  if (reasons.length === 0) return refuse('ReasonsMissing', { list });
  const unknown = reasons.find(({ code }) => !procedure[list].some((known) => known.code === code));
  return unknown && refuse('ReasonUnknown', { code: unknown.code, list });
}
