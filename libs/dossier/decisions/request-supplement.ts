import type { Procedure } from '#libs/procedures/procedure.js';
import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import type { SupplementItem } from '../events.js';
import { type Decision, type DossierRefusal, refuse } from '../refusals.js';
import type { AppraisalStage, CompletenessStage, ReceiptStage } from '../state.js';
import { dueAfter, untilWhen } from '../times.js';
import { objectionToWorker } from './work.js';

/** Everything that is missing is asked for in one go, as often as the procedure allows, item by item with a coded deficiency. */
export function requestSupplement(
  { items }: DossierCommands['requestSupplement'],
  dossier: ReceiptStage | CompletenessStage | AppraisalStage,
  given: Circumstances,
): Decision {
  const { procedure, calendar, now } = given;
  const { maxRequests, answerWithin } = procedure.supplement;
  const objection = objectionToWorker(dossier, given.actor);
  if (objection) return objection;
  if (dossier.supplements.length >= maxRequests) return refuse('SupplementsUsedUp', { maxRequests });
  const late = lateToAsk(dossier, given);
  if (late) return late;
  if (items.length === 0) return refuse('SupplementEmpty', {});
  const unclear = firstFault(items, procedure);
  if (unclear) return unclear;
  const round = dossier.supplements.length + 1;
  const answerBy = dueAfter(calendar, now, answerWithin).at;
  return [{ type: 'SupplementRequested', data: { round, items, requestedAt: now, answerBy } }];
}

/** Decree 61/2018 Art. 19(4): a supplement is asked for within so many days of acceptance or not at all. */
function lateToAsk(
  { acceptance }: ReceiptStage | CompletenessStage | AppraisalStage,
  { procedure, calendar, now }: Circumstances,
): DossierRefusal | undefined {
  const { askWithin } = procedure.supplement;
  if (!acceptance || !askWithin) return undefined;
  const until = untilWhen(dueAfter(calendar, acceptance.acceptedAt, askWithin).at, askWithin);
  return now >= until ? refuse('TooLateToAskSupplement', { until }) : undefined;
}

function firstFault(items: readonly SupplementItem[], procedure: Procedure): DossierRefusal | undefined {
  for (const { about, deficiency, guidance } of items) {
    if (!isClear(about, procedure) || guidance.trim() === '') return refuse('SupplementItemUnclear', about);
    if (!procedure.deficiencies.some(({ code }) => code === deficiency)) {
      return refuse('DeficiencyUnknown', { code: deficiency });
    }
  }
  return undefined;
}

function isClear(about: SupplementItem['about'], { papers }: Procedure): boolean {
  return 'paper' in about ? papers.some(({ code }) => code === about.paper) : about.field.trim() !== '';
}
