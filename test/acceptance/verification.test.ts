import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tellStory, type ToldStory } from '../../apps/cli/story/tell-story.js';
import { printed } from '../documents/printed.js';
import { codeOn, digestOf } from '../support/by-its-code.js';
import { startInstance, type TestInstance } from '../support/instance.js';

let instance: TestInstance;
let told: ToldStory;
let text: string;
beforeAll(async () => {
  instance = await startInstance();
  const { gatewayUrl, engines } = instance;
  const { temporalAddress } = engines;
  told = await tellStory({ gatewayUrl, temporalAddress, variant: 'granted', tell: () => undefined });
  ({ text } = await printed(told.certificateBytes ?? new Uint8Array()));
});
afterAll(() => instance.stop());

const ask = (path: string): Promise<Response> =>
  fetch(`${instance.gatewayUrl}${path}`, { redirect: 'manual' });

/** From the paper alone, as somebody holds it in the hand. */
const codeOnPaper = (): string => codeOn(text);

describe('the certificate in somebody’s hand', () => {
  it('leads to a page that says what was issued, to whom, when, and what it is worth today', async () => {
    const answer = await ask(`/verify/${codeOnPaper()}`);
    const page = await answer.text();
    expect(answer.status).toBe(200);
    for (const shown of [
      told.licenceNumber ?? '',
      'Công ty Cổ phần Truyền thông Gió Biển',
      'đang có hiệu lực',
    ])
      expect(page).toContain(shown);
    expect(page).toContain(digestOf(told.certificateBytes ?? new Uint8Array()));
    expect(Buffer.byteLength(page)).toBeLessThan(30_000);
    expect(page).not.toContain('<script');
  });

  it('names no person and no telephone number there, though the paper does', async () => {
    const page = await (await ask(`/verify/${codeOnPaper()}`)).text();
    for (const hidden of ['Nguyễn Thị An', '02560000118']) {
      expect(text).toContain(hidden);
      expect(page).not.toContain(hidden);
    }
  });

  it('can be compared with the electronic original, byte for byte', async () => {
    const file = await ask(`/verify/${codeOnPaper()}/certificate.pdf`);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(digestOf(new Uint8Array(await file.arrayBuffer()))).toBe(
      digestOf(told.certificateBytes ?? new Uint8Array()),
    );
  });

  it('is found however the code is typed', async () => {
    const typed = encodeURIComponent(codeOnPaper().toLowerCase().replaceAll('-', ' '));
    const answer = await ask(`/verify?code=${typed}`);
    expect([answer.status, answer.headers.get('location')]).toStrictEqual([303, `/verify/${codeOnPaper()}`]);
  });
});

describe('a code that leads nowhere', () => {
  it.each([
    '/verify/0000-0000-0000-0000',
    '/verify/nonsense',
    '/verify?code=a&code=b',
    '/verify?code=%00',
    '/verify?code=%ff',
    '/verify/%ff',
    `/verify/${'A'.repeat(500)}`,
    '/verify/0000-0000-0000-0000/certificate.pdf',
  ])('%s gives one and the same page', async (path) => {
    const [one, other] = [await ask(path), await ask('/verify/1111-1111-1111-1111')];
    expect([one.status, await one.text()]).toStrictEqual([404, await other.text()]);
  });

  it('is asked for a bounded number of times', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 60; attempt += 1)
      statuses.push((await ask('/verify/2222-2222-2222-2222')).status);
    expect(statuses.at(-1)).toBe(429);
  });
});
