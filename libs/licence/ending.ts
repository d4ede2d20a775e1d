import type { LocalDate } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { LicenceEvent } from './events.js';
import type { Licence } from './licence.js';
import { isOpen, obligationsOf, type OwedObligation } from './obligations.js';

interface Ending {
  readonly procedure: Procedure;
  readonly endedOn: LocalDate;
}

/**
 * With the licence end the duties that had begun by then: each has one outcome, also where nobody met it. Whose report lies unexamined has
 * handed it in: that the office did not look at it is not the holder's doing.
 */
export function endingWith(
  end: LicenceEvent,
  licence: Licence,
  { procedure, endedOn }: Ending,
): readonly LicenceEvent[] {
  const begun = obligationsOf(licence, procedure).filter((owed) => isOpen(owed) && hasBegun(owed, endedOn));
  return [end, ...begun.map(ended)];
}

function ended({ id: obligation, dueOn, progress }: OwedObligation): LicenceEvent {
  const { examined, reports: reportNumber, late } = progress;
  if (!examined) return { type: 'ObligationLapsed', data: { obligation, dueOn } };
  return { type: 'ReportLeftUnexamined', data: { obligation, reportNumber, dueOn, late } };
}

/** Where nobody follows up on a duty it has no outcome either. */
function hasBegun({ dueOn, overdue, kind, progress }: OwedObligation, endedOn: LocalDate): boolean {
  if (!overdue) return false;
  return kind !== 'yearlyReport' || dueOn <= endedOn || progress.reports > 0;
}
