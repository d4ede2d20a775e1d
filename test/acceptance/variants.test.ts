import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LicenceId } from '#libs/kernel/ids.js';
import { verifyDocument } from '#libs/signatures/verify-document.js';
import { nextReminderOn } from '#libs/licence/agenda.js';
import { GatewayClient } from '../../apps/cli/gateway-client.js';
import { DEMO_PROCEDURE } from '../../apps/cli/story/demo-procedures.js';
import { fileApplication, licenceApplication } from '../../apps/cli/story/filing.js';
import { type Variant, variants } from '../../apps/cli/story/script.js';
import { tellStory, type ToldStory } from '../../apps/cli/story/tell-story.js';
import { blankLines, printed } from '../documents/printed.js';
import { Client } from '../gateway/support/client.js';
import { byItsCode, digestOf } from '../support/by-its-code.js';
import { startInstance, type TestInstance } from '../support/instance.js';
import { endings, enterprise, inOrder } from './support/endings.js';
import { type OfficeLog, openOfficeLog } from './support/office-log.js';

/** Bare Temporal needs 39 for the same signals and activities. */
const MOST_WORKFLOW_EVENTS = 100;

let instance: TestInstance;
let log: OfficeLog;
beforeAll(async () => {
  instance = await startInstance();
  log = await openOfficeLog(instance);
});
afterAll(async () => {
  await log.close();
  await instance.stop();
});

/** One register: the letter of the second is the second. */
const letters: Readonly<
  Partial<
    Record<
      Variant,
      { readonly event: string; readonly prints: readonly string[]; readonly names: readonly string[] }
    >
  >
> = {
  denied: { event: 'LetterIssued', prints: ['01/SVHTTDL-QLBCXB', enterprise], names: [enterprise] },
  'local-press': {
    event: 'DossierForwarded',
    prints: [
      '02/SVHTTDL-QLBCXB',
      'Báo Gió Biển',
      'Cục Phát thanh, truyền hình và Thông tin điện tử',
      'Giấy phép hoạt động báo chí',
    ],
    names: ['Báo Gió Biển', 'Cục Phát thanh, truyền hình và Thông tin điện tử'],
  },
};

const signIn = (person: string): Promise<Client> => Client.signIn(instance.gatewayUrl, person);

