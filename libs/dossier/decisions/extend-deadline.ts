import { apologyDueOn } from '#libs/calendar/alarms.js';
import { type Instant, localDateOf } from '#libs/kernel/time.js';
import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { AppraisalStage, CertificateStage, CompletenessStage, DecisionStage } from '../state.js';
import { decisionDue, stepDue } from '../times.js';
import { objectionToBlank } from './work.js';

type Extendable = CompletenessStage | AppraisalStage | DecisionStage | CertificateStage;

/** The law names no longest extension; a quarter of a year is what an office may ask for at once. */
const MAX_DAYS = 66;

/**
 * The appointed date is moved once, with an apology that names reason and new date, at the latest one day before it
 * (Decree 61/2018 Art. 19(9)).
 */
export function extendDeadline(
  { days, reason, apology }: DossierCommands['extendDeadline'],
  dossier: Extendable,
  given: Circumstances,
): Decision {
  const { acceptance } = dossier;
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
  const dates = { extendedAt, from, to, appointedOn, ...stepAfter(dossier, to, given) };
  return [{ type: 'DeadlineExtended', data: { days, ...dates, reason, apology } }];
}

/** A step that was due with the old date has the rest of its own time; one whose own time is over stays late. */
function stepAfter(
  { acceptance, stage, stepDueAt: before, stepStartedAt }: Extendable,
  dueAt: Instant,
  given: Circumstances,
): { readonly stepDueAt?: Instant } {
  const then = { ...given, now: stepStartedAt };
  const stepDueAt = stepDue(then, stage, { acceptance: { ...acceptance, dueAt } });
  return stepDueAt > before ? { stepDueAt } : {};
}
