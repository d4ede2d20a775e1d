import type { Calendar } from '#libs/calendar/calendar.js';
import { sameOrPreviousWorkingDay } from '#libs/calendar/working-days.js';
import type { Signing } from '#libs/issuing/signing.js';
import type { PersonId } from '#libs/kernel/ids.js';
import type { Role } from '#libs/kernel/roles.js';
import { type Instant, type LocalDate, startOfDay } from '#libs/kernel/time.js';
import type { OfficialDocument } from './documents.js';
import { openDocuments } from './open-documents.js';
import type { Inspection } from './inspections.js';
import { isLiving, type Licence } from './licence.js';
import type { Progress } from './progress.js';
import { endOfDay, officeOpens } from './reminders.js';

type DocumentTaskKind =
  | 'approveDocument'
  | 'numberDocument'
  | 'signDocument'
  | 'sealDocument'
  | 'requestDocumentSignature'
  | 'mendDocument';
export type LicenceTaskKind = 'inspect' | 'examineReport' | DocumentTaskKind;

/** Work about a licence that waits for somebody in the office. It follows from where the licence stands. */
export interface LicenceTask {
  readonly id: string;
  readonly kind: LicenceTaskKind;
  readonly role: Role;
  readonly askedAt: Instant;
  readonly dueAt: Instant;
  readonly remindAt: Instant;
  readonly holder?: PersonId;
  /** The document it is about, where it is about one. */
  readonly document?: string;
}

/** Who appraises licences also inspects them and examines what is reported; documents go the office's way: director, records clerk. */
const roles: Readonly<Record<LicenceTaskKind, Role>> = {
  inspect: 'specialist',
  examineReport: 'specialist',
  approveDocument: 'director',
  numberDocument: 'recordsClerk',
  signDocument: 'director',
  sealDocument: 'recordsClerk',
  requestDocumentSignature: 'recordsClerk',
  mendDocument: 'recordsClerk',
};

/** All that the office has to do about a licence now. */
export function openWork(licence: Licence, calendar: Calendar): readonly LicenceTask[] {
  return [
    ...openInspections(licence).map((one) => inspectionTask(one, calendar)),
    ...openReports(licence).map((one) => reportTask(one, calendar)),
    ...openDocuments(licence).flatMap((one) => documentTask(one, calendar)),
  ];
}

/** What is to be inspected now. With the licence its inspections end. */
export function openInspections(licence: Licence): readonly Inspection[] {
  return isLiving(licence) ? licence.inspections.filter(({ closed }) => !closed) : [];
}

export function inspectionTask({ id, askedOn, dueOn, holder }: Inspection, calendar: Calendar): LicenceTask {
  const times = timesOf({ askedOn, dueOn }, calendar);
  return { id, kind: 'inspect', role: roles.inspect, ...times, ...(holder && { holder }) };
}

/** A report that lies before the office, and its days. */
export type OpenReport = Progress & Required<Pick<Progress, 'submittedOn' | 'examineBy'>>;

export function openReports(licence: Licence): readonly OpenReport[] {
  return isLiving(licence) ? licence.obligations.filter(isOpenReport) : [];
}

function isOpenReport(progress: Progress): progress is OpenReport {
  return progress.examined && progress.submittedOn !== undefined && progress.examineBy !== undefined;
}

/** Every version of a report is examined anew. */
export function reportTask(
  { id: obligation, reports, submittedOn: askedOn, examineBy: dueOn }: OpenReport,
  calendar: Calendar,
): LicenceTask {
  const id = `examine-${obligation}-${reports}`;
  return { id, kind: 'examineReport', role: roles.examineReport, ...timesOf({ askedOn, dueOn }, calendar) };
}

function documentTask(one: OfficialDocument, calendar: Calendar): readonly LicenceTask[] {
  const kind = nextStep(one);
  if (!kind) return [];
  const { id: document, orderedOn: askedOn, dueOn, approvedBy } = one;
  const task = { id: `${kind}-${document}`, kind, role: roles[kind], document };
  const holder = kind === 'signDocument' && approvedBy ? { holder: approvedBy } : {};
  return [{ ...task, ...timesOf({ askedOn, dueOn }, calendar), ...holder }];
}

/** A document that has its number is drawn by no person; people wait for it, or it waits for who takes their time to sign. */
function nextStep({ approvedBy, number, signing }: OfficialDocument): DocumentTaskKind | undefined {
  if (approvedBy === undefined) return 'approveDocument';
  if (!number) return 'numberDocument';
  return signing && signingStep(signing);
}

function signingStep({ refusedBy, hindered, awaiting }: Signing): DocumentTaskKind | undefined {
  if (refusedBy) return 'requestDocumentSignature';
  if (hindered) return 'mendDocument';
  if (!awaiting) return undefined;
  return awaiting.role === 'person' ? 'signDocument' : 'sealDocument';
}

function timesOf(
  { askedOn, dueOn }: { readonly askedOn: LocalDate; readonly dueOn: LocalDate },
  calendar: Calendar,
) {
  return {
    askedAt: startOfDay(askedOn),
    dueAt: endOfDay(dueOn),
    remindAt: officeOpens(sameOrPreviousWorkingDay(calendar, dueOn)),
  };
}