describe.each(variants)('the story of an application: %s', (variant) => {
  const ending = endings[variant];
  let told: ToldStory;
  beforeAll(async () => {
    const { gatewayUrl, engines } = instance;
    const { temporalAddress } = engines;
    told = await tellStory({ gatewayUrl, temporalAddress, variant, tell: () => undefined });
  });

  it('passes its stages, and the log has its events, unbroken and seen by every read model', async () => {
    const events = await log.eventsOf(told.dossierId);
    expect([told.outcome, told.stages, inOrder(events)]).toStrictEqual([
      ending.outcome,
      ending.stages,
      inOrder(ending.events),
    ]);
    const entries = events.filter((type) => type === 'LicenceEntered');
    expect([told.events, entries.length]).toStrictEqual([events.length, ending.isGranted ? 1 : 0]);
    expect(await log.faults()).toStrictEqual([]);
  });

  it('leaves a completed workflow with a short history', () => {
    const { dossierId, workflow } = told;
    expect(workflow).toMatchObject({ id: `dossier/${dossierId}`, status: 'COMPLETED' });
    expect(workflow?.historyEvents).toBeLessThanOrEqual(MOST_WORKFLOW_EVENTS);
    process.stderr.write(`${variant}: ${workflow?.historyEvents} events in the workflow's history\n`);
  });

  it('leaves a licence whose workflow knows its next reminder, or none', async () => {
    if (!ending.isGranted) {
      const { licenceNumber, certificateBytes, licenceWorkflow } = told;
      expect({ licenceNumber, certificateBytes, licenceWorkflow }).toStrictEqual({
        licenceNumber: null,
        certificateBytes: null,
        licenceWorkflow: null,
      });
      return;
    }
    const id = told.licenceWorkflow?.id ?? '';
    const read = await log.backbone.reader.findLicence(id.replace('licence/', '') as LicenceId);
    const next = read && nextReminderOn(read.licence, read.procedure, read.calendar);
    expect(next).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(told.licenceWorkflow).toStrictEqual({ id, status: 'RUNNING', nextReminderOn: next });
  });

  it('prints the certificate whose digest the log has, with number, holder and what was granted', async () => {
    const issued = await issuedCertificate(told.dossierId);
    if (!told.certificateBytes) {
      expect([ending.isGranted, issued]).toStrictEqual([false, undefined]);
      return;
    }
    const digest = digestOf(told.certificateBytes);
    expect(digest).toBe(issued);
    const paper = await printed(told.certificateBytes);
    for (const line of [told.licenceNumber, told.decisionNumber ?? '', ...ending.prints])
      expect(paper.text).toContain(line);
    // Grey on purpose, what is drawn in a demonstration says so across every page; where lines are close, they show through it.
    const mark = 'BẢN TRÌNH DIỄN – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ';
    expect(paper.text).toContain(mark);
    expect(blankLines(paper).filter((line) => line !== mark)).toStrictEqual([]);
  });

  it('tells a denial, or that another authority decides, in a letter signed by who decided and by the organisation; anybody of the dossier may have it', async () => {
    const expected = letters[variant];
    if (!expected) {
      expect(told.letterBytes).toBeNull();
      return;
    }
    const letter = told.letterBytes ?? new Uint8Array();
    const commits = await log.commitsOf(told.dossierId);
    const issued = commits.flatMap(({ events }) => events).find(({ type }) => type === expected.event);
    expect(issued?.data).toMatchObject({ letter: digestOf(letter) });
    const { text } = await printed(letter);
    for (const line of [...expected.prints, told.dossierCode]) expect(text).toContain(line);
    const { signatures } = verifyDocument(letter, { roots: [], expected: ['person', 'organisation'] });
    expect(signatures.map(({ field }) => field)).toStrictEqual(['person', 'organisation']);
    const { page, original } = await byItsCode(instance.gatewayUrl, text);
    expect(page).toContain(told.dossierCode);
    expect(page).toContain(digestOf(letter));
    for (const named of expected.names) expect(page).toContain(named);
    expect(Buffer.from(letter).equals(original)).toBe(true);
    const statusFor = async (person: string) =>
      (await (await signIn(person)).get(`/dossiers/${told.dossierId}/letter`)).status;
    expect([await statusFor('demo-applicant'), await statusFor('demo-other-applicant')]).toStrictEqual([
      200, 404,
    ]);
  });

  it('gave its applicant a receipt that anybody can check by the code on it', async () => {
    const receipt = await (await signIn('demo-applicant')).get(`/dossiers/${told.dossierId}/slips/receipt`);
    const bytes = Buffer.from(await receipt.arrayBuffer());
    const { page, original } = await byItsCode(instance.gatewayUrl, (await printed(bytes)).text);
    expect(page).toContain('Giấy tiếp nhận hồ sơ và hẹn trả kết quả');
    expect(page).toContain(told.dossierCode);
    expect(page).toContain(variant === 'local-press' ? 'Báo Gió Biển' : enterprise);
    expect(original.equals(bytes)).toBe(true);
  });

  it('gives who withdraws a notice that work stopped as they asked, which anybody can check, and no one else one', async () => {
    if (told.outcome !== 'WITHDRAWN') {
      expect(told.noticeBytes).toBeNull();
      return;
    }
    const notice = told.noticeBytes ?? new Uint8Array();
    const { text } = await printed(notice);
    for (const line of ['THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ', 'Theo đề nghị ngày', enterprise, told.dossierCode])
      expect(text).toContain(line);
    const { page, original } = await byItsCode(instance.gatewayUrl, text);
    for (const line of ['Thông báo dừng giải quyết hồ sơ', enterprise]) expect(page).toContain(line);
    expect(original.equals(Buffer.from(notice))).toBe(true);
  });

  it('is seen by clerk, applicant, auditor and public, each as far as they may', async () => {
    const { dossierId: id, dossierCode: code, trackingSecret: secret } = told;
    const seen = `query ($id: ID!) { dossier(id: $id) { code stage outcome licence { text } } }`;
    // The dossier shows the number that it was given itself.
    const numbers = [told.decisionNumber, told.licenceNumber].filter((number) => number !== null);
    const dossier = {
      code,
      stage: 'CLOSED',
      outcome: ending.outcome,
      licence: numbers.length > 0 ? { text: numbers[0] } : null,
    };
    for (const person of ['demo-clerk', 'demo-applicant', 'demo-auditor'])
      expect(await (await signIn(person)).read(seen, { id })).toStrictEqual({ dossier });
    expect(await (await signIn('demo-other-applicant')).read(seen, { id })).toStrictEqual({ dossier: null });
    const track = `query ($code: String!, $secret: String!) { publicTracking(code: $code, secret: $secret) { stage code } }`;
    const tracked = await new Client(instance.gatewayUrl, undefined).read(track, { code, secret });
    expect(tracked).toStrictEqual({ publicTracking: { stage: 'CLOSED', code } });
  });

  it('shows the auditor who did what, when and under which rule', async () => {
    const auditor = await signIn('demo-auditor');
    const { dossierHistory } = await auditor.read<{ dossierHistory: History }>(
      `query ($id: ID!) { dossierHistory(dossierId: $id, first: 100) { edges { node {
        position recordedAt actorId command hash events { type } rules { procedure { version hash } } } } } }`,
      { id: told.dossierId },
    );
    const commits = await log.commitsOf(told.dossierId);
    const shown = dossierHistory.edges.map(({ node }) => node);
    expect(shown).toStrictEqual(
      commits.map(({ position, recordedAt, actor, command, h, events, rules }) => ({
        position,
        recordedAt,
        actorId: actor.id,
        command,
        hash: h,
        events: events.map(({ type }) => ({ type })),
        rules: { procedure: { version: rules.procedure?.version, hash: rules.procedure?.hash } },
      })),
    );
  });

  it('stands in the register when a licence was granted, and in nobody’s inbox', async () => {
    const auditor = await signIn('demo-auditor');
    const { licenceRegister } = await auditor.read<{ licenceRegister: Register }>(
      '{ licenceRegister(first: 100) { edges { node { dossierId text kind } } } }',
    );
    const entries = licenceRegister.edges.filter(({ node }) => node.dossierId === told.dossierId);
    const entry = { dossierId: told.dossierId, text: told.licenceNumber, kind: 'LICENCE' };
    expect(entries).toStrictEqual(ending.opensLicence ? [{ node: entry }] : []);
    for (const person of ['demo-clerk', 'demo-specialist', 'demo-director', 'demo-records'])
      expect(await inboxOf(person)).not.toContain(told.dossierId);
  });
});

