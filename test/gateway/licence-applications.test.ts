import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#libs/commands/system.js';
import { type Digest, type DossierId, type LicenceId, licenceStream } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';
import { key, underAppraisal, uploadPaper } from './support/filing.js';
import {
  applied,
  carriedOut,
  decided,
  licenceNow,
  paperOf,
  type Wish,
} from './support/licence-application.js';
import { licensed, type Licensed } from './support/licensed.js';
import { inDays } from './support/opened-licence.js';
import { type Office, openOffice } from './support/office.js';

let office: Office;
let granted: Licensed;

beforeAll(async () => {
  office = await openOffice();
  granted = await licensed(office, await underAppraisal(office));
});
afterAll(() => office.close());

const amendmentOf = (fact: string): Wish => ({
  procedureId: 'aggregated-news-amendment',
  papers: ['request', 'evidence'],
  answers: {
    changes: [{ fact, before: 'giobien-vidu.vn', after: 'giobien-moi-vidu.vn' }],
    reason: 'Đổi tên miền.',
  },
});
const reissue: Wish = {
  procedureId: 'aggregated-news-reissue',
  papers: ['request'],
  answers: { cause: 'damaged', reason: 'Bị ướt trong đợt lũ.' },
};
const notice: Wish = {
  procedureId: 'aggregated-news-change-notice',
  papers: ['notice', 'evidence'],
  answers: {
    change: 'headOffice',
    changedOn: '2026-01-05',
    before: 'Số 18 đường Ví Dụ, phường Quy Nhơn',
    after: 'Số 20 đường Ví Dụ, phường Quy Nhơn',
  },
};
const giveBack: Wish = {
  procedureId: 'aggregated-news-return',
  papers: ['notice'],
  answers: { reason: 'Ngừng hoạt động.', endsOn: '2026-12-31' },
};

const eventsOfLicence = async () => {
  const { commits } = await office.backbone.store.readStream(licenceStream(granted.licenceId as LicenceId));
  return commits.flatMap(({ events }) => events);
};

async function through(wish: Wish) {
  const last = await decided(office, wish, await applied(office, granted, wish));
  await carriedOut(office, last);
  return { last, newest: (await eventsOfLicence()).at(-1) };
}

interface Offered {
  readonly facts: readonly { readonly fact: string; readonly value: string }[];
  readonly applications: readonly {
    readonly procedure: { readonly id: string };
    readonly refusal: { readonly name: string } | null;
    readonly answers: unknown;
  }[];
}

async function offered(person: string): Promise<Offered> {
  const query = `query ($id: ID!) { licenceApplications(licenceId: $id) {
    facts { fact value } applications { procedure { id } refusal { name } answers } } }`;
  const client = await office.as(person);
  const { licenceApplications } = await client.read<{ licenceApplications: Offered }>(query, {
    id: granted.licenceId,
  });
  return licenceApplications;
}

