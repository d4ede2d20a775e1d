import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { LicenceId } from '#libs/kernel/ids.js';
import { actOn } from './support/licence-acts.js';
import { bySystem, inDays, openedLicence } from './support/opened-licence.js';
import { type Office, openOffice } from './support/office.js';

/** The last report that counts as missed by now, on whatever day this runs. */
const OBLIGATION = `annualReport-${inDays(-60).slice(0, 4)}-01-14`;
const INSPECTION = `inspect-${OBLIGATION}`;

let office: Office;
let licenceId: LicenceId;
beforeAll(async () => {
  office = await openOffice();
  licenceId = await openedLicence(office, '7', { issuedOn: inDays(-500), expiresOn: inDays(900) });
});
afterAll(() => office.close());

interface Row {
  readonly taskId: string;
  readonly kind: string;
  readonly licenceText: string | null;
  readonly stage: string | null;
  readonly holder: string | null;
  readonly dueAt: string;
}

async function inbox(person: string, tab: 'MINE' | 'TEAM' | 'UNASSIGNED', position: number) {
  const client = await office.as(person);
  const { taskInbox } = await client.read<{ taskInbox: { edges: { node: Row }[] } }>(
    `query ($tab: InboxTab!, $position: Int!) {
      taskInbox(tab: $tab, atLeastPosition: $position, filter: { kinds: [INSPECT] }) {
        edges { node { taskId kind licenceText stage holder dueAt } } } }`,
    { tab, position },
  );
  return taskInbox.edges.map(({ node }) => node);
}

const act = (person: string, name: string, input: object = {}) =>
  actOn(office, licenceId, [person, name, { inspection: INSPECTION, ...input }]);

it('is work in the inbox: taken, done and closed with a finding that the summary counts', async () => {
  const missed = await bySystem(office, licenceId, {
    type: 'missObligation',
    data: { obligation: OBLIGATION },
  });
  const [task] = await inbox('demo-specialist', 'UNASSIGNED', missed);
  expect(task).toMatchObject({ taskId: INSPECTION, kind: 'INSPECT', licenceText: '7/GP-TTĐT', stage: null });
  expect(task && task.dueAt > new Date().toISOString()).toBe(true);
  const counts = await (
    await office.as('demo-specialist')
  ).read<{ inboxCounts: object }>('{ inboxCounts { team unassigned mine byStage { tasks } } }');
  expect(counts.inboxCounts).toStrictEqual({ team: 1, unassigned: 1, mine: 0, byStage: [] });

  const note = 'Đã kiểm tra tại trụ sở.';
  const early = await act('demo-specialist', 'closeInspection', { finding: 'NOTHING_FOUND', note });
  expect(early.refusal?.name).toBe('InspectionNotHeld');
  const claimed = await act('demo-specialist', 'claimInspection');
  expect(await inbox('demo-specialist', 'MINE', claimed.position ?? 0)).toMatchObject([
    { taskId: INSPECTION, holder: 'demo-specialist' },
  ]);
  expect((await act('demo-second-specialist', 'claimInspection')).refusal?.name).toBe('InspectionTaken');
  expect((await act('demo-clerk', 'claimInspection')).refusal?.name).toBe('NotPermitted');
  const finding = { finding: 'VIOLATION_RECORDED', note, violation: 'slander' };
  const closed = await act('demo-specialist', 'closeInspection', finding);
  expect(closed.refusal).toBeNull();
  expect(await inbox('demo-specialist', 'TEAM', closed.position ?? 0)).toStrictEqual([]);
  expect((await act('demo-specialist', 'closeInspection', finding)).refusal?.name).toBe('InspectionEnded');

  const head = await office.as('demo-head');
  const { licenceHistory, departmentSummary } = await head.read<{
    licenceHistory: { edges: { node: { events: { sentence: { vi: string } }[] } }[] };
    departmentSummary: { violations: object[] };
  }>(
    `query ($licenceId: ID!, $position: Int!, $year: String!) {
      licenceHistory(licenceId: $licenceId, atLeastPosition: $position) {
        edges { node { events { sentence { vi } } } } }
      departmentSummary(periodName: $year) { violations { code findings suspensions } } }`,
    { licenceId, position: closed.position, year: inDays(0).slice(0, 4) },
  );
  const sentences = licenceHistory.edges.flatMap(({ node }) =>
    node.events.map(({ sentence }) => sentence.vi),
  );
  expect(sentences).toContain(
    `Kết luận kiểm tra: ghi nhận vi phạm (Vu khống, xúc phạm uy tín của tổ chức, danh dự, nhân phẩm của cá nhân). ${note}`,
  );
  expect(departmentSummary.violations).toStrictEqual([{ code: 'slander', findings: 1, suspensions: 0 }]);
});
