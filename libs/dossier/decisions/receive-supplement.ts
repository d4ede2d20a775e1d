import type { Procedure } from '#libs/procedures/procedure.js';
import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import type { DossierEvents } from '../events.js';
import { type Decision, type DossierRefusal, refuse } from '../refusals.js';
import type { Acceptance, SupplementStage } from '../state.js';
import { decisionDue, isDecisionLate, stepDue, untilWhen } from '../times.js';
import { objectionToPapers } from './papers.js';

type Answer = DossierCommands['receiveSupplement'];

/**
 * The applicant brings everything that was asked for, in time. Decree 61/2018 Art. 19(4): where the procedure says so, the
 * limit then runs from zero; elsewhere it goes on where it stood.
 */
export function receiveSupplement(data: Answer, dossier: SupplementStage, given: Circumstances): Decision {
  const { open, resumes, applicantKind } = dossier;
  const { now: receivedAt, procedure } = given;
  const until = untilWhen(open.answerBy, procedure.supplement.answerWithin);
  if (receivedAt >= until) return refuse('SupplementTooLate', { until });
  const objection =
    objectionToPapers(data.papers, applicantKind, procedure) ?? objectionToAnswer(data, dossier, procedure);
  if (objection) return objection;
  const { papers, form, asked } = data;
  const acceptance = acceptanceAfter(dossier, given);
  const stepDueAt = stepDue(given, resumes.stage, acceptance ? { acceptance } : {});
  const event: DossierEvents['SupplementReceived'] = {
    round: open.round,
    papers,
    ...(form === undefined ? {} : { form }),
    ...(asked === undefined ? {} : { asked }),
    receivedAt,
    ...(acceptance && datesOf(acceptance)),
    stepDueAt,
  };
  return [{ type: 'SupplementReceived', data: event }];
}

/** In one go as it was asked: a part of what is missing is not an answer yet. */
function objectionToAnswer(
  { papers, form }: Answer,
  { open }: SupplementStage,
  procedure: Procedure,
): DossierRefusal | undefined {
  const brought = papers.map(({ code }) => code);
  const asked = open.items.flatMap(({ about }) => ('paper' in about ? [about.paper] : []));
  const lacking = asked.filter((code) => !standIns(code, procedure).some((other) => brought.includes(other)));
  const formNeeded = form === undefined && open.items.some(({ about }) => 'field' in about);
  if (lacking.length === 0 && !formNeeded) return undefined;
  return refuse('SupplementIncomplete', { papers: lacking, formNeeded });
}

/** The paper itself, and the others of its group of alternatives. */
function standIns(code: string, { papers }: Procedure): readonly string[] {
  const asked = papers.find((paper) => paper.code === code)?.required;
  if (asked?.kind !== 'oneOf') return [code];
  const group = papers.filter(({ required }) => required.kind === 'oneOf' && required.group === asked.group);
  return group.map((paper) => paper.code);
}

function datesOf({ dueAt, restartedAt }: Acceptance): Pick<Acceptance, 'dueAt' | 'restartedAt'> {
  return restartedAt === undefined ? { dueAt } : { dueAt, restartedAt };
}

function acceptanceAfter(
  { acceptance, open }: SupplementStage,
  given: Circumstances,
): Acceptance | undefined {
  if (!acceptance) return undefined;
  const { now, procedure } = given;
  const pause = { from: open.requestedAt, to: now, reason: 'supplement' };
  // Who asks only when the limit is over does not win a new one.
  const restarts =
    procedure.supplement.effectOnClock === 'restarts' && !isDecisionLate(given, acceptance, open.requestedAt);
  const pauses = [...acceptance.pauses, pause];
  const clock = { ...acceptance, pauses, ...(restarts ? { restartedAt: now } : {}) };
  return { ...clock, dueAt: decisionDue(given, clock).at };
}