describe('an application about a licence there is', () => {
  it('amends what may be amended, and says in the decision what was and what is', async () => {
    const { last, newest } = await through(amendmentOf('site.domain'));
    expect(newest).toMatchObject({ type: 'LicenceAmended', data: { facts: ['site.domain'] } });
    const text = await paperOf(office, last);
    for (const said of [granted.text, 'sửa đổi, bổ sung Giấy phép', 'Tên miền', 'giobien-moi-vidu.vn'])
      expect(text).toContain(said);
  });

  // Decisions once repeated the applicant's word: another holder, and a licence that had said something else.
  it('ends in a paper that states what the licence says, and not what the applicant writes of it', async () => {
    const answers = { changes: [{ fact: 'site.servers', before: 'Sai', after: 'Quy Nhơn' }], reason: 'Dời.' };
    const { last } = await through({ ...amendmentOf('site.servers'), answers });
    const text = await paperOf(office, last);
    expect(text).toContain('cấp cho Công ty Cổ phần Truyền thông Gió Biển');
    expect(text).toContain('Trung tâm dữ liệu Ví Dụ');
    for (const untrue of ['Công ty TNHH Tin tức Quy Nhơn', '12 Nguyễn Huệ', 'Sai'])
      expect(text).not.toContain(untrue);
  });

  // What an officer amends without an application lies in the paper that was brought: the old words are true no more.
  it('goes by the word of the applicant where the licence was amended without one', async () => {
    const client = await office.as('demo-director');
    const digest = await uploadPaper(client, 'Bản án');
    const input = { licenceId: granted.licenceId, idempotencyKey: key(), fact: 'site.servers', digest };
    await client.read('mutation ($input: AmendLicenceInput!) { amendLicence(input: $input) { position } }', {
      input,
    });
    const { facts } = await offered('demo-applicant');
    expect(facts.map(({ fact }) => fact)).not.toContain('site.servers');
    const answers = {
      changes: [{ fact: 'site.servers', before: 'Pleiku', after: 'An Khê' }],
      reason: 'Dời.',
    };
    const { last } = await through({ ...amendmentOf('site.servers'), answers });
    expect(await paperOf(office, last)).toContain('Pleiku');
    expect(
      new Map((await offered('demo-applicant')).facts.map(({ fact, value }) => [fact, value])).get(
        'site.servers',
      ),
    ).toBe('An Khê');
  });

  it('is refused by name when what is to change needs a new licence, before anybody works on it', async () => {
    const { refusal } = await applied(office, granted, amendmentOf('purpose'));
    expect([refusal?.name, refusal?.details]).toStrictEqual(['NewLicenceNeeded', { fields: ['purpose'] }]);
  });

  it('has a licence issued again with the term it had', async () => {
    const { expiresOn } = await licenceNow(office, granted);
    const { last, newest } = await through(reissue);
    expect(newest).toMatchObject({ type: 'LicenceReissued', data: { cause: 'damaged' } });
    expect((await licenceNow(office, granted)).expiresOn).toBe(expiresOn);
    expect(await paperOf(office, last)).toContain('giấy phép đã cấp bị hư hỏng');
  });

  it('tells of another head office, which is confirmed within seven working days', async () => {
    const { last, newest } = await through(notice);
    expect(newest).toMatchObject({
      type: 'HolderChangeNoted',
      data: {
        change: 'headOffice',
        changedOn: '2026-01-05',
        told: { on: inDays(0), by: '2026-01-16', late: true },
      },
    });
    // The Saturday of that week was worked in lieu of 2 January; ten working days end on the 16th.
    const clerk = await office.as('demo-specialist');
    const { licenceHistory } = await clerk.read<{
      licenceHistory: { edges: { node: { events: { sentence: { vi: string } }[] } }[] };
    }>(
      `query ($id: ID!, $at: Int!) { licenceHistory(licenceId: $id, first: 100, atLeastPosition: $at) {
        edges { node { events { sentence { vi } } } } } }`,
      { id: granted.licenceId, at: await office.backbone.store.tail() },
    );
    const sentences = licenceHistory.edges.flatMap(({ node }) =>
      node.events.map(({ sentence }) => sentence.vi),
    );
    expect(sentences.at(-1)).toContain('quá hạn 16/01/2026');
    const text = await paperOf(office, last);
    const changed =
      'Trước khi thay đổi: Số 18 đường Ví Dụ, phường Quy Nhơn, tỉnh Gia Lai. Sau khi thay đổi: Số 20 đường Ví Dụ, phường Quy Nhơn.';
    for (const said of ['đã thông báo thay đổi địa chỉ trụ sở chính', 'ngày 05 tháng 01 năm 2026', changed])
      expect(text).toContain(said);
  });

  // It was changed before an upgrade and entered after it: the key is the same, what is said of the change is not.
  it('is entered where an earlier release had made the change and was ended before it said so', async () => {
    const last = await decided(office, notice, await applied(office, granted, notice));
    const id = last.dossierId as DossierId;
    const read = await office.backbone.reader.findDossier(id);
    const asked = { change: 'headOffice', changedOn: '2026-01-05' as LocalDate } as const;
    await office.backbone.commands.licence({
      id: granted.licenceId as LicenceId,
      command: { type: 'noteHolderChange', data: { ...asked, evidence: read?.dossier.form as Digest } },
      actor: SYSTEM,
      idempotencyKey: `noteHolderChange ${id}`,
      correlationId: `dossier/${id}`,
    });
    await carriedOut(office, last);
    const after = await office.backbone.reader.findDossier(id);
    expect(after?.events.at(-1)?.type).toBe('LicenceEntered');
  });

  it('starts with what the licence says today, amendments and notices included', async () => {
    const { facts, applications } = await offered('demo-applicant');
    const said = new Map(facts.map(({ fact, value }) => [fact, value]));
    expect(said.get('site.domain')).toBe('giobien-moi-vidu.vn');
    const [amendment, extension] = ['amendment', 'extension'].map((name) =>
      applications.find(({ procedure }) => procedure.id === `aggregated-news-${name}`),
    );
    expect(amendment?.answers).toStrictEqual({
      organisation: {
        name: 'Công ty Cổ phần Truyền thông Gió Biển',
        taxCode: '4101999018',
        address: 'Số 20 đường Ví Dụ, phường Quy Nhơn',
      },
      licenceNumber: granted.text,
    });
    expect([amendment?.refusal, extension?.refusal]).toStrictEqual([null, null]);
  });

  it('is shown to nobody who may not see the licence', async () => {
    expect(await offered('demo-other-applicant')).toBeNull();
  });

  it('proposes no years where a grant has none', async () => {
    const filed = await applied(office, granted, reissue);
    await expect(decided(office, { ...reissue, termYears: 2 }, filed)).rejects.toThrow('TermNotExpected');
  });

  it('gives a licence back, after which every other is refused by name', async () => {
    const waiting = await applied(office, granted, reissue);
    const { last, newest } = await through(giveBack);
    expect(newest).toMatchObject({ type: 'LicenceReturned' });
    expect(await paperOf(office, last)).toContain('Giấy phép nêu trên hết hiệu lực kể từ ngày');
    for (const wish of [amendmentOf('site.domain'), reissue, notice, giveBack])
      expect((await applied(office, granted, wish)).refusal?.name).toBe('LicenceReturned');
    await expect(decided(office, reissue, waiting)).rejects.toThrow('LicenceReturned');
    const { applications } = await offered('demo-applicant');
    expect(new Set(applications.map(({ refusal }) => refusal?.name))).toStrictEqual(
      new Set(['LicenceReturned']),
    );
  });
});
