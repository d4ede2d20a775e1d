import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createLicenceActivities } from '#activities/licences.js';
import { createPaperActivities } from '#activities/papers.js';
import type { Digest, LicenceId } from '#libs/kernel/ids.js';
import type { Payload } from './support/client.js';
import { carried, key, underAppraisal, uploadPaper } from './support/filing.js';
import { licensed, type Licensed, workerMeans } from './support/licensed.js';
import { type Office, openOffice } from './support/office.js';
import { printed } from '../documents/printed.js';

const PROCEDURE = 'aggregated-news-extension';
let office: Office;
let granted: Licensed;

beforeAll(async () => {
  office = await openOffice();
  granted = await licensed(office, await underAppraisal(office));
});
afterAll(() => office.close());

async function filed(person = 'demo-applicant', changed: object = {}): Promise<Payload> {
  const applicant = await office.as(person);
  const organisation = { name: 'Công ty TNHH Tin tức Quy Nhơn', address: '12 Nguyễn Huệ, Quy Nhơn' };
  return applicant.command('submitDossier', {
    idempotencyKey: key(),
    procedureId: PROCEDURE,
    channel: 'ONLINE',
    applicantKind: 'ENTERPRISE',
    answers: { organisation, licenceNumber: granted.text, years: 2, reason: 'Tiếp tục hoạt động.' },
    papers: [{ code: 'request', digest: await uploadPaper(applicant, 'a request') }],
    licenceId: granted.licenceId,
    ...changed,
  });
}

/** From the desk to the number of the decision, all through the gateway. */
async function decided(from: Payload): Promise<Payload> {
  const clerk = await office.as('demo-clerk');
  const { procedure } = await clerk.read<{ procedure: { checklist: { code: string }[] } }>(
    `{ procedure(id: "${PROCEDURE}") { checklist { code } } }`,
  );
  const findings = procedure.checklist.map(({ code }) => ({ item: code, met: true }));
  return carried(office, from, [
    ['demo-clerk', 'acceptDossier'],
    ['demo-clerk', 'confirmCompleteness'],
    ['demo-specialist', 'recordAppraisal', { findings }],
    ['demo-specialist', 'proposeDecision', { kind: 'GRANT', termYears: 2, reasons: [] }],
    ['demo-director', 'grantLicence'],
    ['demo-records', 'allocateLicenceNumber'],
  ]);
}

/** What a worker does, each act twice: as after a kill in between. */
async function carriedOut({ dossierId }: Payload): Promise<void> {
  const means = workerMeans(office);
  for (const _ of ['done', 'done again'])
    await createPaperActivities(means).issueCertificate({ id: dossierId });
  for (const _ of ['done', 'done again'])
    await createLicenceActivities(means).enterLicence({ id: dossierId });
  await means.papers.close();
}

const licence = async () => {
  const read = await office.backbone.reader.findLicence(granted.licenceId as LicenceId);
  if (!read) throw new Error('There is no licence');
  return read.licence;
};

it('says no by name to who names no licence, or that of another', async () => {
  const names = [
    await filed('demo-applicant', { licenceId: null }),
    await filed('demo-applicant', { licenceId: 'no-such-licence' }),
    await filed('demo-applicant', { procedureId: 'aggregated-news-licence' }),
  ].map(({ refusal }) => refusal?.name);
  expect(names).toStrictEqual(['LicenceNotNamed', 'NotHolderOfLicence', 'FormAnswersRejected']);
});

it('extends the licence there is by what was granted, once, and draws the decision', async () => {
  const before = await licence();
  const last = await decided(await filed());
  await carriedOut(last);
  const after = await licence();
  expect([after.extensions, after.version]).toStrictEqual([1, before.version + 1]);
  const year = Number(before.expiresOn.slice(0, 4)) + 2;
  expect(after.expiresOn).toMatch(new RegExp(`^${year}-`, 'u'));

  const read = await office.backbone.reader.findDossier(last.dossierId as never);
  const paper = read?.events.findLast(({ type }) => type === 'CertificateIssued');
  const digest = paper?.type === 'CertificateIssued' ? paper.data.certificate : ('' as Digest);
  const bytes = await office.backbone.blobs.read(digest);
  const { text } = await printed(bytes ?? new Uint8Array());
  expect(text).toContain(granted.text);
  expect(text).toContain('thêm 02 (hai) năm');
  expect(text).toContain(` năm ${year}. Điều 2.`);
  expect(read?.dossier.about?.text).toBe(granted.text);
});

it('does so twice and no third time, also when the third was filed before the second was granted', async () => {
  const [second, third] = [await filed(), await filed()];
  await carriedOut(await decided(second));
  expect((await licence()).extensions).toBe(2);
  expect((await filed()).refusal?.name).toBe('ExtensionsUsedUp');
  await expect(decided(third)).rejects.toThrow('grantLicence: {"name":"ExtensionsUsedUp"');
});
