import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDocumentActivities } from '#activities/documents.js';
import { documentWorkshop } from '#activities/document-workshop.js';
import { Outbox } from '#libs/notifications/outbox.js';
import { Preferences } from '#libs/notifications/preferences.js';
import type { LicenceId } from '#libs/kernel/ids.js';
import type { Instant } from '#libs/kernel/time.js';
import { noticeAbout } from '../projections/notified.js';
import { signingOffice } from '../support/signing-office.js';
import { SigningService } from '../support/signing-service.js';
import { underAppraisal } from './support/filing.js';
import { actOn } from './support/licence-acts.js';
import { licensed, type Licensed, workerMeans } from './support/licensed.js';
import { numberedLetter } from './support/numbered-letter.js';
import { type Office, openOffice } from './support/office.js';

let office: Office;
let granted: Licensed;
beforeAll(async () => {
  office = await openOffice();
  granted = await licensed(office, await underAppraisal(office));
  const outbox = new Outbox(office.backbone.connection);
  await outbox.prepare();
  for (const day of [1, 2, 3]) {
    const person = 'demo-applicant' as ReturnType<typeof noticeAbout>['person'];
    const at = `2026-11-1${day}T03:00:00.000Z` as Instant;
    await outbox.note(noticeAbout(day, { person, at }), ['inApp']);
  }
});
afterAll(() => office.close());

const LIST = `query($after: String) { unreadNotifications myNotifications(first: 2, after: $after) {
  edges { node { id reference statutory text { vi en } } } pageInfo { hasNextPage endCursor } } }`;

