import { MockActivityEnvironment } from '@temporalio/testing';
import { createLicenceActivities } from '#activities/licences.js';
import { createPaperActivities } from '#activities/papers.js';
import type { Digest, DossierId, LicenceId } from '#libs/kernel/ids.js';
import type { Licence } from '#libs/licence/licence.js';
import { printed } from '../../documents/printed.js';
import type { Payload } from './client.js';
import { carried, key, uploadPaper } from './filing.js';
import { type Licensed, workerMeans } from './licensed.js';
import type { Office } from './office.js';

/** What the holder of a licence asks for, beyond what every application about a licence says. */
export interface Wish {
  readonly procedureId: string;
  readonly papers: readonly string[];
  readonly answers: object;
  /** Only where the procedure grants for years. */
  readonly termYears?: number;
  /** Beside what a correct application says, or instead of it. */
  readonly changed?: object;
}

/** The holder has another name from now on. */
export const renaming: Wish = {
  procedureId: 'aggregated-news-amendment',
  papers: ['request', 'evidence'],
  answers: {
    changes: [
      { fact: 'holder.name', before: 'Công ty Cổ phần Truyền thông Gió Biển', after: 'Công ty Biển Xanh' },
    ],
    reason: 'Đổi tên.',
  },
};

export async function applied(
  office: Office,
  { licenceId, text }: Licensed,
  { procedureId, papers, answers, changed }: Wish,
): Promise<Payload> {
  const applicant = await office.as('demo-applicant');
  const organisation = { name: 'Công ty TNHH Tin tức Quy Nhơn', address: '12 Nguyễn Huệ, Quy Nhơn' };
  const digest = await uploadPaper(applicant, procedureId);
  return applicant.command('submitDossier', {
    idempotencyKey: key(),
    procedureId,
    channel: 'ONLINE',
    applicantKind: 'ENTERPRISE',
    answers: { organisation, licenceNumber: text, ...answers },
    papers: papers.map((code) => ({ code, digest })),
    licenceId,
    ...changed,
  });
}

/** From the desk to the number of the decision, all through the gateway. @throws when a step is refused */
export async function decided(
  office: Office,
  { procedureId, termYears }: Wish,
  from: Payload,
): Promise<Payload> {
  const clerk = await office.as('demo-clerk');
  const { procedure } = await clerk.read<{ procedure: { checklist: { code: string }[] } }>(
    `{ procedure(id: "${procedureId}") { checklist { code } } }`,
  );
  const findings = procedure.checklist.map(({ code }) => ({ item: code, met: true }));
  const draft = { kind: 'GRANT', reasons: [], ...(termYears === undefined ? {} : { termYears }) };
  return carried(office, from, [
    ['demo-clerk', 'acceptDossier'],
    ['demo-clerk', 'confirmCompleteness'],
    ['demo-specialist', 'recordAppraisal', { findings }],
    ['demo-specialist', 'proposeDecision', draft],
    ['demo-director', 'grantLicence'],
    ['demo-records', 'allocateLicenceNumber'],
  ]);
}

/** What a worker does, each act twice: as after a kill in between. */
export async function carriedOut(office: Office, { dossierId }: Payload): Promise<void> {
  const means = workerMeans(office);
  for (const _ of ['done', 'done again'])
    await createPaperActivities(means).issueCertificate({ id: dossierId });
  // What is refused is logged, which only an activity's own surroundings can.
  const surroundings = new MockActivityEnvironment();
  for (const _ of ['done', 'done again'])
    await surroundings.run(() => createLicenceActivities(means).enterLicence({ id: dossierId }));
  await means.papers.close();
}

export async function licenceNow({ backbone }: Office, { licenceId }: Licensed): Promise<Licence> {
  const read = await backbone.reader.findLicence(licenceId as LicenceId);
  if (!read) throw new Error('There is no licence');
  return read.licence;
}

/** What the paper says that the application ended in. */
export async function paperOf(office: Office, payload: Payload): Promise<string> {
  return (await printed(await fileOf(office, payload))).text;
}

/** The paper that the application ended in, as it was signed. */
export async function fileOf({ backbone }: Office, { dossierId }: Payload): Promise<Uint8Array> {
  const read = await backbone.reader.findDossier(dossierId as DossierId);
  const issued = read?.events.findLast(({ type }) => type === 'CertificateIssued');
  const digest = issued?.type === 'CertificateIssued' ? issued.data.certificate : ('' as Digest);
  return (await backbone.blobs.read(digest)) ?? new Uint8Array();
}
