import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LicenceActType, PersonCommandType, summaryGivenBy } from '#libs/access/permissions.js';
import { demoPeople, type DemoPersonId } from '../../apps/gateway/demo-people.js';
import { underAppraisal, uploadPaper } from './support/filing.js';
import { knownOf, ownMutations } from './support/known.js';
import { licensed } from './support/licensed.js';
import { type Office, openOffice } from './support/office.js';
import { type Known, sampleArgs, valueAt } from './support/samples.js';
import { documentOf, type Operation, operationsOf, servedSchema } from './support/sdl.js';
import { type Cabinet, sees, type SightName, sightsOf } from './support/sights.js';

const everybody = demoPeople.map(({ id }) => id);
const ours = ['demo-applicant'] as const;
const desk = ['demo-clerk'] as const;
const specialists = ['demo-specialist', 'demo-second-specialist'] as const;
const heads = ['demo-head', 'demo-director'] as const;
const director = ['demo-director'] as const;
const records = ['demo-records'] as const;
const asked = ['demo-police', 'demo-science'] as const;
const auditor = ['demo-auditor'] as const;
const office = [...desk, ...specialists, ...heads, ...records] as const;

type Allowed = readonly DemoPersonId[];

/** Who may give which command about a dossier of demo-applicant on which both agencies were asked. Nobody else. */
const commands: Record<PersonCommandType | LicenceActType | keyof typeof summaryGivenBy, Allowed> = {
  submitDossier: ['demo-applicant', 'demo-other-applicant', ...desk],
  acceptDossier: desk,
  refuseIntake: desk,
  redirectDossier: desk,
  confirmCompleteness: desk,
  requestSupplement: [...desk, ...specialists],
  receiveSupplement: [...ours, ...desk],
  assignTask: heads,
  claimTask: specialists,
  releaseTask: [...office, ...asked],
  handOverTask: [...office, ...asked],
  recordAppraisal: specialists,
  askOpinions: [...specialists, 'demo-head'],
  giveOpinion: ['demo-police'],
  proposeDecision: specialists,
  returnDraft: heads,
  grantLicence: director,
  approveForwarding: director,
  recordForwardingAnswer: [...records, ...specialists],
  denyLicence: director,
  allocateLicenceNumber: records,
  voidLicenceNumber: records,
  requestSignatureAgain: records,
  handOverResult: desk,
  withdrawDossier: [...ours, ...desk],
  stopDossier: heads,
  reopenDossier: director,
  extendDeadline: heads,
  submitReport: [...ours, ...desk],
  returnReport: specialists,
  acceptReport: specialists,
  excuseObligation: heads,
  demandReport: [...specialists, 'demo-head'],
  orderRemedy: [...specialists, 'demo-head'],
  noteSourceConsent: specialists,
  claimInspection: specialists,
  releaseInspection: specialists,
  closeInspection: specialists,
  suspendLicence: director,
  liftSuspension: director,
  revokeLicence: director,
  returnLicence: [...ours, ...desk],
  amendLicence: director,
  extendLicence: director,
  reissueLicence: records,
  remindInWriting: [...specialists, 'demo-head'],
  approveDocument: director,
  allocateDocumentNumber: records,
  voidDocumentNumber: records,
  requestDocumentSignatureAgain: records,
  noteHolderChange: specialists,
  recordSummarySent: [...specialists, 'demo-head', ...records],
  withdrawSummarySending: [...specialists, 'demo-head', ...records],
};

/** Who sees what of that dossier, and of the licence that another of demo-applicant's dossiers led to. */
const queries: Record<SightName, Allowed> = {
  me: everybody,
  procedures: everybody,
  procedure: everybody,
  publicTracking: everybody,
  dossier: [...ours, ...office, ...asked, ...auditor],
  dossiers: [...ours, ...office, ...asked, ...auditor],
  node: [...ours, ...office, ...asked, ...auditor],
  dossierHistory: [...ours, ...office, ...asked, ...auditor],
  'dossier.deliberation': [...office, ...auditor],
  'dossierHistory.data': [...office, ...auditor],
  taskInbox: [...desk, ...specialists, ...asked, ...auditor],
  inboxCounts: [...desk, ...specialists, ...asked, ...auditor],
  // Only what somebody was told is seen, and here nobody was: see notifications.test.ts.
  myNotifications: [],
  unreadNotifications: [],
  myNotificationPreference: everybody,
  licence: [...ours, ...office, ...auditor],
  licenceRegister: [...ours, ...office, ...auditor],
  myLicences: ours,
  licenceHistory: [...ours, ...office, ...auditor],
  licenceApplications: [...ours, ...office, ...auditor],
  obligations: [...ours, ...office, ...auditor],
  departmentSummary: [...office, ...auditor],
};

let running: Office;
let cabinet: Cabinet;
let operations: readonly Operation[];
let known: Known;

beforeAll(async () => {
  running = await openOffice();
  const granted = await licensed(running, await underAppraisal(running));
  cabinet = { granted, open: await underAppraisal(running) };
  known = { ...(await knownOf(running, cabinet.open)), licenceId: granted.licenceId };
  for (const person of everybody) await uploadPaper(await running.as(person), 'a paper');
  operations = operationsOf(await servedSchema(await running.as('demo-auditor')));
});
afterAll(() => running.close());

const sorted = (people: readonly string[]): readonly string[] => [...people].sort();

