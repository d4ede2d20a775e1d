import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import type { DossierEvents } from '../events.js';
import { type Decision, refuse } from '../refusals.js';
import type { SupplementStage } from '../state.js';
import { decisionQuestion, dueOf, stepDue } from '../times.js';

/**
 * The applicant brings everything that was asked for. Decree 61/2018 Art. 19(4): where the procedure says so, the
 * limit then runs from zero; elsewhere it goes on where it stood.
 */
export function receiveSupplement(
  data: DossierCommands['receiveSupplement'],
  dossier: SupplementStage,
  given: Circumstances,
): Decision {
  const { papers, form } = data;
  const known = given.procedure.papers.map(({ code }) => code);
  const unknown = papers.find(({ code }) => !known.includes(code));
  if (unknown) return refuse('PaperUnknown', { paper: unknown.code });
  const asked = dossier.open.items.flatMap(({ about }) => ('paper' in about ? [about.paper] : []));
  const lacking = asked.filter((code) => !papers.some((paper) => paper.code === code));
  const formNeeded = form === undefined && dossier.open.items.some(({ about }) => 'field' in about);
  if (lacking.length > 0 || formNeeded)
    return refuse('SupplementIncomplete', { papers: lacking, formNeeded });
  const { round } = dossier.open;
  const received = { round, papers, receivedAt: given.now, stepDueAt: stepDue(given, dossier.resumes.stage) };
  const event: DossierEvents['SupplementReceived'] = {
    ...received,
    ...(form === undefined ? {} : { form }),
    ...newDate(dossier, given),
  };
  return [{ type: 'SupplementReceived', data: event }];
}

function newDate(
  dossier: SupplementStage,
  { procedure, calendar, now }: Circumstances,
): Pick<DossierEvents['SupplementReceived'], 'dueAt'> {
  const { acceptance } = dossier;
  if (!acceptance) return {};
  const rounds = dossier.supplements.map((round) =>
    round.round === dossier.open.round ? { ...round, receivedAt: now } : round,
  );
  return { dueAt: dueOf(calendar, decisionQuestion(procedure, acceptance, rounds)).at };
}
