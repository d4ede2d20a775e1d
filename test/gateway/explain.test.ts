import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Payload } from './support/client.js';
import { type Appraised, carried, submitted, underAppraisal } from './support/filing.js';
import type { LicenceId } from '#libs/kernel/ids.js';
import { actOn } from './support/licence-acts.js';
import { bySystem, inDays, openedLicence } from './support/opened-licence.js';
import { licensed, type Licensed } from './support/licensed.js';
import { type Office, openOffice } from './support/office.js';

interface Explained {
  readonly at: string;
  readonly on: string;
  readonly provisional: boolean;
  readonly calendar: { readonly version: string };
  readonly steps: readonly {
    readonly effect: string;
    readonly text: { readonly vi: string };
    readonly citation: { readonly source: string };
  }[];
  readonly text: { readonly vi: string; readonly en: string };
}

const EXPLAINED =
  '{ at on provisional calendar { version } steps { effect text { vi } citation { source } } text { vi en } }';

const LICENCE_DATE = '{ on steps { effect text { vi } citation { source } } text { vi en } }';

let office: Office;
let clerk: Client;
let open: Appraised;
beforeAll(async () => {
  office = await openOffice();
  clerk = await office.as('demo-clerk');
  open = await underAppraisal(office);
});
afterAll(() => office.close());

/** What everybody who reads an explanation relies on: each line has words and a source, and the last one names the date. */
function expectWhole(explained: Explained): void {
  expect(explained.steps.length).toBeGreaterThan(2);
  expectWords(explained);
}

function expectWords({ on, steps, text }: Explained): void {
  expect(steps.filter((step) => step.citation.source === '' || step.text.vi === '')).toStrictEqual([]);
  const written = `${on.slice(8)}/${on.slice(5, 7)}/${on.slice(0, 4)}`;
  expect([text.vi.includes(written), text.en.includes(written)]).toStrictEqual([true, true]);
}

describe('why a date of a dossier is what it is', () => {
  it('is said of the whole limit, the step, every opinion and every task, each with the date that is shown', async () => {
    const { dossier } = await clerk.read<{ dossier: Seen }>(
      `query ($id: ID!, $at: Int!) { dossier(id: $id, atLeastPosition: $at) { dueAt appointedOn stepDueAt
        whole: explain(date: DUE_AT) ${EXPLAINED} appointed: explain(date: APPOINTED_ON) { on } step: explain(date: STEP_DUE_AT) ${EXPLAINED}
        workingTime { state workingDays workingHours }
        deliberation { opinions { dueAt explain ${EXPLAINED} }
          tasks { kind dueAt remindAt due: explain(date: DUE_AT) ${EXPLAINED} remind: explain(date: REMIND_AT) ${EXPLAINED} } } } }`,
      { id: open.dossierId, at: open.position },
    );
    const { whole, step, deliberation } = dossier;
    expect([whole.at, step.at]).toStrictEqual([dossier.dueAt, dossier.stepDueAt]);
    expect(dossier.appointed.on).toBe(dossier.appointedOn);
    expect(deliberation.opinions.map(({ dueAt }) => dueAt)).toStrictEqual(
      deliberation.opinions.map(({ explain }) => explain.at),
    );
    expect(deliberation.tasks.map(({ due, remind }) => [due.at, remind.at])).toStrictEqual(
      deliberation.tasks.map(({ dueAt, remindAt }) => [dueAt, remindAt]),
    );
    const tasks = deliberation.tasks.flatMap(({ due, remind }) => [due, remind]);
    for (const one of [whole, step, ...deliberation.opinions.map(({ explain }) => explain), ...tasks])
      expectWhole(one);
    expect(dossier.workingTime.state).toBe('RUNNING');
    expect(dossier.workingTime.workingDays).toBeGreaterThan(0);
  });

  it('is said in the inbox, beside the working time that is left', async () => {
    const specialist = await office.as('demo-specialist');
    const { taskInbox } = await specialist.read<{ taskInbox: { edges: readonly { node: InboxNode }[] } }>(
      `{ taskInbox(tab: TEAM, first: 5) { edges { node { dueAt appointedOn appointed: explain(date: APPOINTED_ON) { on } workingTime { state workingDays } explain(date: DUE_AT) ${EXPLAINED} } } } }`,
    );
    expect(taskInbox.edges.length).toBeGreaterThan(0);
    for (const { node } of taskInbox.edges) {
      expect(node.explain.at).toBe(node.dueAt);
      expect(node.appointed.on).toBe(node.appointedOn);
      expect(node.workingTime.state).toBe('RUNNING');
      expectWhole(node.explain);
    }
  });

  it('is said in the history, by the command that gave the date', async () => {
    const { dossierHistory } = await clerk.read<{
      dossierHistory: {
        edges: readonly { node: { command: string; explain: readonly { on: string }[] } }[];
      };
    }>(
      `query ($id: ID!) { dossierHistory(dossierId: $id, first: 20) { edges { node { command explain { on } } } } }`,
      { id: open.dossierId },
    );
    const given = dossierHistory.edges.map(
      ({ node }) => [node.command, node.explain.length] satisfies [string, number],
    );
    expect(given).toStrictEqual([
      ['submitDossier', 1],
      ['acceptDossier', 2],
      ['confirmCompleteness', 1],
      ['askOpinions', 2],
    ]);
  });
});

