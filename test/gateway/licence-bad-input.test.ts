import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LicenceId } from '#libs/kernel/ids.js';
import { shownDate } from '#libs/kernel/time.js';
import { uploadPaper } from './support/filing.js';
import { actOn } from './support/licence-acts.js';
import { bySystem, inDays, openedLicence } from './support/opened-licence.js';
import { type Office, openOffice } from './support/office.js';

const yearOf = (date: string) => Number(date.slice(0, 4));
const thisYear = yearOf(inDays(0));
/** The last year whose report counts as missed by now, on whatever day this runs. */
const missedYear = yearOf(inDays(-60));
const issuedOn = inDays(-500);
const dueIn = (year: number) => `annualReport-${year}-01-14`;
/** The reports that a licence of that day owes up to a year. */
const dueUpTo = (last: number) =>
  Array.from({ length: last - yearOf(issuedOn) }, (_, index) => dueIn(yearOf(issuedOn) + 1 + index));
const answers = { visits: 10, articles: 3, sources: ['TTXVN'], removals: 0 };
const reportOf = (year: number, period = year - 1) => ({
  obligation: dueIn(year),
  period,
  answers,
});

let office: Office;
let old: LicenceId;
let revoked: LicenceId;
beforeAll(async () => {
  office = await openOffice();
  old = await openedLicence(office, '1', { issuedOn, expiresOn: inDays(900) });
  revoked = await openedLicence(office, '2', { issuedOn, expiresOn: inDays(900) });
  const reason = 'Biên bản số 3.';
  await actOn(office, revoked, ['demo-director', 'revokeLicence', { violation: 'againstState', reason }]);
});
afterAll(() => office.close());

const refused = async (id: LicenceId, report: object) =>
  (await actOn(office, id, ['demo-applicant', 'submitReport', report])).refusal;
const submit = async (id: LicenceId, report: object) => (await refused(id, report))?.name;

interface Listed {
  readonly obligations: { readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[] };
}

async function obligations(
  person: string,
  filter: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = await office.as(person);
  const { obligations: listed } = await client.read<Listed>(
    `query ($position: Int!) { obligations(filter: {${filter}}, first: 100, atLeastPosition: $position) {
      edges { node { obligation licenceId kind since dueOn late outcome } } } }`,
    { position: await office.backbone.store.tail() },
  );
  return listed.edges.map(({ node }) => node);
}

describe('a report', () => {
  it('for the wrong period is refused by name', async () => {
    expect(await refused(old, reportOf(missedYear, missedYear - 3))).toMatchObject({
      name: 'WrongPeriod',
      message: { vi: `Báo cáo không đúng kỳ. Phải là năm ${missedYear - 1}.` },
    });
  });

  it('before its period is over is refused by name', async () => {
    expect(await submit(old, reportOf(thisYear + 1))).toBe('PeriodNotOver');
  });

  it('for a duty that there is not is refused by name', async () => {
    expect(await submit(old, { ...reportOf(missedYear), obligation: 'annualReport-1999-01-14' })).toBe(
      'ObligationUnknown',
    );
  });

  it('for the renewal, which the list has beside the duties, is not needed', async () => {
    const [window] = await obligations('demo-applicant', `licenceId: "${old}", kind: RENEWAL`);
    expect(await submit(old, { ...reportOf(missedYear), obligation: window?.['obligation'] })).toBe(
      'NothingToSubmit',
    );
  });

  it('handed in twice is refused by name', async () => {
    expect(await submit(old, reportOf(missedYear))).toBeUndefined();
    expect(await submit(old, reportOf(missedYear))).toBe('ReportAlreadySubmitted');
  });

  it('under a revoked licence is refused by name, whatever year it is about', async () => {
    expect(await refused(revoked, reportOf(missedYear))).toMatchObject({
      name: 'LicenceRevoked',
      message: { vi: `Giấy phép đã bị thu hồi. Từ ngày ${shownDate(inDays(0))}.` },
    });
    expect(await submit(revoked, reportOf(thisYear + 1))).toBe('LicenceRevoked');
  });
});

describe('an extension', () => {
  // Thirty days before the end at the latest: 20 days before it, the last day was ten days ago.
  let ending: LicenceId;
  beforeAll(async () => {
    ending = await openedLicence(office, '3', { issuedOn, expiresOn: inDays(20) });
  });

  it('asked for on the last day is heard, a day late refused by name with that day', async () => {
    const { refusal } = await actOn(office, ending, [
      'demo-director',
      'extendLicence',
      { filedOn: inDays(-9), years: 1 },
    ]);
    expect([refusal?.name, refusal?.details['latest']]).toStrictEqual(['ExtensionFiledLate', inDays(-10)]);
    expect(refusal?.message.vi).toContain(`chậm nhất phải nộp ngày ${shownDate(inDays(-10))}`);
    const inTime = { filedOn: inDays(-10), years: 1 };
    expect((await actOn(office, ending, ['demo-director', 'extendLicence', inTime])).refusal).toBeNull();
  });

  it('applied for too late is refused to the holder when it is filed', async () => {
    const late = await openedLicence(office, '4', { issuedOn, expiresOn: inDays(29) });
    const applicant = await office.as('demo-applicant');
    const organisation = { name: 'Công ty TNHH Tin tức Quy Nhơn', address: '12 Nguyễn Huệ, Quy Nhơn' };
    const { refusal } = await applicant.command('submitDossier', {
      idempotencyKey: 'a-day-late',
      procedureId: 'aggregated-news-extension',
      channel: 'ONLINE',
      applicantKind: 'ENTERPRISE',
      answers: { organisation, licenceNumber: '4/GP-TTĐT', years: 1, reason: 'Tiếp tục hoạt động.' },
      papers: [{ code: 'request', digest: await uploadPaper(applicant, 'a request') }],
      licenceId: late,
    });
    expect(refusal?.name).toBe('ExtensionFiledLate');
  });

  it('for the third time is refused by name', async () => {
    const id = await openedLicence(office, '5', { issuedOn, expiresOn: inDays(400) });
    const extend = async () =>
      (await actOn(office, id, ['demo-director', 'extendLicence', { filedOn: inDays(0), years: 1 }])).refusal
        ?.name;
    expect([await extend(), await extend(), await extend()]).toStrictEqual([
      undefined,
      undefined,
      'ExtensionsUsedUp',
    ]);
    const windows = await obligations('demo-applicant', `licenceId: "${id}", kind: RENEWAL`);
    expect(windows.map(({ outcome }) => outcome)).toStrictEqual(['EXTENDED', 'EXTENDED']);
  });

  it('for longer than the law allows is refused by name', async () => {
    const { refusal } = await actOn(office, old, [
      'demo-director',
      'extendLicence',
      { filedOn: inDays(0), years: 3 },
    ]);
    expect(refusal?.name).toBe('ExtensionTooLong');
  });
});

