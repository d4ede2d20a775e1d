import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import type { DossierEvent } from '../events.js';
import { type Decision, type DossierRefusal, refuse } from '../refusals.js';
import type { AppraisalStage } from '../state.js';
import { dueAfter } from '../times.js';
import { objectionToBlank, objectionToWorker } from './work.js';

type Request = DossierCommands['askOpinions']['agencies'][number];

/** Agencies that the procedure names are asked in parallel, once each, every one with its own time. */
export function askOpinions(
  { agencies }: DossierCommands['askOpinions'],
  dossier: AppraisalStage,
  given: Circumstances,
): Decision {
  const objection = objectionToWorker(dossier, given.actor);
  if (objection) return objection;
  if (agencies.length === 0) return refuse('AgenciesMissing', {});
  const known = dossier.opinions.map(({ agency }) => agency);
  const events: DossierEvent[] = [];
  for (const [index, request] of agencies.entries()) {
    const asked = [...known, ...agencies.slice(0, index).map(({ agency }) => agency)];
    if (asked.includes(request.agency)) return refuse('OpinionAlreadyAsked', { agency: request.agency });
    const answer = asking(request, given);
    if ('refusal' in answer) return answer;
    events.push(answer);
  }
  return events;
}

function asking(
  { agency, question }: Request,
  { procedure, calendar, now }: Circumstances,
): DossierEvent | DossierRefusal {
  const rule = procedure.opinions.find((opinion) => opinion.agency === agency);
  if (!rule) return refuse('AgencyNotConsulted', { agency });
  const words = question === undefined ? {} : { question };
  const dueAt = dueAfter(calendar, now, rule.within).at;
  return (
    objectionToBlank(words) ?? {
      type: 'OpinionAsked',
      data: { agency, askedAt: now, dueAt, ...words },
    }
  );
}
