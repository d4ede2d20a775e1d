import type { DossierEvent } from './events.js';
import { submitted } from './evolve/filing.js';
import { evolvers } from './evolve/evolvers.js';
import type { Dossier, DossierState } from './state.js';

/** The state after one more fact. Believes the past: what is in the log happened. */
export function evolve(state: DossierState, event: DossierEvent): DossierState {
  const next = event.type === 'DossierSubmitted' ? submitted(event.data) : state && evolved(state, event);
  return next && { ...next, version: (state?.version ?? 0) + 1 };
}

export function foldDossier(events: readonly DossierEvent[]): DossierState {
  return events.reduce<DossierState>(evolve, undefined);
}

function evolved(dossier: Dossier, event: Exclude<DossierEvent, { type: 'DossierSubmitted' }>): Dossier {
  const step = evolvers[event.type] as (dossier: Dossier, data: typeof event.data) => Dossier;
  return step(dossier, event.data);
}