it('a renewal is told with the licence that it gave two more years to', async () => {
  const { gatewayUrl, engines } = instance;
  const { temporalAddress } = engines;
  const lines: string[] = [];
  const tell = (line: string) => void lines.push(line);
  const told = await tellStory({ gatewayUrl, temporalAddress, variant: 'renewal', tell });
  const { text, expiredBeforeOn = '', expiresOn } = told.renewed ?? {};
  // The licence was once told by the number of the decision.
  expect([told.licenceNumber, told.licenceNumber?.includes('/GP-')]).toStrictEqual([text, true]);
  expect(told.decisionNumber).toMatch(/\/QĐ-/u);
  expect(lines.at(-2)).toContain(`GRANTED, decision ${told.decisionNumber} about licence ${text}`);
  expect(expiresOn).toBe(`${Number(expiredBeforeOn.slice(0, 4)) + 2}${expiredBeforeOn.slice(4)}`);
});

it('an application filed waits in the inbox of the desk, and in no other', async () => {
  const applicant = await GatewayClient.signIn(instance.gatewayUrl, 'demo-applicant');
  const { filed } = await fileApplication(applicant, await licenceApplication(DEMO_PROCEDURE));
  const people = ['demo-clerk', 'demo-specialist', 'demo-director', 'demo-records'];
  const inboxes = await Promise.all(people.map((person) => inboxOf(person, filed.position)));
  expect(inboxes.map((inbox) => inbox.includes(filed.dossierId))).toStrictEqual([true, false, false, false]);
});

interface History {
  readonly edges: readonly { readonly node: unknown }[];
}

interface Register {
  readonly edges: readonly { readonly node: { readonly dossierId: string } }[];
}

interface Inbox {
  readonly edges: readonly { readonly node: { readonly dossierId: string } }[];
}

/** The dossiers that wait for somebody. */
async function inboxOf(person: string, position = 0): Promise<readonly string[]> {
  const client = await signIn(person);
  const lists = ['MINE', 'TEAM', 'UNASSIGNED'].map(async (tab) => {
    const { taskInbox } = await client.read<{ taskInbox: Inbox }>(
      `query ($tab: InboxTab!, $position: Int!) { taskInbox(tab: $tab, first: 100, atLeastPosition: $position) {
        edges { node { dossierId } } } }`,
      { tab, position },
    );
    return taskInbox.edges.map(({ node }) => node.dossierId);
  });
  return (await Promise.all(lists)).flat();
}

async function issuedCertificate(dossierId: string): Promise<unknown> {
  const commits = await log.commitsOf(dossierId);
  const issued = commits.flatMap(({ events }) => events).find(({ type }) => type === 'CertificateIssued');
  return issued?.data['certificate'];
}
