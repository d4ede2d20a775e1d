import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Outbox } from '#libs/notifications/outbox.js';
import { noticeAbout } from '../projections/notified.js';
import { returnedMail } from '../projections/returned-mail.js';
import type { Client } from './support/client.js';
import { type Office, openOffice } from './support/office.js';
import { told } from './support/server-sent.js';

const TOKEN = 'the-mail-server-knows-this';
type Person = ReturnType<typeof noticeAbout>['person'];
const applicant = 'demo-applicant' as Person;

let office: Office;
let outbox: Outbox;
beforeAll(async () => {
  office = await openOffice({ notifications: { bounceToken: TOKEN } });
  outbox = new Outbox(office.backbone.connection);
  await outbox.prepare();
});
afterAll(() => office.close());

interface News {
  readonly unread: number;
  readonly newest: { readonly reference: string } | null;
}

const newsOf = (client: Client, ending: AbortController) =>
  told<News>(client, 'notificationsChanged', {
    query: 'subscription { notificationsChanged { unread newest { reference } } }',
    ending,
  });

describe('news of the in-app inbox', () => {
  it('come at once, with everything that is told or read, and of nobody else', async () => {
    const ending = new AbortController();
    const client = await office.as('demo-applicant');
    const news = newsOf(client, ending);
    const next = async () => (await news.next()).value as News;
    expect(await next()).toStrictEqual({ unread: 0, newest: null });
    await outbox.note(noticeAbout(1, { person: 'demo-other-applicant' as Person }), ['inApp']);
    await outbox.note(noticeAbout(2, { person: applicant }), ['inApp']);
    expect(await next()).toStrictEqual({ unread: 1, newest: { reference: '2/GP-TTĐT' } });
    await client.read('mutation { markNotificationsRead(input: {}) { unread } }');
    expect(await next()).toStrictEqual({ unread: 0, newest: { reference: '2/GP-TTĐT' } });
    ending.abort();
    await news.next().catch(() => undefined);
  });
});

describe('a mail that came back', () => {
  const handIn = (body: string, token = TOKEN) =>
    fetch(`${office.url}/notifications/bounces`, {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${token}` },
      body,
    });

  it('is taken from who knows the token, and nothing else is', async () => {
    const unknown = `<${'a'.repeat(40)}@hoso.example>`;
    const report = returnedMail(unknown, 'an@example.vn');
    expect((await handIn(report, 'somebody')).status).toBe(401);
    expect((await handIn('Subject: Hello\r\n\r\nHello')).status).toBe(422);
    expect(await (await handIn(report)).json()).toStrictEqual({ outcome: 'notOurs' });
    const delayed = returnedMail(unknown, 'an@example.vn', { action: 'delayed', status: '4.4.1' });
    expect(await (await handIn(delayed)).json()).toStrictEqual({ outcome: 'notFinal' });
  });

  it('marks the address and is told to its person in the inbox', async () => {
    const { people, connection } = office.backbone;
    await people.remember({ id: 'bouncing', name: 'x', email: 'gone@example.vn' });
    await outbox.note(noticeAbout(3, { person: 'bouncing' as Person }), ['email']);
    const group = { channel: 'email', person: 'bouncing' as Person, statutory: true } as const;
    await outbox.bundle(group, noticeAbout(3).at);
    const messages = connection.collection<{ _id: string }>('notification_messages');
    const [message] = await messages.find({ person: 'bouncing' }).toArray();
    const answer = await handIn(returnedMail(`<${message?._id}@hoso.example>`, 'gone@example.vn'));
    expect(await answer.json()).toStrictEqual({ outcome: 'recorded' });
    const told = await connection
      .collection('notification_items')
      .find({ person: 'bouncing', channel: 'inApp' })
      .toArray();
    expect(told.map(({ kind }) => kind as string)).toStrictEqual(['addressBounces']);
    expect(await messages.findOne({ _id: message?._id ?? '' })).toMatchObject({ state: 'bounced' });
  });
});
