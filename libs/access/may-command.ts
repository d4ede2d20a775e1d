import type { DossierCommandType } from '#libs/dossier/commands.js';
import type { Dossier } from '#libs/dossier/state.js';
import type { Actor } from '#libs/event-store/commit.js';
import type { Role } from '#libs/kernel/roles.js';
import type { Channel } from '#libs/procedures/procedure.js';
import { abilityOf, may, type Subject } from './policy.js';

/**
 * Whether a person may give this command about this dossier. Before a dossier exists only the capacity counts:
 * whether it may be filed in somebody's name is `mayFileFor`.
 */
export function mayCommand(actor: Actor, type: DossierCommandType, dossier: Dossier | undefined): boolean {
  if (dossier === undefined) return abilityOf(actor).can(type, 'Dossier');
  return may(actor, type, dossierSubject(dossier));
}

export function dossierSubject(dossier: Dossier): Subject {
  return {
    kind: 'Dossier',
    applicant: dossier.applicant,
    agency: dossier.agency,
    consulted: consultedBy(dossier),
  };
}

/** Applicants file for themselves and online; what comes over the counter or by post is filed by the desk. */
export function mayFileFor(actor: Actor, applicant: string, channel: Channel): boolean {
  if (channel === 'online') return actor.roles.includes('applicant') && actor.id === applicant;
  return actor.roles.includes('oneStopClerk');
}

/** A task is worked on by its role in its agency; nobody claims, or is given, another capacity's work. */
export function mayHoldTask(actor: Actor, task: { readonly role: Role; readonly agency: string }): boolean {
  return actor.agency === task.agency && actor.roles.includes(task.role);
}

function consultedBy(dossier: Dossier): readonly string[] {
  if (dossier.stage === 'supplement') return consultedBy(dossier.resumes);
  if (dossier.stage !== 'appraisal' && dossier.stage !== 'decision') return [];
  return dossier.opinions.map((opinion) => opinion.agency);
}