describe('an amendment', () => {
  let digest: string;
  beforeAll(async () => {
    digest = await uploadPaper(await office.as('demo-director'), 'Văn bản đề nghị');
  });

  it('of a field that needs a new licence is refused by name, with the field', async () => {
    const { refusal } = await actOn(office, old, [
      'demo-director',
      'amendLicence',
      { fact: 'site.kind', digest },
    ]);
    expect([refusal?.name, refusal?.details['fields']]).toStrictEqual(['NewLicenceNeeded', ['site.kind']]);
    const purpose = { fact: 'purpose', digest };
    const named = await actOn(office, old, ['demo-director', 'amendLicence', purpose]);
    expect(named.refusal?.message.vi).toContain('Nội dung đó là: mục đích cung cấp thông tin.');
  });

  it('proven by a paper that nobody brought, or somebody else did, is refused with its digest', async () => {
    const theirs = await uploadPaper(await office.as('demo-clerk'), 'Biên bản');
    for (const unknown of ['f'.repeat(64), theirs]) {
      const input = { fact: 'site.domain', digest: unknown };
      const { refusal } = await actOn(office, old, ['demo-director', 'amendLicence', input]);
      expect([refusal?.name, refusal?.details]).toStrictEqual(['PapersNotUploaded', { digests: [unknown] }]);
    }
    const note = { change: 'OWNER', changedOn: inDays(-3), digest: 'f'.repeat(64) };
    const { refusal } = await actOn(office, old, ['demo-specialist', 'noteHolderChange', note]);
    expect(refusal?.name).toBe('PapersNotUploaded');
  });
});

describe('the list of obligations', () => {
  it('is filtered by kind, lateness, holder, day and openness', async () => {
    const id = await openedLicence(office, '6', { issuedOn, expiresOn: inDays(900) });
    const here = `licenceId: "${id}"`;
    const ids = (rows: Awaited<ReturnType<typeof obligations>>) => rows.map(({ obligation }) => obligation);
    const [window] = await obligations('demo-applicant', `${here}, kind: RENEWAL`);
    expect(window).toMatchObject({ dueOn: inDays(870), outcome: null, late: false });
    const late = dueUpTo(thisYear).filter((duty) => duty < `annualReport-${inDays(0)}`);
    expect(ids(await obligations('demo-applicant', `${here}, late: true`))).toStrictEqual(late);
    const soon = await obligations('demo-applicant', `${here}, dueBefore: "${thisYear + 2}-01-01"`);
    expect(ids(soon)).toStrictEqual(dueUpTo(thisYear + 1));
    const all = await obligations('demo-auditor', here);
    expect(await obligations('demo-specialist', `${here}, holder: "demo-other-applicant"`)).toStrictEqual([]);
    expect(await obligations('demo-specialist', `${here}, holder: "demo-applicant"`)).toStrictEqual(all);
    expect(await obligations('demo-other-applicant', here)).toStrictEqual([]);
    await bySystem(office, id, { type: 'missObligation', data: { obligation: dueIn(missedYear) } });
    expect(ids(await obligations('demo-applicant', `${here}, open: false`))).toStrictEqual([
      dueIn(missedYear),
    ]);
  });

  it('says of a report that nobody examined before the licence ended that it was handed in', async () => {
    const id = await openedLicence(office, '7', { issuedOn, expiresOn: inDays(900) });
    expect(await submit(id, reportOf(missedYear))).toBeUndefined();
    const reason = 'Biên bản số 4.';
    await actOn(office, id, ['demo-director', 'revokeLicence', { violation: 'againstState', reason }]);
    const ended = await obligations('demo-applicant', `licenceId: "${id}"`);
    const byDuty = new Map(ended.map(({ obligation, outcome }) => [obligation, outcome]));
    expect(byDuty.get(dueIn(missedYear))).toBe('UNEXAMINED');
    expect([...byDuty.values()].filter((outcome) => outcome !== 'LAPSED')).toStrictEqual(['UNEXAMINED']);
  });

  it('has nothing open under a licence that was revoked', async () => {
    expect(await obligations('demo-applicant', `licenceId: "${revoked}", open: true`)).toStrictEqual([]);
    const ended = await obligations('demo-applicant', `licenceId: "${revoked}"`);
    expect(new Set(ended.map(({ outcome }) => outcome))).toStrictEqual(new Set(['LAPSED']));
  });
});
