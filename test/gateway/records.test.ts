import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { printed } from '../documents/printed.js';
import { type Appraised, carried, submitted, underAppraisal } from './support/filing.js';
import { licensed, type Licensed } from './support/licensed.js';
import { type Office, openOffice } from './support/office.js';

let office: Office;
let open: Appraised;
let granted: Licensed;
beforeAll(async () => {
  office = await openOffice();
  open = await underAppraisal(office);
  granted = await licensed(office, open);
});
afterAll(() => office.close());

const slipPath = (query = ''): string => `/dossiers/${open.dossierId}/control-slip${query}`;

async function bytesFor(person: string, path: string): Promise<Buffer> {
  const response = await (await office.as(person)).get(path);
  expect([response.status, response.headers.get('content-type')]).toStrictEqual([200, 'application/pdf']);
  return Buffer.from(await response.arrayBuffer());
}

async function statusFor(person: string, path: string): Promise<number> {
  return (await (await office.as(person)).get(path)).status;
}

describe('the control slip of a dossier', () => {
  it('says on paper through whose hands it went', async () => {
    const { text } = await printed(await bytesFor('demo-clerk', slipPath()));
    for (const part of ['PHIẾU KIỂM SOÁT', open.code, 'Lê Thị Cúc', 'Chuyên viên thẩm định', 'Văn thư']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('Trước hạn');
    expect(text).toContain('Lấy ý kiến');
  });

  it('is the same file for a position of the log, whoever asks and whatever happened since', async () => {
    const position = `?position=${open.position}`;
    const [clerks, auditors] = await Promise.all([
      bytesFor('demo-clerk', slipPath(position)),
      bytesFor('demo-auditor', slipPath(position)),
    ]);
    expect(clerks.equals(auditors)).toBe(true);
    const { text } = await printed(clerks);
    expect(text).not.toContain('Văn thư');
    const whole = await bytesFor('demo-clerk', slipPath());
    expect(whole.equals(await bytesFor('demo-clerk', slipPath(`?position=${granted.position}`)))).toBe(true);
  });

  it('is for the office and auditors alone', async () => {
    const people = ['demo-applicant', 'demo-other-applicant', 'demo-police', 'demo-administrator'];
    const answers = await Promise.all(people.map((person) => statusFor(person, slipPath())));
    expect(answers).toStrictEqual(people.map(() => 404));
    expect((await office.anybody().get(slipPath())).status).toBe(401);
  });

  it('is not there for an unknown dossier, before the code, or at no position', async () => {
    expect(await statusFor('demo-clerk', '/dossiers/nobody/control-slip')).toBe(404);
    expect(await statusFor('demo-clerk', slipPath('?position=1'))).toBe(404);
    expect(await statusFor('demo-clerk', slipPath('?position=soon'))).toBe(400);
  });
});

const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** As papers write a date. */
function written(date: string): string {
  const [year, month, day] = date.split('-');
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

describe('the extract of the register', () => {
  const path = (query = ''): string => `/dossiers/register.pdf?from=${today}&to=${today}${query}`;

  it('lists what the agency received, with what became of it', async () => {
    const { text } = await printed(await bytesFor('demo-records', path()));
    for (const part of ['TRÍCH SỔ THEO DÕI HỒ SƠ', open.code, 'Trực tuyến', '01 hồ sơ']) {
      expect(text).toContain(part);
    }
    const old = '/dossiers/register.pdf?from=2020-01-01&to=2020-01-31';
    expect((await printed(await bytesFor('demo-records', old))).text).toContain('Không có hồ sơ nào');
  });

  it('is the same file for a position of the log', async () => {
    const asked = path(`&position=${open.position}`);
    const [one, other] = await Promise.all([bytesFor('demo-clerk', asked), bytesFor('demo-clerk', asked)]);
    expect(one.equals(other)).toBe(true);
    expect(one.equals(await bytesFor('demo-clerk', path()))).toBe(false);
  });

  it('is for officers of the agency, and for auditors who name one', async () => {
    const ours = path('&agency=H21.12');
    expect(await statusFor('demo-auditor', ours)).toBe(200);
    expect(await statusFor('demo-auditor', path())).toBe(400);
    expect(await statusFor('demo-clerk', path('&agency=H21.99'))).toBe(404);
    const others = ['demo-applicant', 'demo-police', 'demo-administrator'];
    const answers = await Promise.all(others.map((person) => statusFor(person, ours)));
    expect(answers).toStrictEqual(others.map(() => 404));
    expect((await office.anybody().get(ours)).status).toBe(401);
  });

  it.each(['from=2026-02-30&to=2026-03-01', 'from=2026-03-02&to=2026-03-01', 'to=2026-03-01'])(
    'says what is wrong with %s',
    async (query) => {
      expect(await statusFor('demo-clerk', `/dossiers/register.pdf?${query}`)).toBe(400);
    },
  );
});

describe('slips of the one-stop desk', () => {
  const slipOf = (id: string, kind: string, query = '') => `/dossiers/${id}/slips/${kind}${query}`;

  async function slipsOf(
    person: string,
    id: string,
    position: number,
  ): Promise<readonly { kind: string; path: string }[]> {
    const query = `query ($id: ID!, $position: Int!) { dossier(id: $id, atLeastPosition: $position) { slips { kind path } } }`;
    const client = await office.as(person);
    const { dossier } = await client.read<{ dossier: { slips: { kind: string; path: string }[] } }>(query, {
      id,
      position,
    });
    return dossier.slips;
  }

  it('are listed with the dossier and given to the applicant as they were given out', async () => {
    const [receipt, ...others] = await slipsOf('demo-applicant', open.dossierId, open.position);
    expect([receipt?.kind, others]).toStrictEqual(['RECEIPT', []]);
    const paper = await bytesFor('demo-applicant', receipt?.path ?? '');
    const { text } = await printed(paper);
    for (const part of [
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      open.code,
      '10 ngày làm việc',
      'Lê Thị Cúc',
    ])
      expect(text).toContain(part);
    expect(paper.equals(await bytesFor('demo-clerk', slipOf(open.dossierId, 'receipt')))).toBe(true);
  });

  it('say what the desk refuses, asks for, puts off and stops', async () => {
    const applicant = await office.as('demo-applicant');
    const refused = await carried(office, await submitted(applicant), [
      [
        'demo-clerk',
        'refuseIntake',
        { reasons: [{ code: 'duplicate' }], guidance: 'Theo dõi hồ sơ đã nộp.' },
      ],
    ]);
    const items = [{ paper: 'activityPlan', deficiency: 'notSigned', guidance: 'Bổ sung chữ ký.' }];
    const asked = await carried(office, await submitted(applicant), [
      ['demo-clerk', 'acceptDossier'],
      ['demo-clerk', 'requestSupplement', { items }],
    ]);
    const stopped = await carried(office, await submitted(applicant), [
      ['demo-clerk', 'acceptDossier'],
      ['demo-clerk', 'confirmCompleteness'],
      ['demo-head', 'extendDeadline', { days: 3, reason: 'Phải xác minh.', apology: 'Xin lỗi.' }],
      ['demo-director', 'stopDossier', { reasons: [{ code: 'applicantDissolved' }] }],
    ]);
    const withdrawn = await carried(office, await submitted(applicant), [
      ['demo-clerk', 'acceptDossier'],
      ['demo-clerk', 'confirmCompleteness'],
      ['demo-applicant', 'withdrawDossier', { reason: 'Thay đổi kế hoạch hoạt động.' }],
    ]);
    const said = [
      [refused, 'refusal', ['Hồ sơ trùng với hồ sơ khác', 'Theo dõi hồ sơ đã nộp']],
      [asked, 'supplement', ['Bổ sung chữ ký', 'Thiếu chữ ký hoặc con dấu']],
      [stopped, 'apology', ['Phải xác minh']],
      [stopped, 'stop', ['đã giải thể', 'Không phát sinh', 'Thẩm định hồ sơ', 'GIÁM ĐỐC']],
      [
        withdrawn,
        'stop',
        [
          `Theo đề nghị ${written(today)} của Công ty Cổ phần Truyền thông Gió Biển`,
          'Thay đổi kế hoạch hoạt động.',
          'Thẩm định hồ sơ',
          'NGƯỜI TIẾP NHẬN HỒ SƠ',
          'Lê Thị Cúc',
        ],
      ],
    ] as const;
    for (const [{ dossierId }, kind, parts] of said) {
      const { text } = await printed(await bytesFor('demo-applicant', slipOf(dossierId, kind)));
      for (const part of parts) expect(text).toContain(part);
    }
  });

  it('tell nothing of a stop where it was withdrawn before the desk accepted it', async () => {
    const filed = await submitted(await office.as('demo-applicant'));
    const { dossierId, position } = await carried(office, filed, [
      ['demo-applicant', 'withdrawDossier', { reason: 'Nộp nhầm.' }],
    ]);
    expect(await slipsOf('demo-applicant', dossierId, position!)).toStrictEqual([]);
    expect(await statusFor('demo-applicant', slipOf(dossierId, 'stop'))).toBe(404);
  });

  it('are there for who may see the dossier, once they were given out', async () => {
    const path = slipOf(open.dossierId, 'receipt');
    expect(await statusFor('demo-other-applicant', path)).toBe(404);
    expect((await office.anybody().get(path)).status).toBe(401);
    expect(await statusFor('demo-applicant', slipOf(open.dossierId, 'refusal'))).toBe(404);
    expect(await statusFor('demo-applicant', slipOf(open.dossierId, 'invitation'))).toBe(404);
    expect(await statusFor('demo-applicant', slipOf(open.dossierId, 'receipt', '?position=1'))).toBe(404);
  });
});
