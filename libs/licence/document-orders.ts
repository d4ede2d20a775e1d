import { dayAfter } from '#libs/calendar/alarms.js';
import { sameOrNextWorkingDay } from '#libs/calendar/working-days.js';
import { localDateOf } from '#libs/kernel/time.js';
import type { LicenceCircumstances } from './circumstances.js';
import type { DocumentEvents } from './document-events.js';
import { registerOf } from './documents.js';
import type { LicenceEvent } from './events.js';
import { inDays } from './reminders.js';

type Order = Pick<DocumentEvents['DocumentOrdered'], 'document' | 'kind' | 'obligation'>;

/**
 * What was done is put into writing where the procedure says how. Who decides about a licence approves the decision by it; a letter is laid
 * before somebody first.
 */
export function documentOrdered(
  order: Order,
  { now, actor, procedure, calendar }: LicenceCircumstances,
): readonly LicenceEvent[] {
  const rules = procedure.licence.supervision?.documents;
  if (!rules) return [];
  const orderedOn = localDateOf(now);
  const dueOn = sameOrNextWorkingDay(calendar, dayAfter(calendar, orderedOn, inDays(rules.within)));
  const approval = registerOf[order.kind] === 'licence' ? { approvedBy: actor } : {};
  return [{ type: 'DocumentOrdered', data: { ...order, orderedBy: actor, orderedOn, dueOn, ...approval } }];
}
