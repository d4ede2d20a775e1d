import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOn, digestOf } from '../support/by-its-code.js';
import { printed } from '../documents/printed.js';
import type { Payload } from './support/client.js';
import { underAppraisal } from './support/filing.js';
import { applied, carriedOut, decided, fileOf, type Wish } from './support/licence-application.js';
import { licensed, type Licensed } from './support/licensed.js';
import { type Office, openOffice } from './support/office.js';

const IN_EFFECT = 'Đang có hiệu lực';
/** As the licence says; the applications name another. */
const HOLDER = 'Công ty Cổ phần Truyền thông Gió Biển';

let office: Office;
let granted: Licensed;
beforeAll(async () => {
  office = await openOffice();
  granted = await licensed(office, await underAppraisal(office));
});
afterAll(() => office.close());

const change = {
  changes: [{ fact: 'site.domain', before: 'giobien-vidu.vn', after: 'giobien-moi-vidu.vn' }],
  reason: 'Đổi tên miền.',
};
const moved = {
  change: 'headOffice',
  changedOn: '2026-01-05',
  before: 'Số 18 đường Ví Dụ, phường Quy Nhơn',
  after: 'Số 20 đường Ví Dụ, phường Quy Nhơn',
};
const wishes: Readonly<Record<string, Omit<Wish, 'procedureId'>>> = {
  extension: {
    papers: ['request'],
    answers: { years: 2, reason: 'Tiếp tục hoạt động.' },
    termYears: 2,
  },
  amendment: { papers: ['request', 'evidence'], answers: change },
  reissue: { papers: ['request'], answers: { cause: 'damaged', reason: 'Bị ướt trong đợt lũ.' } },
  'change-notice': { papers: ['notice', 'evidence'], answers: moved },
  return: { papers: ['notice'], answers: { reason: 'Ngừng hoạt động.', endsOn: '2026-12-31' } },
};

/** The paper that an application of this kind ends in. */
async function paperFor(kind: string): Promise<Uint8Array> {
  const wish = { procedureId: `aggregated-news-${kind}`, papers: [], answers: {}, ...wishes[kind] };
  const last = await decided(office, wish, await applied(office, granted, wish));
  await carriedOut(office, last);
  return fileOf(office, last);
}

const addressOf = async (paper: Uint8Array) => `${office.url}/verify/${codeOn((await printed(paper)).text)}`;

/** What the page of a paper says, once the read models have seen why it says so; nobody may ask for it too often. */
async function pageOf(paper: Uint8Array, said: string): Promise<string> {
  const address = await addressOf(paper);
  let page = '';
  for (let attempt = 0; attempt < 15 && !page.includes(said); attempt += 1) {
    if (attempt > 0) await wait(1000);
    page = await (await fetch(address)).text();
  }
  expect(page).toContain(said);
  return page;
}

const given: Record<string, Uint8Array> = {};

describe.each([
  ['extension', 'Quyết định gia hạn giấy phép'],
  ['amendment', 'Quyết định sửa đổi, bổ sung giấy phép'],
  ['reissue', 'Quyết định cấp lại giấy phép'],
  ['change-notice', 'Công văn xác nhận thông báo thay đổi'],
])('the paper that the application “%s” ends in', (kind, name) => {
  it('has a code of its own: what it is, about which licence, its file and the digest of that', async () => {
    const paper = await paperFor(kind);
    given[kind] = paper;
    // Once it led to the certificate, with which nobody can compare it.
    const page = await pageOf(paper, name);
    for (const said of [granted.text, digestOf(paper), IN_EFFECT, `<dd>${HOLDER}</dd>`])
      expect(page).toContain(said);
    expect((await printed(paper)).text).toContain(HOLDER);
    const original = await fetch(`${await addressOf(paper)}/document.pdf`);
    expect(digestOf(new Uint8Array(await original.arrayBuffer()))).toBe(digestOf(paper));
  });
});

describe('the certificate of a licence that was changed since', () => {
  const payload = (): Payload => ({ ...granted, version: 0, repeated: false, refusal: null });

  it('is told to be read with what came later: its last day is no longer the one that is printed', async () => {
    const page = await pageOf(await fileOf(office, payload()), 'Đã được gia hạn');
    for (const said of ['Giấy phép đang có hiệu lực', 'Đã được sửa đổi, bổ sung', 'Đã được cấp lại'])
      expect(page).toContain(said);
  });
});

describe('what such papers are worth', () => {
  it('changes with a later extension where they name the last day', async () => {
    await paperFor('extension');
    for (const kind of ['extension', 'reissue', 'change-notice'])
      await pageOf(given[kind]!, 'Đã được thay đổi bởi văn bản ban hành sau');
    await pageOf(given['amendment']!, IN_EFFECT);
  });

  it('ends with the licence, which is said for good', async () => {
    const returned = await paperFor('return');
    expect(await pageOf(returned, 'Công văn xác nhận trả lại giấy phép')).toContain(IN_EFFECT);
    for (const paper of Object.values(given)) await pageOf(paper, 'Không còn hiệu lực');
  });
});
