import { apologyDueOn } from '#libs/calendar/alarms.js';
import { localDateOf } from '#libs/kernel/time.js';
import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { AppraisalStage, CertificateStage, CompletenessStage, DecisionStage } from '../state.js';
import { decisionDue } from '../times.js';
import { objectionToBlank } from './work.js';

/** The law names no longest extension; a quarter of a year is what an office may ask for at once. */
const MAX_DAYS = 66;

/**
 * The appointed date is moved once, with an apology that names reason and new date, at the latest one day before it
 * (Decree 61/2018 Art. 19(9)).
 */
export function extendDeadline(
  { days, reason, apology }: DossierCommands['extendDeadline'],
  { acceptance }: CompletenessStage | AppraisalStage | DecisionStage | CertificateStage,
  given: Circumstances,
): Decision {
  if (acceptance.extensions.length > 0) return refuse('AlreadyExtended', {});
  const { calendar, now: extendedAt } = given;
  const { dueAt: from } = acceptance;
  const until = apologyDueOn(calendar, localDateOf(from));
  if (localDateOf(extendedAt) > until) return refuse('ExtensionTooLate', { until });
  const objection = objectionToBlank({ reason, apology });
  if (objection) return objection;
  if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS) {
    return refuse('DaysNotAllowed', { min: 1, max: MAX_DAYS });
  }
  const by = { amount: days, unit: 'workingDays' } as const;
  const extensions = [...acceptance.extensions, { by, grantedAt: extendedAt, reason }];
  const { at: to, on: appointedOn } = decisionDue(given, { ...acceptance, extensions });
  return [{ type: 'DeadlineExtended', data: { days, extendedAt, from, to, appointedOn, reason, apology } }];
}
