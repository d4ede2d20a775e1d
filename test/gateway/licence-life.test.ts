import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { underAppraisal } from './support/filing.js';
import { licensed, type Licensed } from './support/licensed.js';
import { type Office, openOffice } from './support/office.js';

let office: Office;
let granted: Licensed;
let keys = 0;

beforeAll(async () => {
  office = await openOffice();
  granted = await licensed(office, await underAppraisal(office));
});
afterAll(() => office.close());

/** Gives a command about the licence; the name of its refusal, or `done` and where. */
async function act(person: string, name: string, input: object = {}) {
  keys += 1;
  const client = await office.as(person);
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const types: Readonly<Record<string, string>> = {
    demandReport: 'AskInput',
    orderRemedy: 'AskInput',
    acceptReport: 'ObligationInput',
    returnReport: 'ObligationReasonInput',
    liftSuspension: 'LicenceReasonInput',
  };
  const given = { licenceId: granted.licenceId, idempotencyKey: `licence-life-${keys}`, ...input };
  const { [name]: payload } = await client.read<Record<string, Answered>>(
    `mutation ($input: ${types[name] ?? type}!) { ${name}(input: $input) {
      position refusal { name message { vi } } licence { stage } } }`,
    { input: given },
  );
  return payload as Answered;
}

interface Answered {
  readonly position: number | null;
  readonly refusal: { readonly name: string; readonly message: { readonly vi: string } } | null;
  readonly licence: { readonly stage: string };
}

interface Listed {
  readonly obligations: { readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[] };
}

async function owed(person: string, filter: string, position: number) {
  const client = await office.as(person);
  const { obligations } = await client.read<Listed>(
    `query ($position: Int!) { obligations(filter: {${filter}}, atLeastPosition: $position) {
      edges { node { obligation kind subject reports examined outcome reportAnswers
        reportVersions { number accepted reason answersGiven } } } } }`,
    { position },
  );
  return obligations.edges.map(({ node }) => node);
}

/** Reports that wait for whoever examines them. */
async function waiting(): Promise<readonly object[]> {
  const client = await office.as('demo-specialist');
  const { taskInbox } = await client.read<{ taskInbox: { edges: { node: object }[] } }>(
    `query ($position: Int!) { taskInbox(tab: TEAM, filter: { kinds: [EXAMINE_REPORT] }, atLeastPosition: $position) {
      edges { node { taskId role } } } }`,
    { position: await office.backbone.store.tail() },
  );
  return taskInbox.edges.map(({ node }) => node);
}

async function documentsSeenBy(person: string): Promise<readonly string[]> {
  const client = await office.as(person);
  const { licence } = await client.read<{ licence: { documents: { kind: string; state: string }[] } }>(
    'query ($id: ID!, $position: Int!) { licence(id: $id, atLeastPosition: $position) { documents { kind state } } }',
    { id: granted.licenceId, position: await office.backbone.store.tail() },
  );
  return licence.documents.map(({ kind, state }) => `${kind} ${state}`);
}

const inTwoMonths = () => new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);

it('follows a demanded report from the question over a correction to its acceptance', async () => {
  const asked = await act('demo-specialist', 'demandReport', {
    subject: 'Nguồn tin quý này',
    dueOn: inTwoMonths(),
  });
  const [duty] = await owed('demo-applicant', 'kind: DEMANDED_REPORT, open: true', asked.position ?? 0);
  expect(duty).toMatchObject({ subject: 'Nguồn tin quý này', reports: 0, outcome: null });
  // Its letter is the office's own until it is signed and out.
  expect(await documentsSeenBy('demo-specialist')).toStrictEqual(['REPORT_DEMAND ORDERED']);
  expect(await documentsSeenBy('demo-applicant')).toStrictEqual([]);
  const { obligation } = duty ?? {};
  const faulty = await act('demo-applicant', 'submitReport', { obligation, answers: { wrong: true } });
  expect(faulty.refusal?.name).toBe('FormAnswersRejected');
  const answers = { answer: 'Ba nguồn tin chính thức.' };
  expect((await act('demo-applicant', 'submitReport', { obligation, answers })).refusal).toBeNull();
  expect(await waiting()).toStrictEqual([{ taskId: `examine-${String(obligation)}-1`, role: 'SPECIALIST' }]);
  expect(await owed('demo-specialist', 'examined: true', 0)).toMatchObject([{ obligation }]);
  const again = await act('demo-applicant', 'submitReport', { obligation, answers });
  expect(again.refusal).toStrictEqual({
    name: 'ReportAlreadySubmitted',
    message: { vi: 'Báo cáo đã được nộp và đang chờ xem xét.' },
  });
  const reason = 'Thiếu tên nguồn tin.';
  expect((await act('demo-specialist', 'returnReport', { obligation, reason })).refusal).toBeNull();
  const better = { answer: 'TTXVN, Báo Nhân Dân, Báo Gia Lai.' };
  await act('demo-applicant', 'submitReport', { obligation, answers: better });
  const accepted = await act('demo-specialist', 'acceptReport', { obligation });
  expect(await waiting()).toStrictEqual([]);
  expect(await owed('demo-auditor', 'kind: DEMANDED_REPORT', accepted.position ?? 0)).toStrictEqual([
    {
      obligation,
      kind: 'DEMANDED_REPORT',
      subject: 'Nguồn tin quý này',
      reports: 2,
      examined: false,
      outcome: 'FULFILLED',
      reportAnswers: better,
      reportVersions: [
        { number: 1, accepted: false, reason, answersGiven: answers },
        { number: 2, accepted: true, reason: null, answersGiven: better },
      ],
    },
  ]);
});

it('suspends, lifts, and revokes at the second suspension; its life can be read by its holder', async () => {
  const suspension = { violation: 'slander', reason: 'Biên bản kiểm tra số 12.' };
  const first = await act('demo-director', 'suspendLicence', suspension);
  expect(first.licence.stage).toBe('SUSPENDED');
  const late = await act('demo-director', 'extendLicence', { filedOn: '2026-11-01', years: 1 });
  expect(late.refusal?.name).toBe('LicenceSuspended');
  const lifted = await act('demo-director', 'liftSuspension', { reason: 'Đã khắc phục.' });
  expect(lifted.licence.stage).toBe('IN_FORCE');
  const second = await act('demo-director', 'suspendLicence', suspension);
  expect(second.licence.stage).toBe('REVOKED');
  const tooLate = await act('demo-specialist', 'demandReport', { subject: 'Vì sao?', dueOn: inTwoMonths() });
  expect(tooLate.refusal?.name).toBe('LicenceRevoked');
  const holder = await office.as('demo-applicant');
  const { licenceHistory } = await holder.read<{
    licenceHistory: { edges: { node: { events: { type: string }[] } }[] };
  }>(
    `query ($licenceId: ID!, $position: Int!) { licenceHistory(licenceId: $licenceId, atLeastPosition: $position) {
      edges { node { events { type } } } } }`,
    { licenceId: granted.licenceId, position: second.position ?? 0 },
  );
  const types = licenceHistory.edges.flatMap(({ node }) => node.events.map(({ type }) => type));
  const measures = types.filter((type) => !type.startsWith('Document'));
  expect(measures.slice(-4)).toStrictEqual([
    'LicenceSuspended',
    'SuspensionLifted',
    'LicenceSuspended',
    'LicenceRevoked',
  ]);
});
