import { type Appraised, exampleAnswers, PROCEDURE, uploadPaper } from './filing.js';
import type { Office } from './office.js';
import type { Known } from './samples.js';

/** What people do with their own notifications: no commands, nothing of it is in the log. */
export const ownMutations = [
  'markNotificationsRead',
  'setNotificationPreference',
  'makeCalendarAddress',
  'revokeCalendarAddress',
];

/** A version that no dossier of these tests has: a command that is right in all else is refused for it. */
const NEVER = 999;

/** Values by which every operation is about this dossier and says nothing wrong, but for a version that was never seen. */
export async function knownOf(office: Office, dossier: Appraised): Promise<Known> {
  return {
    dossierId: dossier.dossierId,
    id: dossier.dossierId,
    code: 'application',
    procedureId: PROCEDURE,
    idempotencyKey: 'the-key-of-the-walk',
    expectedVersion: NEVER,
    atLeastPosition: dossier.position,
    digest: await uploadedByAll(office),
    report: 'a'.repeat(64),
    answers: await exampleAnswers(),
    applicant: 'demo-applicant',
    task: 'handOver-1',
    item: 'domainNames',
    paper: 'application',
    deficiency: 'unclear',
    version: '2024-12-25',
    channel: 'ONLINE',
    applicantKind: 'ENTERPRISE',
    to: 'demo-specialist',
    agency: 'H21.01',
    secret: 'AAAA-AAAA-AAAA-AAAA',
    number: '1/GP-TTĐT',
    violation: 'slander',
    fact: 'site.domain',
    inspection: 'inspect-annualReport-2027-01-14',
    document: 'suspension-1',
    periodName: String(new Date().getUTCFullYear()),
    // One of two, never both.
    remedy: undefined,
    // A report on demand is about no year.
    period: undefined,
    // What only a list gives, and what stands in place of `paper`.
    after: undefined,
    field: undefined,
  };
}

/** The same paper in the hands of everybody whose command encloses one. */
async function uploadedByAll(office: Office): Promise<string> {
  for (const officer of ['demo-director', 'demo-specialist', 'demo-records'])
    await uploadPaper(await office.as(officer), 'a paper');
  return uploadPaper(await office.as('demo-applicant'), 'a paper');
}