describe('a limit that stands still', () => {
  it('says so to the office and to the applicant who only has the code', async () => {
    const filed = await submitted(await office.as('demo-applicant'));
    const asked = await requestSupplement(filed);
    const track = `query ($code: String!, $secret: String!) { publicTracking(code: $code, secret: $secret) {
      code answerBy appointedOn answer: explain(date: ANSWER_BY) ${EXPLAINED} appointed: explain(date: APPOINTED_ON) ${EXPLAINED} } }`;
    await clerk.read(`query ($id: ID!, $at: Int!) { dossier(id: $id, atLeastPosition: $at) { id } }`, {
      id: filed.dossierId,
      at: asked.position,
    });
    const { publicTracking } = await office.anybody().read<{ publicTracking: Tracked }>(track, {
      code: filed.dossierId,
      secret: filed.trackingSecret!,
    });
    expect(publicTracking.answer.at).toBe(publicTracking.answerBy);
    expect(publicTracking.appointed.on).toBe(publicTracking.appointedOn);
    expect(publicTracking.appointed.steps.at(-1)?.effect).toBe('STANDS_STILL');
    expectWhole(publicTracking.answer);
    const { dossier } = await clerk.read<{ dossier: { workingTime: { state: string } } }>(
      `query ($id: ID!) { dossier(id: $id) { workingTime { state } supplements { answerBy explain { at } } } }`,
      { id: filed.dossierId },
    );
    expect(dossier).toStrictEqual({
      workingTime: { state: 'PAUSED' },
      supplements: [{ answerBy: publicTracking.answerBy, explain: { at: publicTracking.answerBy } }],
    });
  });
});

describe('why a licence ends, and why its holder is reminded', () => {
  let licence: Licensed;
  beforeAll(async () => {
    licence = await licensed(office, await underAppraisal(office));
  });

  it('is said with the term of the procedure and the lead of the reminder', async () => {
    const { licence: seen } = await clerk.read<{ licence: SeenLicence }>(
      `query ($id: ID!, $at: Int!) { licence(id: $id, atLeastPosition: $at) { expiresOn nextReminderOn dossierId
        end: explain(date: EXPIRES_ON) ${LICENCE_DATE} reminder: explain(date: NEXT_REMINDER_ON) ${LICENCE_DATE} } }`,
      { id: licence.licenceId, at: licence.position },
    );
    expect([seen.end.on, seen.reminder.on]).toStrictEqual([seen.expiresOn, seen.nextReminderOn]);
    expectWhole(seen.end);
    expectWhole(seen.reminder);
    const { dossier } = await clerk.read<{ dossier: { licence: { expiresOn: string; explain: Explained } } }>(
      `query ($id: ID!) { dossier(id: $id) { licence { expiresOn explain ${LICENCE_DATE} } } }`,
      { id: seen.dossierId },
    );
    expect(dossier.licence.explain.on).toBe(dossier.licence.expiresOn);
  });
});

