import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import type { DossierEvent } from '../events.js';
import { type Decision, refuse } from '../refusals.js';
import type { AppraisalStage } from '../state.js';
import { dueAfter } from '../times.js';
import { objectionToWorker } from './work.js';

/** Agencies that the procedure names are asked in parallel, each with its own time. */
export function askOpinions(
  { agencies }: DossierCommands['askOpinions'],
  dossier: AppraisalStage,
  { procedure, calendar, now, actor }: Circumstances,
): Decision {
  const objection = objectionToWorker(dossier, actor);
  if (objection) return objection;
  if (agencies.length === 0) return refuse('TextMissing', { field: 'agencies' });
  const events: DossierEvent[] = [];
  const asked = new Set(dossier.opinions.map(({ agency }) => agency));
  for (const { agency, question } of agencies) {
    const rule = procedure.opinions.find((opinion) => opinion.agency === agency);
    if (!rule) return refuse('AgencyNotConsulted', { agency });
    if (asked.has(agency)) return refuse('OpinionAlreadyAsked', { agency });
    asked.add(agency);
    const dueAt = dueAfter(calendar, now, rule.within).at;
    const words = question === undefined ? {} : { question };
    events.push({ type: 'OpinionAsked', data: { agency, askedAt: now, dueAt, ...words } });
  }
  return events;
}
