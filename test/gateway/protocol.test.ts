import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { gzipSync } from 'node:zlib';
import { type Office, openOffice } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const nested = (levels: number, field: string): string =>
  levels === 0 ? '__typename' : `${field} { ${nested(levels - 1, field)} }`;
const many = (count: number, text: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ');

describe('a query that asks for too much', () => {
  it.each([
    ['deep', `{ ${nested(13, 'dossier')} }`, 'QUERY_TOO_LARGE'],
    [
      'deep by a fragment',
      `{ ...Deep } fragment Deep on Query { ${nested(13, 'dossier')} }`,
      'QUERY_TOO_LARGE',
    ],
    ['of many aliases', `{ ${many(21, (n) => `a${n}: me { id }`)} }`, 'QUERY_TOO_LARGE'],
    [
      'of many directives',
      `{ ${many(31, () => '... @include(if: true) { __typename }')} }`,
      'QUERY_TOO_LARGE',
    ],
    [
      'for huge pages',
      `{ dossiers(first: 100) { edges { node { ${many(250, () => 'stage')} } } } }`,
      'QUERY_TOO_LARGE',
    ],
    ['for pages within pages', `{ ${nested(3, 'dossiers(first: 100)')} }`, 'QUERY_TOO_LARGE'],
    ['long', `{ ${many(2001, () => 'me')} }`, 'GRAPHQL_PARSE_FAILED'],
    [
      'in circles',
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'for the schema in circles',
      `{ __schema { types { ${nested(4, 'fields { type')}${' }'.repeat(4)} } } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('%s is refused by name before anything runs', async (_what, query, code) => {
    const { status, errors, data } = await office.anybody().ask(query);
    expect(status).toBe(200);
    expect(data ?? null).toBeNull();
    expect(errors?.map(({ extensions }) => extensions.code)).toContain(code);
  });

  it('is no more than twenty aliases, and a page of a hundred', async () => {
    const auditor = await office.as('demo-auditor');
    const query = `{ dossiers(first: 100) { edges { node { ${many(20, (n) => `a${n}: id`)} } } } }`;
    expect(await auditor.read(query)).toStrictEqual({ dossiers: { edges: [] } });
  });
});

describe('a request that is none', () => {
  const json = { 'content-type': 'application/json' };
  const query = '{ __typename }';
  const proto = `{"query":"query ($a: JSONObject!) { me { id } }","variables":{"a":{"__proto__":{"admin":true}}}}`;
  it.each<
    [what: string, body: BodyInit | undefined, headers: Record<string, string>, status: number, code: string]
  >([
    ['not JSON', '{"query": ', json, 400, 'BAD_REQUEST'],
    ['empty', '', json, 400, 'BAD_REQUEST'],
    ['a null', 'null', json, 400, 'BAD_REQUEST'],
    ['a text', '"{ __typename }"', json, 400, 'BAD_REQUEST'],
    ['without a query', '{"variables":{}}', json, 200, 'BAD_REQUEST'],
    ['a number for a query', '{"query":1}', json, 400, 'BAD_REQUEST'],
    ['a list for variables', `{"query":"${query}","variables":[1]}`, json, 400, 'BAD_REQUEST'],
    [
      'an operation that is not in it',
      `{"query":"query A ${query}","operationName":"B"}`,
      json,
      400,
      'BAD_REQUEST',
    ],
    ['a property of the prototype', proto, json, 400, 'BAD_REQUEST'],
    ['a batch', `[{"query":"${query}"},{"query":"${query}"}]`, json, 400, 'BAD_REQUEST'],
    ['packed', gzipSync(`{"query":"${query}"}`), { ...json, 'content-encoding': 'gzip' }, 400, 'BAD_REQUEST'],
    [
      'a form',
      'query={__typename}',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['without a type', Buffer.from('{}'), {}, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['oversized', `{"query":"${query}","variables":{"a":"${'x'.repeat(100_000)}"}}`, json, 413, 'TOO_LARGE'],
  ])('%s', async (...[, body, headers, status, code]) => {
    const response = await fetch(`${office.url}/graphql`, {
      method: 'POST',
      headers,
      ...(body === undefined ? {} : { body }),
    });
    const answer = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect([response.status, answer.errors[0]?.extensions.code]).toStrictEqual([status, code]);
    expect(JSON.stringify(answer)).not.toMatch(/node_modules|FST_|\bat \S+ \(/);
  });

  it('oversized is refused also when its length was not told', async () => {
    const body = new ReadableStream({
      start(controller) {
        for (let n = 0; n < 30; n += 1) controller.enqueue(new Uint8Array(10_000).fill(32));
        controller.close();
      },
    });
    const response = await fetch(`${office.url}/graphql`, {
      method: 'POST',
      headers: json,
      body,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
  });

  it.each([
    ['GET', '/nowhere', 404],
    ['PUT', '/graphql', 404],
    ['DELETE', '/attachments', 404],
    ['GET', '/%E0%A4%A', 400],
    ['GET', `/attachments/${'%2e%2e%2f'.repeat(4)}etc%2fpasswd`, 401],
  ])('%s %s is answered %i, with a code and no more', async (method, path, status) => {
    const response = await fetch(`${office.url}${path}`, { method });
    const answer = (await response.json()) as { code: string; errors: { extensions: { code: string } }[] };
    expect([response.status, typeof answer.errors[0]?.extensions.code]).toStrictEqual([status, 'string']);
  });
});

describe('introspection', () => {
  it('is open to all: the schema is published with the project', async () => {
    const { errors } = await office.anybody().ask(getIntrospectionQuery());
    expect(errors).toBeUndefined();
  });
});
