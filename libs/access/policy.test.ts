import { describe, expect, it } from '@jest/globals';
import { foresters, healthOffice } from '../../test/support/beekeeping.js';
import { giveOpinion } from '../../test/support/beekeeping-commands.js';
import { opinionAsked, standing } from '../../test/support/beekeeping-events.js';
import { dossierOf } from '../../test/support/dossier-stories.js';
import type { LicenceCommandType } from '#libs/licence/commands.js';
import type { DossierCommandType } from '#libs/dossier/commands.js';
import type { Actor } from '#libs/event-store/commit.js';
import type { AgencyId, Digest, DossierId, PersonId } from '#libs/kernel/ids.js';
import type { Role } from '#libs/kernel/roles.js';
import {
  mayAnnounceEdition,
  mayCommandDossier,
  mayCommandLicence,
  mayCommandSummary,
  mayFileFor,
  mayTakeTask,
} from './may-command.js';
import { allRoles, givenBy, isPersonCommand } from './permissions.js';
import { abilityOf, may, mayRead, type Subject } from './policy.js';
import { dossierScope, inboxScope } from './scopes.js';

const ours = 'H21.12';
const theirs = 'H21.99';
const roles = Object.keys(allRoles) as Role[];
const commands = Object.keys(givenBy) as DossierCommandType[];

const person = (role: string, agency?: string): Actor =>
  agency === undefined ? { id: `p-${role}`, roles: [role] } : { id: `p-${role}`, roles: [role], agency };

/** A dossier that belongs to everybody in turn: the actor's own, in the actor's agency, asked of it. */
const related = (actor: Actor): Subject => ({
  kind: 'Dossier',
  applicant: actor.id,
  agency: ours,
  consulted: [ours],
});
const foreign: Subject = { kind: 'Dossier', applicant: 'somebody', agency: theirs, consulted: ['H21.98'] };

describe('role × command', () => {
  it.each(roles)('%s gives exactly the commands of the table, and none about a foreign dossier', (role) => {
    const actor = person(role, ours);
    const granted = commands.filter((type) => (givenBy[type] as readonly Role[]).includes(role));
    expect(commands.filter((type) => may(actor, type, related(actor)))).toStrictEqual(granted);
    const beyond = commands.filter((type) => may(actor, type, foreign));
    expect(beyond).toStrictEqual(role === 'system' ? granted : []);
  });

  it('gives an auditor and an administrator no command at all', () => {
    for (const role of ['auditor', 'administrator']) {
      expect(commands.filter((type) => may(person(role, ours), type, related(person(role))))).toStrictEqual(
        [],
      );
    }
  });

  it('keeps what time does apart from what people do', () => {
    for (const type of commands) {
      const byPeople = (givenBy[type] as readonly Role[]).some((role) => role !== 'system');
      expect(isPersonCommand(type)).toBe(byPeople);
    }
  });

  it('knows nothing of an invented role, or of an officer without an agency', () => {
    expect(abilityOf(person('emperor', ours)).can('read', 'Dossier')).toBe(false);
    expect(abilityOf(person('director')).can('grantLicence', 'Dossier')).toBe(false);
  });
});

describe('what may be seen', () => {
  const dossiers: readonly Subject[] = [
    { kind: 'Dossier', applicant: 'p-applicant', agency: ours, consulted: [] },
    { kind: 'Dossier', applicant: 'other', agency: ours, consulted: [theirs] },
    { kind: 'Dossier', applicant: 'other', agency: theirs, consulted: [ours] },
    { kind: 'Dossier', applicant: 'other', agency: theirs, consulted: [] },
  ];

  it.each(roles)('a list of %s shows exactly the dossiers that may be read one by one', (role) => {
    const actor = person(role, ours);
    const scope = dossierScope(actor);
    const listed = dossiers.filter(
      (dossier) =>
        scope.all ||
        (scope.applicant !== undefined && scope.applicant === dossier.applicant) ||
        (scope.agency !== undefined && scope.agency === dossier.agency) ||
        (scope.consultedAgency !== undefined && dossier.consulted?.includes(scope.consultedAgency)),
    );
    expect(listed).toStrictEqual(dossiers.filter((dossier) => mayRead(actor, dossier)));
  });

  it('shows an upload to who brought it and to auditors', () => {
    const upload: Subject = { kind: 'Upload', uploadedBy: 'p-applicant' };
    expect(roles.filter((role) => mayRead(person(role, ours), upload))).toStrictEqual([
      'applicant',
      'auditor',
      'system',
    ]);
  });

  it('keeps the inside of the office from applicants and consulted agencies', () => {
    const inside: Subject = {
      kind: 'Deliberation',
      applicant: 'p-applicant',
      agency: ours,
      consulted: [ours],
    };
    expect(roles.filter((role) => mayRead(person(role, ours), inside))).toStrictEqual([
      'oneStopClerk',
      'specialist',
      'headOfDivision',
      'director',
      'recordsClerk',
      'auditor',
      'system',
    ]);
    const foreigners = roles.filter((role) => mayRead(person(role, theirs), inside));
    expect(foreigners).toStrictEqual(['auditor', 'system']);
  });

  it('opens inboxes to officers and consulted agencies of an agency', () => {
    expect(inboxScope(person('specialist', ours))).toStrictEqual({
      person: 'p-specialist',
      all: false,
      roles: ['specialist'],
      agency: ours,
    });
    expect(inboxScope(person('specialist')).roles).toStrictEqual([]);
    expect(inboxScope(person('applicant', ours)).roles).toStrictEqual([]);
    expect(inboxScope(person('auditor')).all).toBe(true);
  });
});

