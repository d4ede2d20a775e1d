import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type LicenceId, licenceStream } from '#libs/kernel/ids.js';
import { carried, underAppraisal } from './support/filing.js';
import { applied, carriedOut, renaming, type Wish } from './support/licence-application.js';
import { licensed, type Licensed } from './support/licensed.js';
import { inDays } from './support/opened-licence.js';
import { type Office, openOffice } from './support/office.js';

let office: Office;
let granted: Licensed;
beforeAll(async () => {
  office = await openOffice();
  granted = await licensed(office, await underAppraisal(office));
});
afterAll(() => office.close());

const movedOn = (changedOn: string): Wish => ({
  procedureId: 'aggregated-news-change-notice',
  papers: ['notice', 'evidence'],
  answers: { change: 'headOffice', changedOn, before: 'Số 18 đường Ví Dụ', after: 'Số 20 đường Ví Dụ' },
});

interface Notice {
  readonly changedOn: string;
  readonly on: string;
  readonly by: string;
  readonly workingDays: number;
  readonly late: boolean;
  readonly explain: { readonly on: string; readonly text: { readonly vi: string } };
}
interface Seen {
  readonly deliberation: {
    readonly changeNotice: Notice | null;
    readonly draft: { readonly changeNotice: Notice | null } | null;
  } | null;
}

const FIELDS = 'changeNotice { changedOn on by workingDays late explain { on text { vi } } }';

async function seenBy(person: string, dossierId: string): Promise<Seen['deliberation']> {
  const client = await office.as(person);
  const { dossier } = await client.read<{ dossier: Seen }>(
    `query ($id: ID!, $at: Int!) { dossier(id: $id, atLeastPosition: $at) { deliberation { ${FIELDS} draft { ${FIELDS} } } } }`,
    { id: dossierId, at: await office.backbone.store.tail() },
  );
  return dossier.deliberation;
}

async function inboxOf(person: string): Promise<ReadonlyMap<string, Notice | null>> {
  const client = await office.as(person);
  const { taskInbox } = await client.read<{
    taskInbox: { edges: { node: { dossierId: string; changeNotice: Notice | null } }[] };
  }>(
    `query ($at: Int!) { taskInbox(first: 50, tab: TEAM, atLeastPosition: $at) { edges { node { dossierId ${FIELDS} } } } }`,
    { at: await office.backbone.store.tail() },
  );
  return new Map(taskInbox.edges.map(({ node }) => [node.dossierId, node.changeNotice]));
}

async function appraised(wish: Wish) {
  const filed = await applied(office, granted, wish);
  return carried(office, filed, [
    ['demo-clerk', 'acceptDossier'],
    ['demo-clerk', 'confirmCompleteness'],
  ]);
}

async function proposed(wish: Wish) {
  const last = await appraised(wish);
  const client = await office.as('demo-clerk');
  const { procedure } = await client.read<{ procedure: { checklist: { code: string }[] } }>(
    `{ procedure(id: "${wish.procedureId}") { checklist { code } } }`,
  );
  const findings = procedure.checklist.map(({ code }) => ({ item: code, met: true }));
  return carried(office, last, [
    ['demo-specialist', 'recordAppraisal', { findings }],
    ['demo-specialist', 'proposeDecision', { kind: 'GRANT', reasons: [] }],
  ]);
}

it('a late notice is seen to be late by whoever examines it, before it is noted, and noted as it was seen', async () => {
  const wish = movedOn('2026-01-05');
  const examined = await appraised(wish);
  // The Saturday of that week was worked in lieu of 2 January; ten working days end on the 16th.
  const late = {
    changedOn: '2026-01-05',
    on: inDays(0),
    by: '2026-01-16',
    late: true,
    explain: { on: '2026-01-16' },
  };
  const deliberation = await seenBy('demo-specialist', examined.dossierId);
  expect(deliberation).toMatchObject({ changeNotice: late, draft: null });
  const { explain, workingDays } = deliberation!.changeNotice!;
  expect(explain.text.vi).toContain('Phải thông báo trong 10 ngày làm việc');
  expect(workingDays).toBeGreaterThan(10);
  expect((await inboxOf('demo-specialist')).get(examined.dossierId)).toMatchObject(late);

  const last = await proposed(wish);
  expect((await seenBy('demo-director', last.dossierId))?.draft?.changeNotice).toMatchObject(late);
  const numbered = await carried(office, last, [
    ['demo-director', 'grantLicence'],
    ['demo-records', 'allocateLicenceNumber'],
  ]);
  await carriedOut(office, numbered);
  const { commits } = await office.backbone.store.readStream(licenceStream(granted.licenceId as LicenceId));
  const { on, by } = late;
  expect(commits.at(-1)?.events.at(-1)?.data).toMatchObject({ told: { on, by, late: true } });
  // What is on record is said by the licence's history.
  expect((await seenBy('demo-specialist', last.dossierId))?.changeNotice).toBeNull();
});

it('a notice in time is seen to be in time, with its working days', async () => {
  const { dossierId } = await appraised(movedOn(inDays(0)));
  const notice = (await seenBy('demo-specialist', dossierId))?.changeNotice;
  expect(notice).toMatchObject({ changedOn: inDays(0), on: inDays(0), workingDays: 0, late: false });
});

it('nobody outside the office sees it, and other applications have none', async () => {
  const { dossierId } = await appraised(movedOn('2026-01-05'));
  expect(await seenBy('demo-applicant', dossierId)).toBeNull();
  const other = await appraised(renaming);
  expect((await seenBy('demo-specialist', other.dossierId))?.changeNotice).toBeNull();
  expect((await inboxOf('demo-specialist')).get(other.dossierId)).toBeNull();
});
