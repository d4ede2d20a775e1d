import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createPaperActivities } from '#activities/papers.js';
import { filing, underAppraisal } from './support/filing.js';
import { numbered, workerMeans } from './support/licensed.js';
import { type Office, openOffice } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

interface Seen {
  readonly taskInbox: { readonly edges: readonly { readonly node: { readonly kind: string } }[] };
  readonly dossierHistory: {
    readonly edges: readonly {
      readonly node: {
        readonly events: readonly { readonly type: string; readonly sentence: { readonly vi: string } }[];
      };
    }[];
  };
}

it('a certificate that cannot be printed waits, says by which field, and is work of the records clerk; it is told once', async () => {
  const applicant = await office.as('demo-applicant');
  const { answers } = (await filing(applicant)) as { readonly answers: { readonly organisation: object } };
  const organisation = { ...answers.organisation, name: 'Công ty 漢字 Gió Biển' };
  const appraised = await underAppraisal(office, { answers: { ...answers, organisation } });
  await numbered(office, appraised);
  const means = workerMeans(office);
  const papers = createPaperActivities(means);
  const { dossierId: id } = appraised;
  await papers.issueCertificate({ id });
  const position = await office.backbone.store.tail();
  const news = await papers.issueCertificate({ id });
  expect(await office.backbone.store.tail()).toBe(position);
  // It is tried again, and what else is due does not wait for it.
  expect(news).toMatchObject({
    wakeFor: 'issueCertificate',
    meanwhile: { wakeFor: 'remindOfficer' },
  });
  await means.papers.close();
  const clerk = await office.as('demo-records');
  const seen = await clerk.read<Seen>(
    `query ($id: ID!, $position: Int!) {
      taskInbox(tab: TEAM, atLeastPosition: $position) { edges { node { kind } } }
      dossierHistory(dossierId: $id, first: 50, atLeastPosition: $position) { edges { node { events { type sentence { vi } } } } } }`,
    { id, position },
  );
  expect(seen.taskInbox.edges.map(({ node }) => node.kind)).toStrictEqual(['MEND_PAPER']);
  const told = seen.dossierHistory.edges.flatMap(({ node }) => node.events);
  expect(told.filter(({ type }) => type === 'PaperHindered')).toStrictEqual([
    {
      type: 'PaperHindered',
      sentence: { vi: 'Chưa lập được văn bản: có ký tự không in được tại “holder.name”.' },
    },
  ]);
});
