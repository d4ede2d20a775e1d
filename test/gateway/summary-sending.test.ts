import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyLog } from '#libs/event-store/verify-chain.js';
import type { Payload } from './support/client.js';
import { key, uploadPaper } from './support/filing.js';
import { inDays, openedLicence } from './support/opened-licence.js';
import { type Office, openOffice } from './support/office.js';

const today = inDays(0);
const year = Number(today.slice(0, 4));
/** Over since long, and its last day too, on whatever day this runs. */
const PERIOD = `${year - 1}-H1`;
const path = (kind: string, position: number) =>
  `/summaries/${PERIOD}.${kind}?agency=H21.12&position=${position}`;

let office: Office;
let position: number;
beforeAll(async () => {
  office = await openOffice();
  await openedLicence(office, '7', { issuedOn: inDays(-500), expiresOn: inDays(900) });
  position = await office.backbone.store.tail();
});
afterAll(() => office.close());

interface Answered extends Omit<Payload, 'dossierId' | 'trackingSecret'> {
  readonly summary: Readonly<Record<string, unknown>> | null;
}

const FIELDS = `position version repeated refusal { name message { vi en } details }
  summary { sendingStanding awaiting sendingVersion
    sent { addressee addresseeName { en } sentOn late way reference position file } }`;

async function act(person: string, name: string, input: object): Promise<Answered> {
  const client = await office.as(person);
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const { [name]: payload } = await client.read<Record<string, Answered>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${FIELDS} } }`,
    { input: { periodName: PERIOD, addressee: 'MINISTRY', idempotencyKey: key(), ...input } },
  );
  return payload!;
}

const letter = () => ({ sentOn: today, way: 'DOCUMENT_SYSTEM', reference: '45/BC-SVHTTDL', position });
const record = (person: string, changes: object = {}) =>
  act(person, 'recordSummarySent', { ...letter(), ...changes });
const refusalOf = async (answer: Promise<Answered>) => (await answer).refusal?.name;

async function bytesFor(person: string, at: string): Promise<Buffer> {
  const response = await (await office.as(person)).get(at);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

it.each([
  {
    said: 'of a period that nobody knows',
    changes: { periodName: '2026-H3' },
    refusal: 'SummaryPeriodUnknown',
  },
  { said: 'of a period that runs', changes: { periodName: String(year) }, refusal: 'SummaryPeriodNotOver' },
  { said: 'on a day to come', changes: { sentOn: inDays(1) }, refusal: 'DateAhead' },
  { said: 'within the period', changes: { sentOn: `${year - 1}-06-30` }, refusal: 'SentBeforePeriodEnded' },
  { said: 'as of no position', changes: { position: 999_999 }, refusal: 'SummaryPositionUnknown' },
  { said: 'before its position', changes: { sentOn: inDays(-1) }, refusal: 'SummaryOfLaterDay' },
  { said: 'by a one-stop clerk', by: 'demo-clerk', refusal: 'NotPermitted' },
  { said: 'by an auditor', by: 'demo-auditor', refusal: 'NotPermitted' },
  { said: 'by an applicant', by: 'demo-applicant', refusal: 'NotPermitted' },
])('nobody records a summary as sent $said', async ({ by = 'demo-head', changes = {}, refusal }) => {
  const before = await office.backbone.store.tail();
  const { recordSummarySent: answer } = await (
    await office.as(by)
  ).read<Record<string, Pick<Answered, 'refusal'>>>(
    'mutation ($input: RecordSummarySentInput!) { recordSummarySent(input: $input) { refusal { name } } }',
    { input: { ...letter(), periodName: PERIOD, addressee: 'MINISTRY', idempotencyKey: key(), ...changes } },
  );
  expect(answer?.refusal?.name).toBe(refusal);
  expect(await office.backbone.store.tail()).toBe(before);
});

describe('that a summary was sent', () => {
  it('is not believed before there is a paper that could have been sent', async () => {
    const { refusal } = await record('demo-head');
    expect(refusal).toStrictEqual({
      name: 'SummaryNeverDrawn',
      message: {
        vi: 'Chưa ai lập bản PDF tại vị trí này: hãy lập, hoặc tải lên bản đã gửi.',
        en: 'Nobody has drawn the paper at this position: draw it, or upload what was sent.',
      },
      details: { position },
    });
  });

  it('is recorded once for each addressee, with the file, and shown beside a summary that stays as it was', async () => {
    const json = await bytesFor('demo-auditor', path('json', position));
    const file = createHash('sha256')
      .update(await bytesFor('demo-head', path('pdf', position)))
      .digest('hex');
    const input = { idempotencyKey: key() };
    const recorded = await record('demo-head', input);
    expect([recorded.refusal, recorded.version]).toStrictEqual([null, 1]);
    const sent = {
      ...letter(),
      addressee: 'MINISTRY',
      late: true,
      file,
      addresseeName: {
        en: 'Ministry of Culture, Sports and Tourism (Authority of Broadcasting and Electronic Information)',
      },
    };
    expect(recorded.summary).toStrictEqual({
      sendingStanding: 'LATE',
      awaiting: ['PEOPLES_COMMITTEE'],
      sendingVersion: 1,
      sent: [sent],
    });
    expect(await record('demo-head', input)).toMatchObject({ repeated: true, position: recorded.position });
    expect(await refusalOf(record('demo-head', { ...input, way: 'POST' }))).toBe('KeyReused');
    expect((await record('demo-specialist')).refusal).toMatchObject({
      name: 'SummaryAlreadySent',
      details: { addressee: 'ministry', sentOn: today, reference: '45/BC-SVHTTDL' },
    });
    expect((await bytesFor('demo-auditor', path('json', position))).equals(json)).toBe(true);
  });

  it('may name a signed copy, by whoever uploaded it', async () => {
    const digest = await uploadPaper(await office.as('demo-records'), 'the summary with its signatures');
    const other = { addressee: 'PEOPLES_COMMITTEE', way: 'POST', digest };
    expect(await refusalOf(record('demo-head', other))).toBe('PapersNotUploaded');
    const { summary } = await record('demo-records', other);
    expect(summary).toMatchObject({
      sendingStanding: 'SENT_LATE',
      awaiting: [],
      sent: [{}, { file: digest }],
    });
  });

  it('is taken back with a reason by who erred, and an auditor sees both', async () => {
    const wrong = { reason: 'Ghi nhầm: văn bản chưa phát hành.' };
    const seen = { ...wrong, expectedVersion: 1 };
    expect(await refusalOf(act('demo-specialist', 'withdrawSummarySending', seen))).toBe('StaleVersion');
    const withdrawn = await act('demo-specialist', 'withdrawSummarySending', wrong);
    expect(withdrawn.summary).toMatchObject({ sendingStanding: 'LATE', awaiting: ['MINISTRY'] });
    const again = act('demo-specialist', 'withdrawSummarySending', wrong);
    expect(await refusalOf(again)).toBe('SummaryNotSent');

    const auditor = await office.as('demo-auditor');
    const { departmentSummary } = await auditor.read<{ departmentSummary: { sendingHistory: Entry[] } }>(
      `{ departmentSummary(periodName: "${PERIOD}", agency: "H21.12") { sendingHistory {
        n actor { name } commandName { vi } stageAfter hash events { type sentence { vi en } data } } } }`,
    );
    const { sendingHistory: entries } = departmentSummary;
    expect(entries.map(({ n, actor, stageAfter }) => [n, actor.name, stageAfter])).toStrictEqual([
      [1, 'Hoàng Văn Hải', 'awaited'],
      [2, expect.any(String), 'sent'],
      [3, 'Phạm Văn Dũng', 'awaited'],
    ]);
    const [first, , last] = entries;
    const shown = today.split('-').toReversed().join('/');
    expect(first?.events[0]?.sentence).toStrictEqual({
      vi: `Đã gửi báo cáo tổng hợp 6 tháng đầu năm ${year - 1} đến Bộ Văn hóa, Thể thao và Du lịch (Cục Phát thanh, truyền hình và Thông tin điện tử) ngày ${shown} qua trục liên thông văn bản, số 45/BC-SVHTTDL; quá hạn ngày 30/07/${year - 1} (Thông tư 09/2014/TT-BTTTT, Điều 9 khoản 5).`,
      en: `Summary of the first half of ${year - 1} sent to the Ministry of Culture, Sports and Tourism (Authority of Broadcasting and Electronic Information) on ${shown} by the exchange of electronic documents, 45/BC-SVHTTDL; late, it was due on 30/07/${year - 1} (Thông tư 09/2014/TT-BTTTT, Điều 9 khoản 5).`,
    });
    expect(last?.commandName.vi).toBe('Hủy ghi nhận gửi báo cáo tổng hợp');
    expect(last?.events[0]?.sentence.vi).toContain(wrong.reason);
    const { commits } = await office.backbone.store.readStream(`summary/H21.12/${PERIOD}`);
    expect(entries.map(({ hash }) => hash)).toStrictEqual(commits.map(({ h }) => h));
    expect((await verifyLog(office.backbone.store)).faults).toStrictEqual([]);
  });

  it('is recorded by one of several who say so at once; the others learn that it is', async () => {
    const officers = ['demo-head', 'demo-specialist', 'demo-records'];
    const answers = await Promise.all(officers.map((person) => refusalOf(record(person))));
    expect(answers.map(String).sort()).toStrictEqual([
      'SummaryAlreadySent',
      'SummaryAlreadySent',
      'undefined',
    ]);
  });
});

interface Entry {
  readonly n: number;
  readonly actor: { readonly name: string };
  readonly commandName: { readonly vi: string };
  readonly stageAfter: string;
  readonly hash: string;
  readonly events: readonly {
    readonly type: string;
    readonly sentence: { readonly vi: string; readonly en: string };
  }[];
}
