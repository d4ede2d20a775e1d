import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type LicenceId, licenceStream } from '#libs/kernel/ids.js';
import { verifyDocument } from '#libs/signatures/verify-document.js';
import { tellStory } from '../../apps/cli/story/tell-story.js';
import { printed } from '../documents/printed.js';
import { Client } from '../gateway/support/client.js';
import { byItsCode, digestOf } from '../support/by-its-code.js';
import { startInstance, type TestInstance } from '../support/instance.js';
import { type OfficeLog, openOfficeLog } from './support/office-log.js';

let instance: TestInstance;
let log: OfficeLog;
let licenceId: string;
let licenceText: string;
let keys = 0;
beforeAll(async () => {
  instance = await startInstance();
  log = await openOfficeLog(instance);
  const { gatewayUrl, engines } = instance;
  const { temporalAddress } = engines;
  const told = await tellStory({ gatewayUrl, temporalAddress, variant: 'granted', tell: () => undefined });
  licenceId = told.licenceId ?? '';
  licenceText = told.licenceNumber ?? '';
});
afterAll(async () => {
  await log.close();
  await instance.stop();
});

const signIn = (person: string): Promise<Client> => Client.signIn(instance.gatewayUrl, person);
const inputs: Readonly<Record<string, string>> = {
  orderRemedy: 'AskInput',
  liftSuspension: 'LicenceReasonInput',
  remindInWriting: 'ObligationInput',
  suspendLicence: 'SuspendLicenceInput',
};

/** Gives a command about the licence; the name of its refusal, or null. */
async function act(person: string, name: string, input: object): Promise<string | null> {
  keys += 1;
  const client = await signIn(person);
  const answer = await client.read<Record<string, { refusal: { name: string } | null }>>(
    `mutation ($input: ${inputs[name] ?? 'DocumentInput'}!) { ${name}(input: $input) { refusal { name } } }`,
    { input: { licenceId, idempotencyKey: `documents-${keys}`, ...input } },
  );
  return answer[name]?.refusal?.name ?? null;
}

interface Listed {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly number: string | null;
  readonly file: string | null;
  readonly path: string | null;
}

async function documents(person: string): Promise<readonly Listed[]> {
  const client = await signIn(person);
  const { licence } = await client.read<{ licence: { documents: readonly Listed[] } }>(
    'query ($id: ID!) { licence(id: $id) { documents { id kind state number file path } } }',
    { id: licenceId },
  );
  return licence.documents;
}

/** The newest of its kind, once it has come so far. */
async function once(kind: string, state: string, person = 'demo-records'): Promise<Listed> {
  for (;;) {
    const found = (await documents(person)).findLast((one) => one.kind === kind);
    if (found?.state === state) return found;
    await wait(200);
  }
}

const signed = async (person: string, { path }: Listed) => (await signIn(person)).get(path ?? '/none');

/** What anybody does who holds the paper: reads it, checks its signatures, follows its code. */
async function inHand(document: Listed) {
  const answer = await signed('demo-applicant', document);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const { text, pages } = await printed(bytes);
  const { page, original } = await byItsCode(instance.gatewayUrl, text);
  return {
    text,
    pages: pages.length,
    digest: digestOf(bytes),
    page,
    original: digestOf(original),
    // Nobody outside trusts a demonstration; all else about its signatures must hold.
    check: verifyDocument(bytes, { roots: [], expected: ['person', 'organisation'] }),
  };
}

