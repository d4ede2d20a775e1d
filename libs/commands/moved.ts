import type { Calendar } from '#libs/calendar/calendar.js';
import { agendaOf } from '#libs/dossier/agenda.js';
import type { Dossier } from '#libs/dossier/state.js';
import { licenceAgenda } from '#libs/licence/agenda.js';
import type { Licence } from '#libs/licence/licence.js';
import type { Procedure } from '#libs/procedures/procedure.js';

/** What a workflow is told of its subject: the shape of `workflows/messages.ts`, which no lib may import. */
export interface MovedNews {
  readonly version: number;
  readonly stage: string;
  readonly wakeAt: string | null;
  readonly wakeFor: string | null;
}

/** Where a dossier stands and what is due next, by the first item of its agenda. */
export function dossierNews(dossier: Dossier, procedure: Procedure, calendar: Calendar): MovedNews {
  const [next] = agendaOf(dossier, procedure, calendar);
  const { version, stage } = dossier;
  return { version, stage, wakeAt: next?.at ?? null, wakeFor: next?.action ?? null };
}

export function licenceNews(licence: Licence, procedure: Procedure, calendar: Calendar): MovedNews {
  const [next] = licenceAgenda(licence, procedure, calendar);
  const { version, stage } = licence;
  return { version, stage, wakeAt: next?.at ?? null, wakeFor: next?.action ?? null };
}
