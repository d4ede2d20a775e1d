import type { LocalDate } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { LicenceEvent } from './events.js';
import type { Licence } from './licence.js';
import { isOpen, obligationsOf, type OwedObligation } from './obligations.js';

interface Ending {
  readonly procedure: Procedure;
  readonly endedOn: LocalDate;
}

/** With the licence end the duties that had begun by then: each has one outcome, also where nobody met it. */
export function endingWith(
  end: LicenceEvent,
  licence: Licence,
  { procedure, endedOn }: Ending,
): readonly LicenceEvent[] {
  const begun = obligationsOf(licence, procedure).filter((owed) => isOpen(owed) && hasBegun(owed, endedOn));
  const lapses = begun.map(({ id: obligation, dueOn }): LicenceEvent => {
    return { type: 'ObligationLapsed', data: { obligation, dueOn } };
  });
  return [end, ...lapses];
}

/** Where nobody follows up on a duty it has no outcome either. */
function hasBegun({ dueOn, overdue, kind, progress }: OwedObligation, endedOn: LocalDate): boolean {
  if (!overdue) return false;
  return kind !== 'yearlyReport' || dueOn <= endedOn || progress.reports > 0;
}
