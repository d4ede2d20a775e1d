import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { createDocumentActivities } from '#activities/documents.js';
import { documentWorkshop } from '#activities/document-workshop.js';
import { createPaperActivities } from '#activities/papers.js';
import { readConfig } from '#libs/config/config.js';
import { signingOffice } from '../support/signing-office.js';
import { SigningService } from '../support/signing-service.js';
import { erased } from './support/erased.js';
import { freePort } from './support/free-port.js';
import { filing, underAppraisal } from './support/filing.js';
import { applied, carriedOut, decided, renaming } from './support/licence-application.js';
import { type Judgement, licensed, numbered, workerMeans } from './support/licensed.js';
import { numberedLetter } from './support/numbered-letter.js';
import { type Office, openOffice } from './support/office.js';

let office: Office;
let means: ReturnType<typeof workerMeans>;
beforeAll(async () => {
  office = await openOffice();
  means = workerMeans(office);
});
afterAll(async () => {
  await means.papers.close();
  await office.close();
});

const issueCertificate = (id: string) => createPaperActivities(means).issueCertificate({ id });

interface History {
  readonly edges: readonly {
    readonly node: {
      readonly events: readonly { readonly type: string; readonly sentence: { readonly vi: string } }[];
    };
  }[];
}

/** What is told of the papers of one dossier or licence, and what work the records clerk has with it. */
async function seen(id: { readonly dossierId: string } | { readonly licenceId: string }) {
  const position = await office.backbone.store.tail();
  const clerk = await office.as('demo-records');
  const [name = '', value] = Object.entries(id)[0] ?? [];
  const { taskInbox, history } = await clerk.read<{
    readonly taskInbox: { readonly edges: readonly { readonly node: Readonly<Record<string, string>> }[] };
    readonly history: History;
  }>(
    `query ($id: ID!, $position: Int!) {
      taskInbox(tab: TEAM, first: 100, atLeastPosition: $position) { edges { node { kind dossierId licenceId } } }
      history: ${name.replace('Id', 'History')}(${name}: $id, first: 50, atLeastPosition: $position) {
        edges { node { events { type sentence { vi } } } } } }`,
    { id: value, position },
  );
  const events = history.edges.flatMap(({ node }) => node.events);
  return {
    work: taskInbox.edges.filter(({ node }) => node[name] === value).map(({ node }) => node['kind']),
    hindered: events.filter(({ type }) => type.endsWith('Hindered')).map(({ sentence }) => sentence.vi),
    issued: events.map(({ type }) => type).filter((type) => type.endsWith('Issued')),
  };
}

it('a certificate that cannot be printed waits, says by which field, and is work of the records clerk; it is told once', async () => {
  const applicant = await office.as('demo-applicant');
  const { answers } = (await filing(applicant)) as { readonly answers: { readonly organisation: object } };
  const organisation = { ...answers.organisation, name: 'Công ty 漢字 Gió Biển' };
  const appraised = await underAppraisal(office, { answers: { ...answers, organisation } });
  await numbered(office, appraised);
  const { dossierId } = appraised;
  await issueCertificate(dossierId);
  const position = await office.backbone.store.tail();
  const news = await issueCertificate(dossierId);
  expect(await office.backbone.store.tail()).toBe(position);
  // It is tried again, and what else is due does not wait for it.
  expect(news).toMatchObject({
    wakeFor: 'issueCertificate',
    meanwhile: { wakeFor: 'remindOfficer' },
  });
  expect(await seen({ dossierId })).toStrictEqual({
    work: ['MEND_PAPER'],
    hindered: ['Chưa lập được văn bản: có ký tự không in được tại “holder.name”.'],
    issued: [],
  });
});

/** Read as the worker reads it. */
function servedBy(url: string, patienceSeconds: number) {
  const { signing } = readConfig({
    HOSO_DEMO: 'true',
    HOSO_SIGNER_URL: url,
    HOSO_SIGNER_PATIENCE_SECONDS: String(patienceSeconds),
  });
  return workerMeans(office, signing, means.papers);
}

