import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Channel } from '#libs/notifications/channel.js';
import { openMail } from '#libs/notifications/channels/mail.js';
import { readReturnedMail } from '#libs/notifications/read-returned-mail.js';
import { addressed } from '../../apps/projector/notifications/notification-follower.js';
import { type MailSink, openMailSink } from './mail-sink.js';
import { holder, type Notified, noticeAbout, openNotified } from './notified.js';
import { indexes, type Office, openOffice } from './office.js';
import { returnedMail } from './returned-mail.js';

let office: Office;
let sink: MailSink;
let notified: Notified;
beforeEach(async () => {
  office = await openOffice();
  sink = await openMailSink();
  notified = await openNotified(office, sink.url);
});
afterEach(async () => {
  await sink.close();
  await office.close();
});

const ways = ['inApp', 'email'] as const;
const inbox = (person: string) =>
  office.connection.collection('notification_items').find({ person, channel: 'inApp' }).toArray();

describe('a mail', () => {
  it('says in Vietnamese what is due, and bears the key of its message', async () => {
    await notified.outbox.note(noticeAbout(12), ways);
    await notified.after(10);
    expect(sink.mails.length).toBe(1);
    const [mail] = sink.mails;
    expect(mail?.subject).toBe('Thông báo về 12/GP-TTĐT');
    expect(mail?.text).toContain('- Giấy phép 12/GP-TTĐT: nghĩa vụ đến hạn ngày 14/01/2027.');
    expect(mail?.html).toContain('nghĩa vụ đến hạn ngày 14/01/2027.');
    expect(mail?.messageId).toMatch(/^<[0-9a-f]{40}@hoso\.example>$/);
    expect(mail?.headers.has('list')).toBe(false);
    expect(mail?.text).not.toContain('Nguyễn');
  });

  it('of what the law does not order can be unsubscribed with one click, in the language of the person', async () => {
    await notified.preferences.set(holder, { language: 'en', muted: [] });
    await notified.outbox.note(noticeAbout(1, { statutory: false, kind: 'renewalDue' }), ways);
    await notified.after(24 * 60);
    const [mail] = sink.mails;
    expect(mail?.subject).toBe('Notice about 1/GP-TTĐT');
    const token = /<http:\/\/localhost:4000\/unsubscribe\/([\w-]+)>/.exec(sink.sources[0] ?? '')?.[1] ?? '';
    expect(sink.sources[0]).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    await notified.preferences.unsubscribe(token);
    await notified.outbox.note(noticeAbout(2, { statutory: false }), ways);
    await notified.outbox.note(noticeAbout(3), ways);
    await notified.after(24 * 60);
    expect(sink.mails.map(({ subject }) => subject)).toStrictEqual([
      'Notice about 1/GP-TTĐT',
      'Notice about 3/GP-TTĐT',
    ]);
    expect((await inbox(holder)).length).toBe(3);
  });
});

describe('however much happens', () => {
  it('500 events are two messages: one of the law, one of the day', async () => {
    for (const number of indexes(1, 500)) {
      await notified.outbox.note(noticeAbout(number, { statutory: number % 2 === 0 }), ways);
    }
    await notified.after(10);
    await notified.after(24 * 60);
    expect(sink.mails.map(({ subject }) => subject)).toStrictEqual([
      '250 thông báo về hồ sơ và giấy phép',
      '250 thông báo về hồ sơ và giấy phép',
    ]);
    expect(sink.mails[0]?.text).toContain('… và 230 thông báo khác.');
    expect((await inbox(holder)).length).toBe(500);
  });

  it('after thirty days in which nothing was sent, each open duty is one line of one mail', async () => {
    for (const duty of [1, 2, 3]) {
      for (const reminder of [1, 2, 3, 4]) {
        await notified.outbox.note(noticeAbout(duty, { event: `licence/${duty}@${reminder}.0` }), ways);
      }
    }
    await notified.after(30 * 24 * 60);
    await notified.after(24 * 60);
    expect(sink.mails.length).toBe(1);
    expect(sink.mails[0]?.text?.match(/nghĩa vụ đến hạn/g)?.length).toBe(3);
  });

  it('nothing goes out at night, also not what was due while the sender was away', async () => {
    await notified.outbox.note(noticeAbout(1), ways);
    await notified.after(12 * 60);
    expect(sink.mails.length).toBe(0);
    await notified.after(9 * 60);
    expect(sink.mails.length).toBe(1);
  });

  it('what is noted twice is told once', async () => {
    await notified.outbox.note(noticeAbout(1), ways);
    await notified.after(10);
    await notified.outbox.note(noticeAbout(1), ways);
    await notified.after(10);
    expect([sink.mails.length, (await inbox(holder)).length]).toStrictEqual([1, 1]);
  });
});