interface Listed {
  readonly unreadNotifications: number;
  readonly myNotifications: {
    readonly edges: readonly { readonly node: { readonly id: string; readonly reference: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

describe('the in-app inbox', () => {
  it('shows its own notices, page by page, and counts what was not read', async () => {
    const applicant = await office.as('demo-applicant');
    const first = await applicant.read<Listed>(LIST);
    expect(first.unreadNotifications).toBe(3);
    expect(first.myNotifications.edges[0]?.node).toMatchObject({
      reference: '3/GP-TTĐT',
      statutory: true,
      text: {
        vi: 'Giấy phép 3/GP-TTĐT: nghĩa vụ đến hạn ngày 14/01/2027.',
        en: 'Licence 3/GP-TTĐT: a duty is due on 14/01/2027.',
      },
    });
    const { endCursor: after } = first.myNotifications.pageInfo;
    const second = await applicant.read<Listed>(LIST, { after });
    expect(second.myNotifications.edges.map(({ node }) => node.reference)).toStrictEqual(['1/GP-TTĐT']);
  });

  it('lets nobody read or mark what another was told', async () => {
    const applicant = await office.as('demo-applicant');
    const other = await office.as('demo-other-applicant');
    const { myNotifications } = await applicant.read<Listed>(LIST);
    const ids = myNotifications.edges.map(({ node }) => node.id);
    const mark = 'mutation($ids: [String!]) { markNotificationsRead(input: { ids: $ids }) { unread } }';
    expect(await other.read(mark, { ids })).toStrictEqual({ markNotificationsRead: { unread: 0 } });
    expect((await other.read<Listed>(LIST)).myNotifications.edges).toStrictEqual([]);
    expect((await applicant.read<Listed>(LIST)).unreadNotifications).toBe(3);
    expect(await applicant.read(mark, { ids })).toStrictEqual({ markNotificationsRead: { unread: 1 } });
  });
});

describe('a calendar address', () => {
  const make = 'mutation { makeCalendarAddress { url } }';
  const secretIn = (data: unknown) => /calendar\/([\w-]{43})\.ics/.exec(JSON.stringify(data))?.[1] ?? '';
  const fetched = (secret: string) => fetch(`${office.url}/calendar/${secret}.ics`);

  it('gives a calendar what is due for its person, and nothing of others', async () => {
    const applicant = await office.as('demo-applicant');
    const response = await fetched(secretIn(await applicant.read(make)));
    const text = (await response.text()).replaceAll('\r\n ', '');
    expect([response.status, response.headers.get('content-type')]).toStrictEqual([
      200,
      'text/calendar; charset=utf-8',
    ]);
    expect(text).toContain(`Giấy phép ${granted.text} hết hạn`);
    expect(text).toMatch(/DTSTART;VALUE=DATE:\d{8}\r\n/);
    const other = await office.as('demo-other-applicant');
    const theirs = await (await fetched(secretIn(await other.read(make)))).text();
    expect(theirs).not.toContain('BEGIN:VEVENT');
  });

  it('shows a report that lies before the office as handed in, not as something to do', async () => {
    const year = new Date().getFullYear() + 1;
    const about = (text: string) =>
      text.split('\r\n').filter((line) => line.startsWith('SUMMARY') && line.includes('Báo cáo đột xuất'));
    const applicant = await office.as('demo-applicant');
    const shown = async (position: number | null) => {
      const wait =
        'query($p: Int!) { obligations(atLeastPosition: $p) { edges { node { obligation kind } } } }';
      const { obligations } = await applicant.read<{
        obligations: { edges: { node: { obligation: string; kind: string } }[] };
      }>(wait, { p: position });
      const text = await (await fetched(secretIn(await applicant.read(make)))).text();
      const duty = obligations.edges.find(({ node }) => node.kind === 'DEMANDED_REPORT');
      return { said: about(text.replaceAll('\r\n ', '')), obligation: duty?.node.obligation };
    };
    const id = granted.licenceId as LicenceId;
    const demand = { subject: 'Nguồn tin', dueOn: `${year}-03-01` };
    const asked = await actOn(office, id, ['demo-specialist', 'demandReport', demand]);
    const { said, obligation } = await shown(asked.position);
    expect(said).toStrictEqual([`SUMMARY:Giấy phép ${granted.text}: hạn cuối Báo cáo đột xuất theo yêu cầu`]);
    const report = { obligation, answers: { answer: 'Ba nguồn tin.' } };
    const submitted = await actOn(office, id, ['demo-applicant', 'submitReport', report]);
    expect((await shown(submitted.position)).said).toStrictEqual([
      `SUMMARY:Giấy phép ${granted.text}: Báo cáo đột xuất theo yêu cầu đã nộp`,
    ]);
  });

  // The feed asked for licences in force alone: for three months nobody saw that the term ran out.
  it('says when a suspended licence ends: its term runs on', async () => {
    const suspension = { violation: 'slander', reason: 'Biên bản số 5.' };
    const { position, refusal } = await actOn(office, granted.licenceId as LicenceId, [
      'demo-director',
      'suspendLicence',
      suspension,
    ]);
    expect(refusal).toBeNull();
    const applicant = await office.as('demo-applicant');
    const suspended =
      '{ licenceRegister(filter: { stage: SUSPENDED }, atLeastPosition: $p) { edges { node { text } } } }';
    expect(await applicant.read(`query($p: Int!) ${suspended}`, { p: position })).toStrictEqual({
      licenceRegister: { edges: [{ node: { text: granted.text } }] },
    });
    const text = await (await fetched(secretIn(await applicant.read(make)))).text();
    expect(text.replaceAll('\r\n ', '')).toContain(`Giấy phép ${granted.text} hết hạn`);
  });

  it('names the last day of work about a licence, which was once the day after it, and what work it is', async () => {
    const service = await new SigningService(await signingOffice()).open();
    service.behaviour.patience = Infinity;
    const means = workerMeans(office, { patienceMs: 0, service: { url: service.url } });
    const { licenceId } = await licensed(office, await underAppraisal(office));
    const document = await numberedLetter(office, licenceId);
    await createDocumentActivities(means, documentWorkshop(means)).issueDocument({ id: licenceId });
    await Promise.all([means.papers.close(), service.close()]);
    const director = await office.as('demo-director');
    const { licence } = (await office.backbone.reader.findLicence(licenceId as LicenceId)) ?? {};
    const { dueOn = '' } = licence?.documents.find(({ id }) => id === document) ?? {};
    await director.read(
      'query($p: Int!) { taskInbox(tab: MINE, atLeastPosition: $p) { edges { node { kind } } } }',
      {
        p: await office.backbone.store.tail(),
      },
    );
    const text = await (await fetched(secretIn(await director.read(make)))).text();
    const events = text.replaceAll('\r\n ', '').split('BEGIN:VEVENT');
    const event = events.find((one) => one.includes(`signDocument-${document}`));
    expect(event).toContain(`DTSTART;VALUE=DATE:${dueOn.replaceAll('-', '')}`);
    expect(event).toContain(`SUMMARY:Giấy phép ${licence?.text ?? ''}: hạn xử lý`);
  });

  it('is kept as a hash, replaced by the next one, and once revoked is like one that never was', async () => {
    const applicant = await office.as('demo-applicant');
    const old = secretIn(await applicant.read(make));
    const secret = secretIn(await applicant.read(make));
    const kept = await office.backbone.connection.collection('calendar_addresses').find().toArray();
    expect(JSON.stringify(kept)).not.toContain(secret);
    expect([(await fetched(old)).status, (await fetched(secret)).status]).toStrictEqual([404, 200]);
    await applicant.read('mutation { revokeCalendarAddress }');
    const [revoked, unknown] = [await fetched(secret), await fetched('A'.repeat(43))];
    expect([revoked.status, await revoked.text()]).toStrictEqual([unknown.status, await unknown.text()]);
  });
});

describe('the link to unsubscribe', () => {
  it('changes nothing when it is only looked at, and stops the digest with one click', async () => {
    const preferences = new Preferences(office.backbone.connection);
    const token = await preferences.unsubscribeToken('demo-applicant');
    const link = `${office.url}/unsubscribe/${token}`;
    expect((await fetch(link)).status).toBe(200);
    expect((await preferences.find('demo-applicant')).muted).toStrictEqual([]);
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const answers = [
      await fetch(link, { method: 'POST', body }),
      await fetch(`${link}x`, { method: 'POST', body }),
    ];
    expect(answers.map(({ status }) => status)).toStrictEqual([200, 200]);
    expect((await preferences.find('demo-applicant')).muted).toStrictEqual(['email']);
  });
});
