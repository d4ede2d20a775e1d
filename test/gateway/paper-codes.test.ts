import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { printed } from '../documents/printed.js';
import { byItsCode, codeOn, digestOf } from '../support/by-its-code.js';
import { type Appraised, carried, submitted, underAppraisal } from './support/filing.js';
import { type Office, openOffice } from './support/office.js';

const IN_EFFECT = 'Đang có hiệu lực';
const SETTLED = 'Việc nêu trong văn bản đã kết thúc';

let office: Office;
let open: Appraised;
beforeAll(async () => {
  office = await openOffice();
  open = await underAppraisal(office);
});
afterAll(() => office.close());

async function given(person: string, path: string): Promise<Buffer> {
  const answer = await (await office.as(person)).get(path);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

/** What its code leads to, once the projector has seen that it was given out. */
async function followed(paper: Buffer): ReturnType<typeof byItsCode> {
  const { text } = await printed(paper);
  for (;;) {
    const found = await byItsCode(office.url, text);
    if (found.page.includes('SHA-256')) return found;
    await wait(500);
  }
}

const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const records = [
  ['Phiếu kiểm soát quá trình', () => `/dossiers/${open.dossierId}/control-slip?position=${open.position}`],
  [
    'Trích sổ theo dõi hồ sơ',
    () => `/dossiers/register.pdf?from=${today}&to=${today}&position=${open.position}`,
  ],
  ['Báo cáo tổng hợp', () => `/summaries/${today.slice(0, 4)}.pdf?agency=H21.12&position=${open.position}`],
] as const;

describe.each(records)('the office’s record “%s”', (kind, path) => {
  it('is found by its code: what it is, when it was drawn, its file and the digest of that', async () => {
    const paper = await given('demo-head', path());
    const { page, original } = await followed(paper);
    for (const said of [kind, 'Ghi lại tình trạng tại thời điểm lập', digestOf(paper)])
      expect(page).toContain(said);
    expect(original.equals(paper)).toBe(true);
    for (const hidden of ['Gió Biển', 'Lê Thị Cúc']) expect(page).not.toContain(hidden);
  });
});

describe('the code of a record', () => {
  it('does not follow from what an applicant knows, the dossier’s id: it is another after every commit', async () => {
    const at = async (position: number) => {
      const path = `/dossiers/${open.dossierId}/control-slip?position=${position}`;
      return codeOn((await printed(await given('demo-head', path))).text);
    };
    expect(await at(open.position)).not.toBe(await at(open.position - 1));
  });
});

describe('a slip in somebody’s hand', () => {
  const slip = (id: string, kind: string) => given('demo-applicant', `/dossiers/${id}/slips/${kind}`);
  const accepted = async () =>
    carried(office, await submitted(await office.as('demo-applicant')), [['demo-clerk', 'acceptDossier']]);

  it('has the digest of its file on its page, and to whom it was given', async () => {
    const receipt = await slip(open.dossierId, 'receipt');
    const { page } = await followed(receipt);
    for (const said of [digestOf(receipt), 'Công ty Cổ phần Truyền thông Gió Biển'])
      expect(page).toContain(said);
  });

  it('stays what it was when it was given out, whatever people are called since and whoever asks', async () => {
    const receipt = await slip(open.dossierId, 'receipt');
    const clerk = (await office.backbone.people.find('demo-clerk'))!;
    await office.backbone.people.remember({ ...clerk, name: 'Lê Thị Cúc Hương' });
    const { page, original } = await followed(receipt);
    await office.backbone.people.remember(clerk);
    expect(original.equals(receipt)).toBe(true);
    expect(page).toContain(digestOf(receipt));
  });

  it('appoints a day until another paper puts it off, and nothing once the dossier is closed', async () => {
    const confirmed = await carried(office, await accepted(), [['demo-clerk', 'confirmCompleteness']]);
    const receipt = await slip(confirmed.dossierId, 'receipt');
    expect((await followed(receipt)).page).toContain(IN_EFFECT);
    const putOff = await carried(office, confirmed, [
      ['demo-head', 'extendDeadline', { days: 3, reason: 'Phải xác minh.', apology: 'Xin lỗi.' }],
    ]);
    expect((await followed(receipt)).page).toContain('Đã được thay đổi bởi văn bản ban hành sau');
    const apology = await slip(confirmed.dossierId, 'apology');
    expect((await followed(apology)).page).toContain(IN_EFFECT);
    await carried(office, putOff, [['demo-applicant', 'withdrawDossier', { reason: 'Thôi.' }]]);
    expect((await followed(apology)).page).toContain(SETTLED);
    const notice = (await followed(await slip(confirmed.dossierId, 'stop'))).page;
    for (const said of ['Thông báo dừng giải quyết hồ sơ', IN_EFFECT]) expect(notice).toContain(said);
  });

  it('asks for a supplement until there is one', async () => {
    const items = [{ paper: 'activityPlan', deficiency: 'notSigned', guidance: 'Bổ sung chữ ký.' }];
    const asked = await carried(office, await accepted(), [['demo-clerk', 'requestSupplement', { items }]]);
    const request = await slip(asked.dossierId, 'supplement');
    expect((await followed(request)).page).toContain(IN_EFFECT);
    await carried(office, asked, [['demo-applicant', 'withdrawDossier', { reason: 'Thôi.' }]]);
    expect((await followed(request)).page).toContain(SETTLED);
  });
});