describe('why something is owed under a licence by its day', () => {
  const today = inDays(0);
  const obligation = `annualReport-${inDays(-60).slice(0, 4)}-01-14`;
  let licenceId: LicenceId;
  let position: number;
  beforeAll(async () => {
    licenceId = await openedLicence(office, '9', { issuedOn: inDays(-500), expiresOn: inDays(900) });
    position = await bySystem(office, licenceId, { type: 'missObligation', data: { obligation } });
  });

  it('is said of every obligation and of the time to renew, of the suspension and of the number', async () => {
    const asked = await actOn(office, licenceId, [
      'demo-director',
      'suspendLicence',
      { violation: 'slander', reason: 'Đã có kết luận.' },
    ]);
    expect(asked.refusal).toBeNull();
    const { obligations, licence } = await clerk.read<{ obligations: Page<Duty>; licence: Suspended }>(
      `query ($id: ID!, $at: Int!) {
        obligations(filter: { licenceId: $id }, first: 50, atLeastPosition: $at) { edges { node {
          kind dueOn since due: explain(date: DUE_ON) ${LICENCE_DATE} began: explain(date: SINCE) ${LICENCE_DATE} } } }
        licence(id: $id, atLeastPosition: $at) { suspendedUntil explain(date: SUSPENDED_UNTIL) ${LICENCE_DATE} } }`,
      { id: licenceId, at: asked.position },
    );
    const seen = obligations.edges.map(({ node }) => node);
    expect(new Set(seen.map(({ kind }) => kind))).toStrictEqual(new Set(['YEARLY_REPORT', 'RENEWAL']));
    for (const { dueOn, since, due, began } of seen) {
      expect([due.on, began.on]).toStrictEqual([dueOn, since]);
      expectWords(due);
      expectWords(began);
    }
    expect(licence.explain.on).toBe(licence.suspendedUntil);
    expect(licence.suspendedUntil! > today).toBe(true);
    expectWords(licence.explain);
  });

  it('is said of an inspection in the inbox, and of the summary and the duties in it', async () => {
    const specialist = await office.as('demo-specialist');
    const { taskInbox } = await specialist.read<{ taskInbox: Page<InspectionNode> }>(
      `query ($at: Int!) { taskInbox(tab: TEAM, filter: { kinds: [INSPECT] }, atLeastPosition: $at) { edges { node {
        dueAt remindAt due: explain(date: DUE_AT) { at ${LICENCE_DATE.slice(1)} remind: explain(date: REMIND_AT) { at ${LICENCE_DATE.slice(1)}
        appointed: explain(date: APPOINTED_ON) { on } } } } }`,
      { at: position },
    );
    const [task] = taskInbox.edges.map(({ node }) => node);
    expect([task?.due.at, task?.remind.at]).toStrictEqual([task?.dueAt, task?.remindAt]);
    expect(task?.appointed).toBeNull();
    expectWords(task!.due);
    expectWords(task!.remind);
    const head = await office.as('demo-head');
    const { departmentSummary } = await head.read<{ departmentSummary: Summary }>(
      `query ($year: String!) { departmentSummary(periodName: $year) {
        dueOn explain ${LICENCE_DATE} late { dueOn explain ${LICENCE_DATE} } } }`,
      { year: obligation.slice(13, 17) },
    );
    expect(departmentSummary.explain.on).toBe(departmentSummary.dueOn);
    expectWords(departmentSummary.explain);
    expect(departmentSummary.late).not.toHaveLength(0);
    for (const { dueOn, explain } of departmentSummary.late) expect(explain.on).toBe(dueOn);
  });
});

async function requestSupplement(filed: Payload): Promise<Payload> {
  const { procedure } = await clerk.read<{ procedure: { deficiencies: readonly { code: string }[] } }>(
    '{ procedure(id: "aggregated-news-licence") { deficiencies { code } } }',
  );
  const deficiency = procedure.deficiencies[0]!.code;
  const items = [{ paper: 'activityPlan', deficiency, guidance: 'Bổ sung trang 2.' }];
  return carried(office, filed, [
    ['demo-clerk', 'acceptDossier'],
    ['demo-clerk', 'requestSupplement', { items }],
  ]);
}

interface Seen {
  readonly dueAt: string;
  readonly appointedOn: string;
  readonly stepDueAt: string;
  readonly whole: Explained;
  readonly appointed: Explained;
  readonly step: Explained;
  readonly workingTime: { readonly state: string; readonly workingDays: number };
  readonly deliberation: {
    readonly opinions: readonly { readonly dueAt: string; readonly explain: Explained }[];
    readonly tasks: readonly {
      readonly dueAt: string;
      readonly remindAt: string;
      readonly due: Explained;
      readonly remind: Explained;
    }[];
  };
}

interface InboxNode {
  readonly dueAt: string;
  readonly appointedOn: string;
  readonly appointed: { readonly on: string };
  readonly workingTime: { readonly state: string };
  readonly explain: Explained;
}

interface Tracked {
  readonly answerBy: string;
  readonly appointedOn: string;
  readonly answer: Explained;
  readonly appointed: Explained;
}

interface SeenLicence {
  readonly dossierId: string;
  readonly expiresOn: string;
  readonly nextReminderOn: string;
  readonly end: Explained;
  readonly reminder: Explained;
}

interface Page<Node> {
  readonly edges: readonly { readonly node: Node }[];
}

interface Duty {
  readonly kind: string;
  readonly dueOn: string;
  readonly since: string;
  readonly due: Explained;
  readonly began: Explained;
}

interface Suspended {
  readonly suspendedUntil: string | null;
  readonly explain: Explained;
}

interface InspectionNode {
  readonly dueAt: string;
  readonly remindAt: string;
  readonly due: Explained;
  readonly remind: Explained;
  readonly appointed: null;
}

interface Summary {
  readonly dueOn: string;
  readonly explain: Explained;
  readonly late: readonly { readonly dueOn: string; readonly explain: Explained }[];
}
