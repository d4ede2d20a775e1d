import { foldDossier } from '#libs/dossier/dossier.js';
import type { DossierEvent } from '#libs/dossier/events.js';
import type { Dossier, DossierState } from '#libs/dossier/state.js';
import type { Commit } from '#libs/event-store/commit.js';
import type { Instant } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { fromStored } from './stored-events.js';

/** What one command did. */
export interface Move {
  readonly position: number;
  readonly at: Instant;
  /** Id of who acted. */
  readonly by: string;
  readonly events: readonly DossierEvent[];
  readonly before: DossierState;
  readonly after: Dossier;
}

/** A dossier as the log told it up to a position. */
export interface DossierCourse {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly moves: readonly Move[];
  /** The last commit that was seen. */
  readonly position: number;
  readonly changedAt: Instant;
  /** Hash of that commit. */
  readonly h: string;
}

type Told = Pick<Commit, 'position' | 'h' | 'recordedAt' | 'effectiveAt' | 'actor' | 'events'>;

/** Who took the dossier in for the desk; its applicant where nobody did. */
export function acceptedBy({ moves, dossier }: Pick<DossierCourse, 'moves' | 'dossier'>): string {
  const accepted = moves.find(({ events }) => events.some(({ type }) => type === 'DossierAccepted'));
  return accepted?.by ?? dossier.applicant;
}

/** Undefined where the log tells nothing yet. */
export function courseOf(
  commits: readonly Told[],
  procedureOf: (dossier: Dossier) => Procedure | undefined,
): DossierCourse | undefined {
  const moves: Move[] = [];
  const past: DossierEvent[] = [];
  for (const commit of commits) {
    const before = foldDossier(past);
    const events = commit.events.map((event) => fromStored<DossierEvent>(event));
    past.push(...events);
    const after = foldDossier(past);
    const at = commit.effectiveAt ?? commit.recordedAt;
    if (after) moves.push({ position: commit.position, at, by: commit.actor.id, events, before, after });
  }
  const dossier = moves.at(-1)?.after;
  const last = commits.at(-1);
  const procedure = dossier && procedureOf(dossier);
  if (!procedure || !last) return undefined;
  return { dossier, procedure, moves, position: last.position, changedAt: last.recordedAt, h: last.h };
}