describe('a letter', () => {
  const subject = 'Chưa ghi nguồn của tin tổng hợp trên trang chủ';

  it('is ordered, laid before the director, numbered, signed and given out; the law’s clause and the day stand in it', async () => {
    const dueOn = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    expect(await act('demo-specialist', 'orderRemedy', { subject, dueOn })).toBeNull();
    const { id: document } = await once('REMEDY_ORDER', 'ORDERED');
    expect(await act('demo-records', 'allocateDocumentNumber', { document })).toBe('DocumentNotApproved');
    expect(await documents('demo-applicant')).toStrictEqual([]);
    expect(await act('demo-director', 'approveDocument', { document })).toBeNull();
    expect(await act('demo-records', 'allocateDocumentNumber', { document })).toBeNull();
    const issued = await once('REMEDY_ORDER', 'ISSUED', 'demo-applicant');
    const { text, digest, original, page, check } = await inHand(issued);
    for (const said of [
      issued.number ?? '',
      licenceText,
      subject,
      'Điều 23i khoản 2',
      'Đỗ Thị Hạnh',
      'Công ty Cổ phần Truyền thông Gió Biển',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).toContain(dueOn.split('-').toReversed()[0]);
    expect([digest, original]).toStrictEqual([issued.file, issued.file]);
    for (const said of ['Công văn yêu cầu khắc phục', 'Công ty Cổ phần Truyền thông Gió Biển'])
      expect(page).toContain(said);
    expect(page).not.toContain(subject);
    expect(page).toContain('Đang có hiệu lực');
    expect(check.signatures.map(({ field }) => field)).toStrictEqual(['person', 'organisation']);
    expect(check.findings.map(({ code }) => code)).toStrictEqual(['issuerMissing', 'issuerMissing']);
  });

  it('is nothing to whoever has nothing to do with the licence', async () => {
    const issued = await once('REMEDY_ORDER', 'ISSUED');
    expect((await signed('demo-other-applicant', issued)).status).toBe(404);
    expect((await fetch(`${instance.gatewayUrl}${issued.path ?? ''}`)).status).toBe(401);
    expect((await (await signIn('demo-applicant')).get(`/licences/${licenceId}/documents/none`)).status).toBe(
      404,
    );
  });
});

describe('decisions', () => {
  it('come with a suspension and with its lifting, though the worker is killed when the number was just given', async () => {
    const ground = { violation: 'slander', reason: 'Biên bản kiểm tra số 12.' };
    expect(await act('demo-director', 'suspendLicence', ground)).toBeNull();
    const { id: document } = await once('SUSPENSION', 'APPROVED');
    await instance.kill('worker');
    expect(await act('demo-records', 'allocateDocumentNumber', { document })).toBeNull();
    await instance.restart('worker');
    const suspension = await inHand(await once('SUSPENSION', 'ISSUED'));
    expect(suspension.text).toContain('Vu khống');
    expect(suspension.text).toContain('Điều 23 khoản 11, Điều 5 khoản 1 điểm d');
    expect(suspension.text).toContain('quyền khiếu nại');
    expect(suspension.page).toContain('Đang có hiệu lực');
    expect(await act('demo-director', 'liftSuspension', { reason: 'Đã khắc phục.' })).toBeNull();
    const lifting = await once('LIFTING', 'APPROVED');
    expect(await act('demo-records', 'allocateDocumentNumber', { document: lifting.id })).toBeNull();
    const lifted = await inHand(await once('LIFTING', 'ISSUED'));
    expect(lifted.text).toContain('Chấm dứt đình chỉ');
    expect(lifted.page).toContain('Đang có hiệu lực');
    expect((await inHand(await once('SUSPENSION', 'ISSUED'))).page).toContain('Không còn hiệu lực');
  });

  it('come with the revocation by which the licence has ended, and then its workflow ends', async () => {
    const again = { violation: 'slander', reason: 'Biên bản kiểm tra số 15.' };
    expect(await act('demo-director', 'suspendLicence', again)).toBeNull();
    const { id: document } = await once('REVOCATION', 'APPROVED');
    expect(await act('demo-records', 'allocateDocumentNumber', { document })).toBeNull();
    const { text } = await inHand(await once('REVOCATION', 'ISSUED'));
    expect(text).toContain('Thu hồi Giấy phép');
    expect(text).toContain('lần thứ hai');
    expect(text).toContain('Điều 23 khoản 12, Điều 23i khoản 3');
    const numbers = (await documents('demo-auditor')).map(({ kind, number }) => [
      kind,
      number?.split('/')[0],
    ]);
    expect(numbers).toStrictEqual([
      ['REMEDY_ORDER', '01'],
      ['SUSPENSION', '01'],
      ['LIFTING', '02'],
      ['REVOCATION', '03'],
    ]);
    const { commits } = await log.backbone.store.readStream(licenceStream(licenceId as LicenceId));
    const types = commits.flatMap(({ events }) => events.map(({ type }) => type));
    expect(types.filter((type) => type === 'DocumentIssued')).toHaveLength(4);
    expect(await log.faults()).toStrictEqual([]);
  });
});
