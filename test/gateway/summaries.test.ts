import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { printed } from '../documents/printed.js';
import { underAppraisal } from './support/filing.js';
import { licensed, type Licensed } from './support/licensed.js';
import { type Office, openOffice } from './support/office.js';

const year = new Date(Date.now() + 7 * 3_600_000).getUTCFullYear();

let office: Office;
let granted: Licensed;
beforeAll(async () => {
  office = await openOffice();
  granted = await licensed(office, await underAppraisal(office));
});
afterAll(() => office.close());

async function bytesFor(person: string, path: string): Promise<Buffer> {
  const response = await (await office.as(person)).get(path);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

async function statusFor(person: string, path: string): Promise<number> {
  return (await (await office.as(person)).get(path)).status;
}

/** What changes the summary of this year: a suspension. */
async function suspend(): Promise<void> {
  const director = await office.as('demo-director');
  const { suspendLicence } = await director.read<{ suspendLicence: { refusal: unknown } }>(
    'mutation ($input: SuspendLicenceInput!) { suspendLicence(input: $input) { refusal { name } } }',
    {
      input: {
        licenceId: granted.licenceId,
        idempotencyKey: 'summary-suspends',
        violation: 'slander',
        reason: 'Biên bản kiểm tra số 12.',
      },
    },
  );
  expect(suspendLicence.refusal).toBeNull();
}

describe('the summary of a department', () => {
  it('is the same to the byte for a position of the log, whatever happened since and whoever asks', async () => {
    const path = (kind: string, position = granted.position) =>
      `/summaries/${year}.${kind}?agency=H21.12&position=${position}`;
    const [json, pdf] = [await bytesFor('demo-head', path('json')), await bytesFor('demo-head', path('pdf'))];
    await suspend();
    expect((await bytesFor('demo-auditor', path('json'))).equals(json)).toBe(true);
    expect((await bytesFor('demo-auditor', path('pdf'))).equals(pdf)).toBe(true);
    const now = await office.backbone.store.tail();
    expect((await bytesFor('demo-head', path('json', now))).equals(json)).toBe(false);
    const { shape, licences, acts, violations } = JSON.parse(
      (await bytesFor('demo-head', path('json', now))).toString(),
    ) as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    expect(shape).toBe('hoso.department-summary/1');
    expect([licences?.['suspended'], acts?.['issued'], acts?.['suspended']]).toStrictEqual([1, 1, 1]);
    expect(violations).toMatchObject([{ code: 'slander', suspensions: 1, revocations: 0 }]);
    const elsewhere = await bytesFor('demo-auditor', `/summaries/${year}.json?agency=H21.99`);
    expect(JSON.parse(elsewhere.toString())).toMatchObject({
      licences: { suspended: 0 },
      acts: { issued: 0 },
    });
    const { text } = await printed(await bytesFor('demo-head', path('pdf', now)));
    for (const part of ['BÁO CÁO TỔNG HỢP', 'Vu khống', `năm ${year}`]) expect(text).toContain(part);
  });

  it('is read over GraphQL with its day of sending', async () => {
    const head = await office.as('demo-head');
    const { departmentSummary } = await head.read<{ departmentSummary: Readonly<Record<string, unknown>> }>(
      `{ departmentSummary(periodName: "${year}") { shape dueOn over licences { code count } late { licence } } }`,
    );
    expect(departmentSummary).toMatchObject({ dueOn: `${year + 1}-01-30`, over: false, late: [] });
  });

  it('is for officers of the department and auditors alone', async () => {
    const path = `/summaries/${year}-H1.json?agency=H21.12`;
    const others = ['demo-applicant', 'demo-police', 'demo-administrator'];
    expect(await Promise.all(others.map((person) => statusFor(person, path)))).toStrictEqual([404, 404, 404]);
    expect(await statusFor('demo-clerk', `/summaries/${year}.json?agency=H21.99`)).toBe(404);
    expect((await office.anybody().get(path)).status).toBe(401);
  });

  it('says what is wrong with what was asked', async () => {
    const asked = [
      `/summaries/${year}-H3.json`,
      `/summaries/${year + 1}.json`,
      `/summaries/${year}.json?position=0`,
      `/summaries/${year}.json?position=soon`,
      `/summaries/${year}.txt`,
    ];
    const answers = await Promise.all(asked.map((path) => statusFor('demo-clerk', path)));
    expect(answers).toStrictEqual([400, 422, 422, 400, 404]);
  });
});
