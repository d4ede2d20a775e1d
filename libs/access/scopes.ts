import type { Actor } from '#libs/event-store/commit.js';
import type { Role } from '#libs/kernel/roles.js';
import { agencyRoles, isRole } from './permissions.js';

/** Which dossiers and licences a list may show: all, or those for which any one of the ways holds. */
export type DossierScope =
  | { readonly all: true }
  | {
      readonly all: false;
      readonly applicant?: string;
      readonly agency?: string;
      readonly consultedAgency?: string;
    };

/** Which tasks an inbox may show. Without roles it is empty. */
export interface InboxScope {
  readonly person: string;
  /** Tasks of every agency and role: auditors see all and hold none. */
  readonly all: boolean;
  readonly agency?: string;
  readonly roles: readonly Role[];
}

/** The same rule as `mayRead` on each dossier, as a filter: tested against each other. */
export function dossierScope(actor: Actor): DossierScope {
  if (actor.roles.includes('auditor') || actor.roles.includes('system')) return { all: true };
  const scope: { applicant?: string; agency?: string; consultedAgency?: string } = {};
  if (actor.roles.includes('applicant')) scope.applicant = actor.id;
  if (actor.agency !== undefined && actor.roles.some((role) => isAgencyRole(role)))
    scope.agency = actor.agency;
  if (actor.agency !== undefined && actor.roles.includes('consultedAgency'))
    scope.consultedAgency = actor.agency;
  return { all: false, ...scope };
}

export function inboxScope(actor: Actor): InboxScope {
  const roles = actor.roles.filter(isRole).filter((role) => isAgencyRole(role) || role === 'consultedAgency');
  const scope = { person: actor.id, all: actor.roles.includes('auditor'), roles };
  return actor.agency === undefined ? { ...scope, roles: [] } : { ...scope, agency: actor.agency };
}

function isAgencyRole(role: string): boolean {
  return (agencyRoles as readonly string[]).includes(role);
}
