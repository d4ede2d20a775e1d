import type { DossierCommand, DossierCommandType } from '#libs/dossier/commands.js';
import type { Dossier } from '#libs/dossier/state.js';
import type { TaskKind } from '#libs/dossier/tasks.js';
import type { Actor } from '#libs/event-store/commit.js';
import type { LicenceCommand } from '#libs/licence/commands.js';
import type { Licence } from '#libs/licence/licence.js';
import type { Channel } from '#libs/procedures/procedure.js';
import type { SummaryCommand } from '#libs/summary-duties/commands.js';
import { heldBy } from './permissions.js';
import { abilityOf, may, type Subject } from './policy.js';

/**
 * Whether a person may give this command about this dossier. Before a dossier exists only the capacity counts:
 * whether it may be filed in somebody's name is `mayFileFor`.
 */
function mayCommand(actor: Actor, type: DossierCommandType, dossier: Dossier | undefined): boolean {
  if (dossier === undefined) return abilityOf(actor).can(type, 'Dossier');
  return may(actor, type, dossierSubject(dossier));
}

/** The question asked before every command about a dossier is decided, also of what the command itself says. */
export function mayCommandDossier(
  actor: Actor,
  command: DossierCommand,
  dossier: Dossier | undefined,
): boolean {
  if (!mayCommand(actor, command.type, dossier)) return false;
  switch (command.type) {
    case 'submitDossier':
      return mayFileFor(actor, command.data.applicant, command.data.channel);
    case 'giveOpinion':
      return command.data.agency === actor.agency;
    case 'claimTask':
      return mayTakeTask(actor, command.data.task);
    default:
      return true;
  }
}

/** Holders act on their own licences, officers on those their agency issued; what time does, nobody else may. */
export function mayCommandLicence(
  actor: Actor,
  { type, data = {} }: { readonly type: LicenceCommand['type']; readonly data?: object },
  licence: Pick<Licence, 'holder' | 'agency'> | undefined,
): boolean {
  // Nobody acts in another's name.
  if ('inspector' in data && data.inspector !== actor.id) return false;
  if (licence === undefined) return abilityOf(actor).can(type, 'Licence');
  return may(actor, type, { kind: 'Licence', applicant: licence.holder, agency: licence.agency });
}

/** What a department owes is sent, and said to be sent, by its own officers. */
export function mayCommandSummary(actor: Actor, { type, data: { agency } }: SummaryCommand): boolean {
  return may(actor, type, { kind: 'Summary', agency });
}

/** Which days are worked is announced by whoever runs the calendars of the authority. */
export function mayAnnounceEdition(actor: Actor): boolean {
  return actor.roles.includes('administrator');
}

function dossierSubject(dossier: Dossier): Subject {
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

/**
 * A task is taken by its role in its agency; nobody claims another capacity's work. Its kind stands before the first dash of its id,
 * and an opinion's agency behind it. A task of no known kind is left to the domain, which knows no such task.
 */
export function mayTakeTask(actor: Actor, task: string): boolean {
  const [kind = ''] = task.split('-', 1);
  if (!Object.hasOwn(heldBy, kind)) return true;
  if (kind === 'giveOpinion' && !task.startsWith(`giveOpinion-${actor.agency}-`)) return false;
  return actor.roles.includes(heldBy[kind as TaskKind]);
}

function consultedBy(dossier: Dossier): readonly string[] {
  if (dossier.stage === 'supplement') return consultedBy(dossier.resumes);
  if (dossier.stage !== 'appraisal' && dossier.stage !== 'decision') return [];
  return dossier.opinions.map((opinion) => opinion.agency);
}