describe('what a command itself says', () => {
  const filing = (applicant: string) =>
    ({
      type: 'submitDossier',
      data: {
        dossierId: 'd' as DossierId,
        procedureId: 'beekeeping',
        channel: 'online',
        applicant: applicant as PersonId,
        applicantKind: 'enterprise',
        form: '' as Digest,
        papers: [],
        trackingSecret: '' as Digest,
      },
    }) as const;

  it('does not let anybody file online in the name of another', () => {
    expect(mayCommandDossier(person('applicant'), filing('p-applicant'), undefined)).toBe(true);
    expect(mayCommandDossier(person('applicant'), filing('p-other'), undefined)).toBe(false);
    expect(mayCommandDossier(person('director', ours), filing('p-director'), undefined)).toBe(false);
  });

  it('lets an agency answer for itself alone, also where others were asked too', () => {
    const asked = [opinionAsked(), opinionAsked({ agency: healthOffice })];
    const dossier = dossierOf(standing.appraisal, asked);
    const answers = (agency: AgencyId) =>
      mayCommandDossier(person('consultedAgency', foresters), giveOpinion({ agency }).command, dossier);
    expect([answers(foresters), answers(healthOffice)]).toStrictEqual([true, false]);
  });

  it('lets an officer take and close inspections in their own name alone', () => {
    const licence = { holder: 'p-applicant' as PersonId, agency: ours as AgencyId };
    const claims = (inspector: string) =>
      mayCommandLicence(
        person('specialist', ours),
        { type: 'claimInspection', data: { inspector } },
        licence,
      );
    expect([claims('p-specialist'), claims('p-other')]).toStrictEqual([true, false]);
  });

  it('leaves days off to whoever runs the calendars', () => {
    const announcing = roles.filter((role) => mayAnnounceEdition(person(role, ours)));
    expect(announcing).toStrictEqual(['administrator']);
  });

  it('leaves to time what a licence undergoes in time', () => {
    const licence = { holder: 'p-applicant' as PersonId, agency: ours as AgencyId };
    const may = (type: LicenceCommandType, agency = ours) =>
      roles.filter((role) => mayCommandLicence(person(role, agency), { type }, licence));
    expect(may('expireLicence')).toStrictEqual(['system']);
    expect(may('openLicence')).toStrictEqual(['system']);
    expect(may('suspendLicence')).toStrictEqual(['director']);
    expect(may('suspendLicence', theirs)).toStrictEqual([]);
  });

  it('lets a holder report under their own licence alone', () => {
    const mine = { holder: 'p-applicant' as PersonId, agency: ours as AgencyId };
    const report = { type: 'submitReport' } as const;
    expect(mayCommandLicence(person('applicant'), report, mine)).toBe(true);
    expect(mayCommandLicence(person('applicant'), report, { ...mine, holder: 'p-other' as PersonId })).toBe(
      false,
    );
  });
});

describe('filing and holding', () => {
  it('lets applicants file online for themselves, and the desk the rest', () => {
    expect(mayFileFor(person('applicant'), 'p-applicant', 'online')).toBe(true);
    expect(mayFileFor(person('applicant'), 'another', 'online')).toBe(false);
    expect(mayFileFor(person('applicant'), 'p-applicant', 'counter')).toBe(false);
    expect(mayFileFor(person('oneStopClerk', ours), 'another', 'post')).toBe(true);
    expect(mayFileFor(person('oneStopClerk', ours), 'another', 'online')).toBe(false);
  });

  it('lets officers of the department alone say that its summary was sent, each by the capacity for it', () => {
    const about = { agency: ours as AgencyId, period: '2026-H1', addressee: 'ministry' } as const;
    const withdrawing = { type: 'withdrawSummarySending', data: { ...about, reason: 'r' } } as const;
    const allowed = (agency: string | undefined) =>
      roles.filter((role) => mayCommandSummary(person(role, agency), withdrawing));
    expect(allowed(ours)).toStrictEqual(['specialist', 'headOfDivision', 'recordsClerk']);
    expect([...allowed(theirs), ...allowed(undefined)]).toStrictEqual([]);
  });

  it('gives a task only to its role, and an opinion only to the agency that was asked', () => {
    expect(mayTakeTask(person('director', ours), 'approve-1')).toBe(true);
    expect(mayTakeTask(person('recordsClerk', ours), 'approve-1')).toBe(false);
    expect(mayTakeTask(person('consultedAgency', ours), `giveOpinion-${ours}-1`)).toBe(true);
    expect(mayTakeTask(person('consultedAgency', theirs), `giveOpinion-${ours}-1`)).toBe(false);
    expect(mayTakeTask(person('director', ours), 'unheard-of-1')).toBe(true);
  });
});
