import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { type Office, openOffice } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

describe('GraphQL over HTTP, by an audit suite nobody here wrote', () => {
  const audits = serverAudits({ url: () => `${office.url}/graphql`, fetchFn: fetch });

  it('has all its audits', () => expect(audits).toHaveLength(61));

  it.each(audits.map((audit) => [audit.id, audit] as const))('%s', async (_id, audit) => {
    const result = await audit.fn();
    expect([audit.name, result.status, 'reason' in result ? result.reason : '']).toStrictEqual([
      audit.name,
      'ok',
      '',
    ]);
  });
});

describe('what other sites may send', () => {
  it.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])(
    'a body of type %s is not read',
    async (type) => {
      const response = await office.anybody().post('{"query":"{ __typename }"}', { 'content-type': type });
      expect(response.status).toBe(415);
    },
  );

  it('a batch is refused, and a mutation by GET', async () => {
    const batch = await office.anybody().post('[{"query":"{ __typename }"},{"query":"{ __typename }"}]');
    expect(batch.status).toBe(400);
    const query = encodeURIComponent('mutation { acceptDossier(input: {}) { position } }');
    expect((await office.anybody().get(`/graphql?query=${query}`)).status).toBe(405);
  });

  it('the page for trying out queries needs no other server', async () => {
    const page = await fetch(`${office.url}/graphql`, { headers: { accept: 'text/html' } });
    const text = await page.text();
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(text).not.toMatch(/<(script|link)[^>]+(src|href)="https?:/);
  });
});