describe('killed at any point', () => {
  it('between writing the message and marking what it tells: no second message', async () => {
    await notified.outbox.note(noticeAbout(1), ways);
    await notified.after(10);
    const items = office.connection.collection('notification_items');
    await items.updateMany({ channel: 'email' }, { $set: { state: 'waiting' } });
    await notified.outbox.note(noticeAbout(2), ways);
    await notified.after(10);
    await notified.after(10);
    expect(sink.mails.map(({ subject }) => subject)).toStrictEqual([
      'Thông báo về 1/GP-TTĐT',
      'Thông báo về 2/GP-TTĐT',
    ]);
  });

  it('two senders at once send each message once', async () => {
    for (const number of indexes(1, 20)) {
      await notified.outbox.note(noticeAbout(number, { person: `p-${number}` as typeof holder }), ways);
      await notified.people.remember({ id: `p-${number}`, name: 'x', email: `p${number}@example.vn` });
    }
    await Promise.all([notified.after(10), notified.after(10), notified.after(10)]);
    await notified.after(10);
    expect(new Set(sink.mails.map(({ messageId }) => messageId)).size).toBe(20);
    expect(sink.mails.length).toBe(20);
  });
});

describe('what cannot be delivered', () => {
  it('is told to the clerks once, and stays in the inbox of the person', async () => {
    sink.bouncing.add('an@example.vn');
    await notified.outbox.note(noticeAbout(1), ways);
    await notified.after(10);
    await notified.after(60);
    const told = await inbox('the-clerk');
    expect(told.map(({ kind, reference }) => [kind, reference])).toStrictEqual([
      ['deliveryFailed', '1/GP-TTĐT'],
    ]);
    expect((await inbox(holder)).map(({ kind }) => kind as string)).toStrictEqual([
      'addressBounces',
      'obligationDue',
    ]);
    expect(await notified.outbox.countMessages('failed')).toBe(1);
  });

  it('goes by the telephone instead, and so does what comes after it, until the person has another address', async () => {
    const sent: string[] = [];
    const sms: Channel = {
      send: ({ short }) => Promise.resolve(void sent.push(short)),
      close: () => undefined,
    };
    const email = openMail({ smtpUrl: sink.url, from: 'motcua@hoso.example' });
    const channels = { email, sms };
    sink.bouncing.add('an@example.vn');
    await notified.outbox.note(noticeAbout(1, { statutory: false }), ways);
    await notified.after(24 * 60, channels);
    await notified.after(24 * 60, channels);
    expect(sent.map((text) => text.slice(0, 20))).toStrictEqual(['Giấy phép 1/GP-TTĐT:']);
    const follower = { ...notified, ways: ['email', 'sms'] as const };
    const reaching = () => addressed([noticeAbout(2, { statutory: false })], follower);
    expect(await reaching()).toMatchObject([{ ways: ['inApp', 'sms'] }]);
    await notified.people.remember({ id: holder, name: 'Nguyễn Thị An', email: 'moi@example.vn' });
    expect(await reaching()).toMatchObject([{ ways: ['inApp', 'email'] }]);
  });

  it('and comes back later is told to the person and the clerk once, however often it comes back', async () => {
    await notified.outbox.note(noticeAbout(1), ways);
    await notified.after(10);
    const sentId = sink.mails[0]?.messageId ?? '';
    const returned = await readReturnedMail(Buffer.from(returnedMail(sentId, 'an@example.vn')));
    expect(returned).toMatchObject({ final: true, status: '5.1.1', recipient: 'an@example.vn' });
    if (!returned) throw new Error('It is a delivery status notification');
    const bounces = notified.bounces();
    expect(await bounces.take(returned)).toBe('recorded');
    expect(await bounces.take(returned)).toBe('known');
    expect((await inbox('the-clerk')).map(({ kind }) => kind)).toStrictEqual(['deliveryFailed']);
    expect((await inbox(holder)).map(({ kind }) => kind as string)).toStrictEqual([
      'addressBounces',
      'obligationDue',
    ]);
    expect(await notified.bouncing.bounces(holder, 'AN@example.vn')).toBe(true);
    expect(await bounces.take({ ...returned, messageId: 'f'.repeat(40) })).toBe('notOurs');
    expect(await bounces.take({ ...returned, final: false })).toBe('notFinal');
  });

  it('and comes back from an address that the person has no more says nothing about the present one', async () => {
    await notified.outbox.note(noticeAbout(1), ways);
    await notified.after(10);
    await notified.people.remember({ id: holder, name: 'Nguyễn Thị An', email: 'moi@example.vn' });
    const mail = returnedMail(sink.mails[0]?.messageId ?? '', 'an@example.vn');
    const returned = await readReturnedMail(Buffer.from(mail));
    expect(returned && (await notified.bounces().take(returned))).toBe('recorded');
    expect(await notified.bouncing.bounces(holder, 'moi@example.vn')).toBe(false);
    expect((await inbox(holder)).map(({ kind }) => kind as string)).toStrictEqual(['obligationDue']);
  });

  it('waits while the server is away, however long, and goes out when it is back', async () => {
    const { url } = sink;
    await sink.close();
    await notified.outbox.note(noticeAbout(1), ways);
    for (const _attempt of indexes(1, 20)) await notified.after(24 * 60);
    expect(await notified.outbox.countMessages('waiting')).toBe(1);
    sink = await openMailSink(undefined, Number(new URL(url).port));
    await notified.after(24 * 60);
    expect(sink.mails.length).toBe(1);
  });
});