describe('a service that signs and does not answer', () => {
  const hindered = ['Chưa lập được văn bản: dịch vụ ký số không trả lời.'];

  it('is asked again without a word for as long as is configured, and is work for the records clerk then', async () => {
    const { licenceId } = await licensed(office, await underAppraisal(office));
    await numberedLetter(office, licenceId);
    const appraised = await underAppraisal(office);
    await numbered(office, appraised);
    const { dossierId } = appraised;
    const nobody = `http://127.0.0.1:${await freePort()}`;
    /** For dossier and licence, as looks that began so long ago. */
    const looked = (secondsAgo: number, patienceSeconds: number) => {
      const given = servedBy(nobody, patienceSeconds);
      const began = { scheduledTimestampMs: Date.now() - secondsAgo * 1000 };
      const papers = createPaperActivities(given);
      const documents = createDocumentActivities(given, documentWorkshop(given));
      return Promise.allSettled([
        new MockActivityEnvironment(began).run(() => papers.issueCertificate({ id: dossierId })),
        new MockActivityEnvironment(began).run(() => documents.issueDocument({ id: licenceId })),
      ]);
    };
    const unreachable = { status: 'rejected', reason: { name: 'SignerUnreachable' } };
    expect(await looked(0, 300)).toMatchObject([unreachable, unreachable]);
    expect(await looked(301, 3600)).toMatchObject([unreachable, unreachable]);
    expect(await seen({ dossierId })).toStrictEqual({ work: [], hindered: [], issued: [] });
    await looked(301, 300);
    // What is known holds up nothing, however patient one is.
    expect(await looked(0, 300)).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled' }]);
    expect(await seen({ dossierId })).toStrictEqual({ work: ['MEND_PAPER'], hindered, issued: [] });
    expect(await seen({ licenceId })).toStrictEqual({ work: ['MEND_DOCUMENT'], hindered, issued: [] });
  });

  it('has answered when it says that somebody takes their time, whose work it is again', async () => {
    const service = await new SigningService(await signingOffice()).open();
    service.behaviour.patienceOf = { organisation: Infinity };
    const appraised = await underAppraisal(office);
    await numbered(office, appraised);
    const { dossierId } = appraised;
    const papers = createPaperActivities(servedBy(service.url, 0));
    const look = async () => {
      await new MockActivityEnvironment().run(() => papers.issueCertificate({ id: dossierId }));
      return (await seen({ dossierId })).work;
    };
    expect(await look()).toStrictEqual(['SEAL']);
    service.behaviour.loses = 1;
    expect(await look()).toStrictEqual(['MEND_PAPER']);
    expect(await look()).toStrictEqual(['SEAL']);
    service.behaviour.patienceOf = {};
    expect(await look()).toStrictEqual([]);
    expect(await seen({ dossierId })).toStrictEqual({ work: [], hindered, issued: ['CertificateIssued'] });
    await service.close();
  });
});

describe('a form that was erased', () => {
  const hindered = ['Chưa lập được văn bản: tờ khai đã bị xóa, thất lạc hoặc hư hỏng.'];
  const denied: Judgement = [
    ['demo-specialist', 'proposeDecision', { kind: 'DENY', reasons: [{ code: 'legalStatus' }] }],
    ['demo-director', 'denyLicence'],
  ];

  it.each([
    ['certificate', undefined, 'CertificateIssued'],
    ['letter of denial', denied, 'LetterIssued'],
  ])(
    'keeps the %s waiting until it is there again, and holds up nothing else',
    async (_, judgement, issued) => {
      const appraised = await underAppraisal(office);
      await numbered(office, appraised, judgement);
      const { dossierId } = appraised;
      const restore = await erased(office, dossierId);
      await issueCertificate(dossierId);
      expect(await issueCertificate(dossierId)).toMatchObject({
        wakeFor: 'issueCertificate',
        meanwhile: { wakeFor: 'remindOfficer' },
      });
      expect(await seen({ dossierId })).toStrictEqual({ work: ['MEND_PAPER'], hindered, issued: [] });
      await restore();
      await issueCertificate(dossierId);
      expect(await seen({ dossierId })).toStrictEqual({ work: [], hindered, issued: [issued] });
    },
  );

  it('keeps a letter about the licence waiting, which may not say what an application changed since', async () => {
    const granted = await licensed(office, await underAppraisal(office));
    const last = await decided(office, renaming, await applied(office, granted, renaming));
    await carriedOut(office, last);
    const { licenceId } = granted;
    await numberedLetter(office, licenceId);
    const documents = createDocumentActivities(means, documentWorkshop(means));
    const restore = await erased(office, last.dossierId);
    await documents.issueDocument({ id: licenceId });
    expect(await documents.issueDocument({ id: licenceId })).toMatchObject({
      wakeFor: 'issueDocument',
      meanwhile: { wakeFor: 'remindWork' },
    });
    expect(await seen({ licenceId })).toStrictEqual({ work: ['MEND_DOCUMENT'], hindered, issued: [] });
    await restore();
    await documents.issueDocument({ id: licenceId });
    expect(await seen({ licenceId })).toStrictEqual({ work: [], hindered, issued: ['DocumentIssued'] });
  });
});

describe('what only the machine can be blamed for', () => {
  const broken = () => Promise.reject(new Error('No memory is left to draw in'));

  it('ends a look when patience is over: once it held up for ever what else was due about the licence', async () => {
    const { licenceId } = await licensed(office, await underAppraisal(office));
    await numberedLetter(office, licenceId);
    const workshop = documentWorkshop({ ...means, papers: { draw: broken } });
    const documents = createDocumentActivities(means, workshop);
    const looked = (secondsAgo: number) => {
      const began = { scheduledTimestampMs: Date.now() - secondsAgo * 1000 };
      return new MockActivityEnvironment(began).run(() => documents.issueDocument({ id: licenceId }));
    };
    await expect(looked(0)).rejects.toThrow('No memory');
    expect(await looked(301)).toMatchObject({
      wakeFor: 'issueDocument',
      meanwhile: { wakeFor: 'remindObligation' },
    });
    expect(await seen({ licenceId })).toStrictEqual({ work: [], hindered: [], issued: [] });
  });

  it('keeps no other document about the licence waiting', async () => {
    const { licenceId } = await licensed(office, await underAppraisal(office));
    const first = await numberedLetter(office, licenceId);
    await numberedLetter(office, licenceId);
    const workshop = documentWorkshop(means);
    const documents = createDocumentActivities(means, (read, one) =>
      one.id === first ? broken() : workshop(read, one),
    );
    await expect(documents.issueDocument({ id: licenceId })).rejects.toThrow('No memory');
    expect(await seen({ licenceId })).toStrictEqual({ work: [], hindered: [], issued: ['DocumentIssued'] });
  });
});
