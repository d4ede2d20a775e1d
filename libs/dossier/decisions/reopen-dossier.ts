import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { DossierEvents } from '../events.js';
import type { ClosedStage, OpenDossier, Outcome } from '../state.js';
import { opinionsOf } from '../tasks.js';
import { decisionDue, dueAfter, stepDue } from '../times.js';
import { objectionToBlank } from './work.js';

/** What ended without a result can be taken up again; what was decided or refused needs a new dossier. */
const reopenable: Readonly<Record<Outcome, boolean>> = {
  granted: false,
  denied: false,
  forwarded: false,
  refused: false,
  redirected: false,
  withdrawn: true,
  stopped: true,
  lapsed: true,
};

/**
 * The dossier goes on in the stage it had been in, with a new time for its step and for the agencies that had not answered;
 * the legal limit stood still while it was closed.
 */
export function reopenDossier(
  { reason }: DossierCommands['reopenDossier'],
  { outcome, rested, formErasedAt }: ClosedStage,
  given: Circumstances,
): Decision {
  if (!reopenable[outcome] || !rested) return refuse('NotReopenable', { outcome });
  // Nobody could check, decide or draw a paper of what is not there any more.
  if (formErasedAt !== undefined) return refuse('FormIsErased', { erasedAt: formErasedAt });
  const objection = objectionToBlank({ reason });
  if (objection) return objection;
  const { now: reopenedAt } = given;
  const opinions = askedAnew(rested.stage, given);
  const anew = opinions.length > 0 ? { opinions } : {};
  const data = { reason, reopenedAt, ...newTimes(rested, given), ...anew };
  return [{ type: 'DossierReopened', data }];
}

/** A closed dossier takes no opinion: whoever still had time to answer has all of it again. */
function askedAnew(
  stage: OpenDossier,
  { calendar, now, procedure }: Circumstances,
): NonNullable<DossierEvents['DossierReopened']['opinions']> {
  const awaited = opinionsOf(stage).filter(({ given: answer, overdueNoted }) => !answer && !overdueNoted);
  return awaited.flatMap(({ agency }) => {
    const rule = procedure.opinions.find((one) => one.agency === agency);
    return rule ? [{ agency, dueAt: dueAfter(calendar, now, rule.within).at }] : [];
  });
}

function newTimes({ stage, since }: NonNullable<ClosedStage['rested']>, given: Circumstances) {
  const { calendar, now, procedure } = given;
  if (stage.stage === 'supplement') {
    return { stepDueAt: dueAfter(calendar, now, procedure.supplement.answerWithin).at };
  }
  const acceptance = acceptanceAfter(stage, { from: since, to: now, reason: 'closed' }, given);
  const stepDueAt = stepDue(given, stage.stage, acceptance ? { acceptance } : {});
  return { stepDueAt, ...(acceptance && { dueAt: acceptance.dueAt }) };
}

function acceptanceAfter(
  { acceptance }: OpenDossier,
  pause: { readonly from: Circumstances['now']; readonly to: Circumstances['now']; readonly reason: string },
  given: Circumstances,
) {
  if (!acceptance) return undefined;
  const paused = { ...acceptance, pauses: [...acceptance.pauses, pause] };
  return { ...paused, dueAt: decisionDue(given, paused).at };
}
