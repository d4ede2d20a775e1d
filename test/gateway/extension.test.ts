import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { underAppraisal } from './support/filing.js';
import {
  applied,
  carriedOut,
  decided,
  licenceNow,
  paperOf,
  type Wish,
} from './support/licence-application.js';
import { licensed, type Licensed } from './support/licensed.js';
import { type Office, openOffice } from './support/office.js';

const extension: Wish = {
  procedureId: 'aggregated-news-extension',
  papers: ['request'],
  answers: { years: 2, reason: 'Tiếp tục hoạt động.' },
  termYears: 2,
};
let office: Office;
let granted: Licensed;

beforeAll(async () => {
  office = await openOffice();
  granted = await licensed(office, await underAppraisal(office));
});
afterAll(() => office.close());

const filed = (changed: object = {}) => applied(office, granted, { ...extension, changed });

it('says no by name to who names no licence, or that of another', async () => {
  const names = [
    await filed({ licenceId: null }),
    await filed({ licenceId: 'no-such-licence' }),
    await filed({ procedureId: 'aggregated-news-licence' }),
  ].map(({ refusal }) => refusal?.name);
  expect(names).toStrictEqual(['LicenceNotNamed', 'NotHolderOfLicence', 'FormAnswersRejected']);
});

it('extends the licence there is by what was granted, once, and draws the decision', async () => {
  const before = await licenceNow(office, granted);
  const last = await decided(office, extension, await filed());
  await carriedOut(office, last);
  const after = await licenceNow(office, granted);
  expect([after.extensions, after.version]).toStrictEqual([1, before.version + 1]);
  const year = Number(before.expiresOn.slice(0, 4)) + 2;
  expect(after.expiresOn).toMatch(new RegExp(`^${year}-`, 'u'));
  const text = await paperOf(office, last);
  for (const said of [granted.text, 'thêm 02 (hai) năm', ` năm ${year}. Điều 2.`])
    expect(text).toContain(said);
});

it('does so twice and no third time, also when the third was filed before the second was granted', async () => {
  const [second, third] = [await filed(), await filed()];
  await carriedOut(office, await decided(office, extension, second));
  expect((await licenceNow(office, granted)).extensions).toBe(2);
  expect((await filed()).refusal?.name).toBe('ExtensionsUsedUp');
  await expect(decided(office, extension, third)).rejects.toThrow('grantLicence: {"name":"ExtensionsUsedUp"');
});
