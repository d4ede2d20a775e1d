import { AbilityBuilder, createMongoAbility, subject as asSubject, type MongoAbility } from '@casl/ability';
import type { DossierCommandType } from '#libs/dossier/commands.js';
import type { Actor } from '#libs/event-store/commit.js';
import type { Role } from '#libs/kernel/roles.js';
import type { LicenceCommandType } from '#libs/licence/commands.js';
import type { SummaryCommandType } from '#libs/summary-duties/commands.js';
import { givenBy, isRole, licenceGivenBy, summaryGivenBy } from './permissions.js';

/** What the policy asks of a dossier, a licence or a paper: whose it is, who decides, who was asked. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly applicant?: string;
  readonly agency?: string;
  /** Agencies whose opinion was asked. */
  readonly consulted?: readonly string[];
  /** Who brought a paper that belongs to no dossier yet. */
  readonly uploadedBy?: string;
}

/** `Deliberation`: what the office thinks and does about a dossier before it decides. */
export type SubjectKind = 'Dossier' | 'Deliberation' | 'Licence' | 'Upload' | 'Installation' | 'Summary';
export type Action = DossierCommandType | LicenceCommandType | SummaryCommandType | 'read' | 'manage';
export type Ability = MongoAbility;

type Grant = AbilityBuilder<Ability>['can'];

const dossierCommands = Object.keys(givenBy) as readonly DossierCommandType[];

function commandsOf(role: Role): readonly DossierCommandType[] {
  return dossierCommands.filter((type) => (givenBy[type] as readonly Role[]).includes(role));
}

const licenceCommands = Object.keys(licenceGivenBy) as readonly LicenceCommandType[];

function actsOf(role: Role): readonly LicenceCommandType[] {
  return licenceCommands.filter((type) => (licenceGivenBy[type] as readonly Role[]).includes(role));
}

const summaryCommands = Object.keys(summaryGivenBy) as readonly SummaryCommandType[];

function sendingsBy(role: Role): readonly SummaryCommandType[] {
  return summaryCommands.filter((type) => (summaryGivenBy[type] as readonly Role[]).includes(role));
}

/** Nobody sees or does what is not granted here: an applicant acts on their own, an officer in their agency. */
const grants: Record<Role, (can: Grant, actor: Actor) => void> = {
  applicant: (can, actor) => {
    can([...commandsOf('applicant'), 'read'], 'Dossier', { applicant: actor.id });
    can([...actsOf('applicant'), 'read'], 'Licence', { applicant: actor.id });
  },
  oneStopClerk: officerIn('oneStopClerk'),
  specialist: officerIn('specialist'),
  headOfDivision: officerIn('headOfDivision'),
  director: officerIn('director'),
  recordsClerk: officerIn('recordsClerk'),
  consultedAgency: (can, actor) => {
    if (actor.agency === undefined) return;
    can([...commandsOf('consultedAgency'), 'read'], 'Dossier', { consulted: actor.agency });
  },
  auditor: (can) => {
    can('read', ['Dossier', 'Deliberation', 'Licence', 'Upload', 'Installation', 'Summary']);
  },
  administrator: (can) => {
    can(['read', 'manage'], 'Installation');
  },
  system: (can) => {
    can([...commandsOf('system'), 'read'], ['Dossier', 'Deliberation', 'Upload']);
    can([...actsOf('system'), 'read'], 'Licence');
  },
};

function officerIn(role: Role): (can: Grant, actor: Actor) => void {
  return (can, actor) => {
    if (actor.agency === undefined) return;
    can([...commandsOf(role), 'read'], 'Dossier', { agency: actor.agency });
    can('read', 'Deliberation', { agency: actor.agency });
    can([...actsOf(role), 'read'], 'Licence', { agency: actor.agency });
    can([...sendingsBy(role), 'read'], 'Summary', { agency: actor.agency });
  };
}

const abilities = new WeakMap<Actor, Ability>();

/** The whole policy for one person. Roles that nobody knows grant nothing. */
export function abilityOf(actor: Actor): Ability {
  const known = abilities.get(actor);
  if (known !== undefined) return known;
  const { can, build } = new AbilityBuilder<Ability>(createMongoAbility);
  for (const role of actor.roles) if (isRole(role)) grants[role](can, actor);
  can(['read'], 'Upload', { uploadedBy: actor.id });
  const ability = build();
  abilities.set(actor, ability);
  return ability;
}

export function may(actor: Actor, action: Action, subject: Subject): boolean {
  return abilityOf(actor).can(action, asSubject(subject.kind, { ...subject }));
}

export function mayRead(actor: Actor, subject: Subject): boolean {
  return may(actor, 'read', subject);
}
