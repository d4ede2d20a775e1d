import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { ChannelAway, type Outgoing, Undeliverable } from '../channel.js';
import { openSms, openZalo } from './telephone.js';

/** A provider that keeps what it is sent and answers what it is told to. */
let server: Server;
let url: string;
let status = 200;
let received: { readonly headers: Readonly<Record<string, unknown>>; readonly body: unknown }[];
beforeEach(async () => {
  status = 200;
  received = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { authorization, 'idempotency-key': key } = request.headers;
      received.push({ headers: { authorization, key }, body: JSON.parse(Buffer.concat(chunks).toString()) });
      response.writeHead(status).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => void server.close());

const message: Outgoing = {
  id: 'k1',
  address: '0912 345 678',
  subject: '',
  text: '',
  html: '',
  short: 'Giấy phép 12/GP-TTĐT: “Báo cáo” đến hạn',
  textsVersion: '1',
};

it('a text message has no letters that GSM-7 does not know, and a key that is the same at every attempt', async () => {
  await openSms({ url, token: 'secret' }).send(message);
  expect(received).toStrictEqual([
    {
      headers: { authorization: 'Bearer secret', key: 'k1' },
      body: { id: 'k1', to: '84912345678', text: 'Giay phep 12/GP-TTDT: "Bao cao" den han' },
    },
  ]);
});

it('Zalo is given the text as the parameter of its template', async () => {
  await openZalo({ url }).send(message);
  expect(received.map(({ body }) => body)).toStrictEqual([
    { phone: '84912345678', tracking_id: 'k1', template_data: { text: message.short } },
  ]);
});

it('what is no telephone number is not even asked for', async () => {
  await expect(openSms({ url }).send({ ...message, address: '12' })).rejects.toThrow(Undeliverable);
  expect(received).toStrictEqual([]);
});

it.each([
  [422, Undeliverable],
  [401, ChannelAway],
  [503, Error],
])('an answer of %d is an error of its own kind', async (answer, kind) => {
  status = answer;
  const error: unknown = await openSms({ url })
    .send(message)
    .catch((thrown: unknown) => thrown);
  expect((error as Error).constructor).toBe(kind);
});

it('a provider that is away loses nothing', async () => {
  server.close();
  await once(server, 'close');
  await expect(openSms({ url }).send(message)).rejects.toThrow(ChannelAway);
});
