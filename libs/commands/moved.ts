import type { Calendar } from '#libs/calendar/calendar.js';
import { agendaOf } from '#libs/dossier/agenda.js';
import type { Dossier } from '#libs/dossier/state.js';
import type { Instant } from '#libs/kernel/time.js';
import { licenceAgenda } from '#libs/licence/agenda.js';
import type { Licence } from '#libs/licence/licence.js';
import type { Procedure } from '#libs/procedures/procedure.js';

/** What a workflow is told of its subject: the shape of `workflows/messages.ts`, which no lib may import. */
export interface MovedNews {
  readonly version: number;
  readonly stage: string;
  readonly wakeAt: string | null;
  readonly wakeFor: string | null;
  readonly meanwhile?: { readonly wakeAt: string; readonly wakeFor: string };
}

/** Where a dossier stands and what is due next, by the first items of its agenda. */
export function dossierNews(dossier: Dossier, procedure: Procedure, calendar: Calendar): MovedNews {
  return newsOf(dossier, agendaOf(dossier, procedure, calendar));
}

export function licenceNews(licence: Licence, procedure: Procedure, calendar: Calendar): MovedNews {
  return newsOf(licence, licenceAgenda(licence, procedure, calendar));
}

interface Due {
  readonly at: Instant;
  readonly action: string;
  readonly isMade?: true;
}

/** Beside a first thing that is to be made, and may wait for somebody outside, the first that is not is told. */
function newsOf(
  { version, stage }: { readonly version: number; readonly stage: string },
  agenda: readonly Due[],
): MovedNews {
  const [next] = agenda;
  const news = { version, stage, wakeAt: next?.at ?? null, wakeFor: next?.action ?? null };
  const other = next?.isMade
    ? agenda.find(({ isMade, action }) => !isMade && action !== next.action)
    : undefined;
  return other ? { ...news, meanwhile: { wakeAt: other.at, wakeFor: other.action } } : news;
}
