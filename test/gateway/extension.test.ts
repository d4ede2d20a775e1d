import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { agendaOf } from '#libs/dossier/agenda.js';
import type { DossierId, LicenceId } from '#libs/kernel/ids.js';
import type { Payload } from './support/client.js';
import { underAppraisal } from './support/filing.js';
import { actOn } from './support/licence-acts.js';
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

const found = ({ dossierId }: Payload) => office.backbone.reader.findDossier(dossierId as DossierId);

it('has nothing left to do, and says so, where the licence was revoked between number and entry', async () => {
  const other = await licensed(office, await underAppraisal(office));
  const extended = await decided(office, extension, await applied(office, other, extension));
  const reason = 'Biên bản số 3.';
  const measure = { violation: 'againstState', reason };
  await actOn(office, other.licenceId as LicenceId, ['demo-director', 'revokeLicence', measure]);
  await carriedOut(office, extended);
  const read = await found(extended);
  expect(read?.events.filter(({ type }) => type.startsWith('LicenceEnt'))).toStrictEqual([
    { type: 'LicenceEntryDropped', data: { licenceId: other.licenceId, refusal: 'LicenceRevoked' } },
  ]);
  if (!read) throw new Error('There is no dossier');
  const left = agendaOf(read.dossier, read.procedure, read.calendar);
  expect(left.map(({ action }) => action)).not.toContain('enterLicence');
});

it('has nothing left to do either where others used up what the licence may be extended', async () => {
  const other = await licensed(office, await underAppraisal(office));
  const granted = [];
  for (const _ of [1, 2, 3])
    granted.push(await decided(office, extension, await applied(office, other, extension)));
  const entered = [];
  for (const one of granted) {
    await carriedOut(office, one);
    entered.push((await found(one))?.events.findLast(({ type }) => type.startsWith('LicenceEnt')));
  }
  expect(entered.map((event) => event?.type)).toStrictEqual([
    'LicenceEntered',
    'LicenceEntered',
    'LicenceEntryDropped',
  ]);
  expect(entered[2]?.data).toStrictEqual({ licenceId: other.licenceId, refusal: 'ExtensionsUsedUp' });
  expect((await licenceNow(office, other)).extensions).toBe(2);
});

it('waits where the licence was suspended between number and entry, holds up nothing else, and extends it when it holds again', async () => {
  const other = await licensed(office, await underAppraisal(office));
  const extended = await decided(office, extension, await applied(office, other, extension));
  const id = other.licenceId as LicenceId;
  const measure = { violation: 'slander', reason: 'Biên bản số 4.' };
  await actOn(office, id, ['demo-director', 'suspendLicence', measure]);
  const entries = async () => {
    await carriedOut(office, extended);
    return (await found(extended))?.events
      .map(({ type }) => type)
      .filter((type) => type.startsWith('LicenceEnt'));
  };
  expect(await entries()).toStrictEqual([]);
  expect((await found(extended))?.news).toMatchObject({
    wakeFor: 'enterLicence',
    meanwhile: { wakeFor: 'remindOfficer' },
  });
  expect((await licenceNow(office, other)).extensions).toBe(0);
  await actOn(office, id, ['demo-director', 'liftSuspension', { reason: 'Đã khắc phục.' }]);
  expect(await entries()).toStrictEqual(['LicenceEntered']);
  expect((await licenceNow(office, other)).extensions).toBe(1);
});

it('does so twice and no third time, also when the third was filed before the second was granted', async () => {
  const [second, third] = [await filed(), await filed()];
  await carriedOut(office, await decided(office, extension, second));
  expect((await licenceNow(office, granted)).extensions).toBe(2);
  expect((await filed()).refusal?.name).toBe('ExtensionsUsedUp');
  await expect(decided(office, extension, third)).rejects.toThrow('grantLicence: {"name":"ExtensionsUsedUp"');
});
