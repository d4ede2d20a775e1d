import { addWorkingDays } from '#libs/calendar/working-days.js';
import { localDateOf } from '#libs/kernel/time.js';
import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { AppraisalStage, CertificateStage, CompletenessStage, DecisionStage } from '../state.js';
import { dueAfter } from '../times.js';

/**
 * The appointed date is moved once, with an apology that names reason and new date, at the latest one day before it
 * (Decree 61/2018 Art. 19).
 */
export function extendDeadline(
  { days, reason, apology }: DossierCommands['extendDeadline'],
  { acceptance }: CompletenessStage | AppraisalStage | DecisionStage | CertificateStage,
  { calendar, now }: Circumstances,
): Decision {
  if (acceptance.extended) return refuse('AlreadyExtended', {});
  const from = acceptance.dueAt;
  const until = addWorkingDays(calendar, localDateOf(from), -1);
  if (localDateOf(now) > until) return refuse('ExtensionTooLate', { until });
  if (reason.trim() === '') return refuse('TextMissing', { field: 'reason' });
  if (apology.trim() === '') return refuse('TextMissing', { field: 'apology' });
  if (!Number.isInteger(days) || days < 1) return refuse('TextMissing', { field: 'days' });
  const later = dueAfter(calendar, from, { amount: days, unit: 'workingDays' });
  return [{ type: 'DeadlineExtended', data: { from, to: later.at, appointedOn: later.on, reason, apology } }];
}