describe('the table', () => {
  it('has every operation there is', () => {
    const subscriptions = ['dossierMoved', 'inboxChanged', 'notificationsChanged'];
    const written = [...Object.keys(commands), ...Object.keys(queries).filter((name) => !name.includes('.'))];
    expect(sorted([...written, ...subscriptions, ...ownMutations])).toStrictEqual(
      sorted(operations.map(({ name }) => name)),
    );
  });

  it('has one person for every role', () => {
    expect(everybody).toHaveLength(12);
  });
});

describe('commands', () => {
  it.each(Object.entries(commands))('%s', async (name, allowed) => {
    const operation = operations.find((one) => one.name === name)!;
    const before = await running.backbone.store.tail();
    const answers = await Promise.all(everybody.map((person) => tried(operation, person)));
    const expected = everybody.map((person) => [
      person,
      allowed.includes(person) ? 'stopped later' : 'NotPermitted',
    ]);
    expect(answers).toStrictEqual(expected);
    expect(await running.backbone.store.tail()).toBe(before);
  });

  /** Who may is stopped by the version never seen, or by the papers that are missing: nothing is recorded either way. */
  async function tried(operation: Operation, person: DemoPersonId): Promise<readonly string[]> {
    const channel = person === 'demo-clerk' ? 'COUNTER' : 'ONLINE';
    const applicant = person === 'demo-clerk' ? 'demo-applicant' : person;
    const args = sampleArgs(operation, { ...known, task: 'appraise-1', channel, applicant });
    const client = await running.as(person);
    const { data } = await client.ask(documentOf(operation, args), args);
    const refusal = String(valueAt(data, [operation.name, 'refusal', 'name']));
    return [
      person,
      refusal === 'StaleVersion' || refusal === 'PapersMissing' || refusal === 'ObligationUnknown'
        ? 'stopped later'
        : refusal,
    ];
  }
});

describe('queries', () => {
  it.each(Object.entries(queries))('%s', async (name, allowed) => {
    const sight = sightsOf(cabinet)[name as SightName];
    const seen = await Promise.all(everybody.map((person) => sees(running, person, sight)));
    expect(everybody.filter((_, index) => seen[index])).toStrictEqual(
      everybody.filter((person) => allowed.includes(person)),
    );
  });

  it('show another applicant nothing of it in any list', async () => {
    const other = await running.as('demo-other-applicant');
    const lists = await other.read(
      '{ dossiers { edges { node { id } } } licenceRegister { edges { node { text } } } }',
    );
    expect(lists).toStrictEqual({ dossiers: { edges: [] }, licenceRegister: { edges: [] } });
  });
});

describe('without a sign-in', () => {
  it('only what everybody may know is answered', async () => {
    const answers = await Promise.all(operations.map((operation) => anonymously(operation)));
    const open = operations
      .filter((_, index) => answers[index] !== 'UNAUTHENTICATED')
      .map(({ name }) => name);
    expect(sorted(open)).toStrictEqual(['procedure', 'procedures', 'publicTracking']);
  });

  async function anonymously(operation: Operation): Promise<string | undefined> {
    const args = sampleArgs(operation, known);
    const { errors } = await running.anybody().ask(documentOf(operation, args), args);
    return errors?.[0]?.extensions.code;
  }
});

describe('public tracking', () => {
  const ask = `query ($code: String!, $secret: String!) { publicTracking(code: $code, secret: $secret) {
    code procedureName { vi } stage nationalStatus receivedAt acceptedAt appointedOn answerBy steps { stage enteredAt } } }`;
  const track = async (code: string, secret: string) => {
    const response = await running
      .anybody()
      .post(JSON.stringify({ query: ask, variables: { code, secret } }));
    return { status: response.status, text: await response.text() };
  };

  it('does not tell an unknown code from a wrong secret', async () => {
    const { code, trackingSecret } = cabinet.open;
    const wrong = await track(code, 'AAAA-AAAA-AAAA-AAAA');
    expect(wrong).toStrictEqual({ status: 200, text: '{"data":{"publicTracking":null}}' });
    expect(await track('H21.12-261124-9999', trackingSecret)).toStrictEqual(wrong);
    expect(await track('H21.12-261124-9999', 'AAAA-AAAA-AAAA-AAAA')).toStrictEqual(wrong);
  });

  it('names nobody, and shows nothing beyond where it is, what to do and by when', async () => {
    const { code, trackingSecret } = cabinet.open;
    const { text } = await track(code, trackingSecret);
    expect(text).toContain('"APPRAISAL"');
    expect(text).not.toMatch(/demo-|Nguyễn|Gió Biển|H21\.0|taxCode|digest/);
  });

  it('stops whoever tries many secrets on one code', async () => {
    const tries = await Promise.all(
      Array.from({ length: 25 }, () => track('H21.12-261124-0777', 'AAAA-AAAA-AAAA-AAAA')),
    );
    expect(tries.filter(({ text }) => text.includes('RATE_LIMITED')).length).toBe(5);
  });

  it('stops whoever tries many codes, also who names another address with each', async () => {
    const tries = Array.from({ length: 61 }, async (_, n) => {
      const variables = { code: `H21.12-261124-${5000 + n}`, secret: 'AAAA-AAAA-AAAA-AAAA' };
      const body = JSON.stringify({ query: ask, variables });
      const answer = await running.anybody().post(body, { 'x-forwarded-for': `192.0.2.${n}` });
      return answer.text();
    });
    expect((await Promise.all(tries)).filter((text) => text.includes('RATE_LIMITED'))).not.toHaveLength(0);
  });
});
