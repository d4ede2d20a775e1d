import type { OpenTask } from '#libs/dossier/tasks.js';
import type { AgencyId, PersonId } from '#libs/kernel/ids.js';
import { localDateOf, shownDate } from '#libs/kernel/time.js';
import type { Role } from '#libs/kernel/roles.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import { openWork } from '#libs/licence/work.js';
import type { Change, DossierChange, LicenceChange } from '#libs/projections/change.js';
import { type Audience, type Concern, concerns } from './concern.js';
import type { Notice } from './notice.js';
import { saidOfLicence } from './said-of-licence.js';

/** Who works where: asked for teams. */
export interface Directory {
  listTeam(agency: AgencyId, role: Role): Promise<readonly PersonId[]>;
}

type AnyEvent = Change['events'][number];

interface Told {
  readonly change: Change;
  readonly event: AnyEvent;
  readonly concern: Concern;
}

/** Everything a commit tells anybody. Read again it says the same, to whoever is in the team by then. */
export async function noticesOf(change: Change, directory: Directory): Promise<readonly Notice[]> {
  const notices: Notice[] = [];
  for (const [index, event] of change.events.entries()) {
    const key = `${change.commit.stream}@${change.commit.n}.${index}`;
    if (isToldByTheEnd(event, change)) continue;
    for (const concern of concerns[event.type]) {
      const told = { change, event, concern };
      const people = await peopleOf(told, directory);
      notices.push(...people.map((person) => noticeOf(key, person, told)));
    }
  }
  return notices;
}

/** The suspension that revokes is told by the revocation alone: nobody reads until when a licence is suspended that there is no more. */
function isToldByTheEnd({ type }: AnyEvent, { events }: Change): boolean {
  return type === 'LicenceSuspended' && events.some((event) => event.type === 'LicenceRevoked');
}

function noticeOf(key: string, person: PersonId, told: Told): Notice {
  const { change, event, concern } = told;
  const { kind, statutory } = concern;
  const due = dueOf(event);
  return {
    event: key,
    person,
    kind,
    statutory,
    about: `${change.commit.stream} ${kind} ${aboutOf(event)}`.trim(),
    agency: agencyOf(change),
    ...referenceOf(change),
    at: change.commit.recordedAt,
    ...(due === undefined ? {} : { due }),
    ...saidBy(told),
  };
}

function saidBy({ change, event }: Told): Partial<Notice> {
  if (change.subject === 'dossier') return saidOfDossier(event);
  const { after, procedure, calendar } = change;
  return saidOfLicence({ licence: after.licence, procedure, calendar }, event as LicenceEvent);
}

/** The authority to which a dossier was sent on decides either way. */
function saidOfDossier({ type, data }: AnyEvent): Partial<Notice> {
  return type === 'ForwardingAnswered' && data.answer === 'refused' ? { kind: 'forwardingRefused' } : {};
}

async function peopleOf(told: Told, directory: Directory): Promise<readonly PersonId[]> {
  const { to } = told.concern;
  if (typeof to === 'object') return directory.listTeam(teamAgency(told), to.team);
  return to === 'officer'
    ? officersOf(told, directory)
    : [personOf(to, told)].filter((one) => one !== undefined);
}

function personOf(to: Exclude<Audience, object | 'officer'>, { change, event }: Told): PersonId | undefined {
  if (to === 'assigned') return 'to' in event.data ? (event.data.to as PersonId) : undefined;
  return change.subject === 'dossier' ? change.after.dossier.applicant : change.after.licence.holder;
}

/** Who holds the task hears; while nobody does, all who could take it. */
async function officersOf({ change, event }: Told, directory: Directory): Promise<readonly PersonId[]> {
  const task = change.subject === 'dossier' ? dossierTask(change, event) : licenceTask(change, event);
  if (!task) return [];
  return task.holder === undefined ? directory.listTeam(agencyOf(change, task), task.role) : [task.holder];
}

type Task = Pick<OpenTask, 'role'> & Partial<Pick<OpenTask, 'holder' | 'agency'>>;

function dossierTask(change: DossierChange, { data }: AnyEvent): Task | undefined {
  if (!('task' in data)) return undefined;
  const { task } = data;
  const holder = change.after.dossier.holders[task];
  const open = change.after.tasks().find(({ id }) => id === task);
  return open && { ...open, ...(holder && { holder }) };
}

/** The task that an event names, or that a document waits for since then. */
function licenceTask({ after, calendar }: LicenceChange, { data }: AnyEvent): Task | undefined {
  return openWork(after.licence, calendar).find(({ id, document }) =>
    'task' in data ? data.task === id : 'document' in data && data.document === document,
  );
}

function teamAgency({ change, event }: Told): AgencyId {
  const isAsked = event.type === 'OpinionAsked' || event.type === 'OpinionOverdueNoted';
  return isAsked ? event.data.agency : agencyOf(change);
}

function agencyOf(change: Change, task?: Pick<Task, 'agency'>): AgencyId {
  if (task?.agency !== undefined) return task.agency;
  return change.subject === 'dossier' ? change.after.dossier.agency : change.after.licence.agency;
}

/** An id says nothing to anybody: before it has a code a dossier is called by what was filed, and when. */
function referenceOf(change: Change): Pick<Notice, 'reference' | 'called'> {
  if (change.subject === 'licence') return { reference: change.after.licence.text };
  const { dossier } = change.after;
  const code = dossier.acceptance?.code;
  if (code !== undefined) return { reference: code };
  const { vi, en } = change.procedure.name;
  const day = shownDate(localDateOf(dossier.receivedAt));
  const called = { vi: `“${vi}” nộp ngày ${day}`, en: `“${en}” filed on ${day}` };
  return { reference: called.vi, called };
}

const DATES = [
  'decidedOn',
  'dueOn',
  'expiresOn',
  'expiredOn',
  'answerBy',
  'appointedOn',
  'dueAt',
  'until',
  'appealUntil',
  'acceptBy',
  'handOverBy',
];

function dueOf({ data }: AnyEvent): string | undefined {
  const said: Readonly<Record<string, unknown>> = { ...data };
  const name = DATES.find((date) => typeof said[date] === 'string');
  return name === undefined ? undefined : String(said[name]);
}

/** Reminders of one duty, task or deadline are one thing, however often they come. */
function aboutOf({ data }: AnyEvent): string {
  const said: Readonly<Record<string, unknown>> = { ...data };
  return ['obligation', 'document', 'dueOn', 'task', 'round', 'agency']
    .flatMap((name) => (name in said ? [String(said[name])] : []))
    .join(' ');
}
