import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPair, importJWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { publicKeys, signingKeys } from '../../apps/gateway/sign-in/signing-keys.js';
import { Client } from './support/client.js';
import { freePort } from './support/free-port.js';
import { type Office, openOffice } from './support/office.js';
import { openOtherIssuer, type OtherIssuer } from './support/other-issuer.js';

const ME = '{ me { id name roles agency } }';
let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

interface Making {
  readonly claims?: JWTPayload;
  readonly key?: Parameters<SignJWT['sign']>[0];
  readonly alg?: string;
}

const now = (): number => Math.floor(Date.now() / 1000);

/** A token as the issuer itself makes it, but for what is said otherwise. */
async function token({ claims = {}, key, alg = 'ES256' }: Making = {}): Promise<string> {
  const { issuer, audience } = office.settings.oidc;
  const [jwk] = (await signingKeys(office.settings.dataDir)).keys;
  const usual = { iss: issuer, aud: audience, sub: 'p-1', exp: now() + 600, iat: now(), roles: ['auditor'] };
  const signing = new SignJWT({ ...usual, ...claims }).setProtectedHeader({ alg, kid: 'embedded-1' });
  return signing.sign(key ?? (await importJWK(jwk!)));
}

const without = async (name: string): Promise<string> => token({ claims: { [name]: undefined } });
const bearer = (text: string): Client => new Client(office.url, text);

async function withPublicKeyAsSecret(): Promise<string> {
  const [jwk] = publicKeys(await signingKeys(office.settings.dataDir)).keys;
  return token({ alg: 'HS256', key: new TextEncoder().encode(JSON.stringify(jwk)) });
}

async function changed(): Promise<string> {
  const [head, , signature] = (await token()).split('.');
  const claims = {
    iss: office.settings.oidc.issuer,
    aud: 'hoso',
    sub: 'p-1',
    exp: now() + 600,
    roles: ['director'],
  };
  return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}

describe('a token', () => {
  it('that is good says who it is', async () => {
    const { me } = await bearer(await token()).read<{ me: object }>(ME);
    expect(me).toStrictEqual({ id: 'p-1', name: null, roles: ['AUDITOR'], agency: null });
  });

  it.each<[what: string, make: () => Promise<string>]>([
    ['of another issuer', () => token({ claims: { iss: 'https://elsewhere.example' } })],
    ['for another audience', () => token({ claims: { aud: 'somebody-else' } })],
    ['that has expired', () => token({ claims: { exp: now() - 120 } })],
    ['that does not hold yet', () => token({ claims: { nbf: now() + 600 } })],
    ['without an end', () => without('exp')],
    ['of nobody', () => without('sub')],
    ['without an issuer', () => without('iss')],
    ['signed with another key', async () => token({ key: (await generateKeyPair('ES256')).privateKey })],
    ['signed with the public key as a shared secret', withPublicKeyAsSecret],
    [
      'not signed',
      async () => new UnsecuredJWT({ sub: 'p-1', roles: ['director'] }).setExpirationTime('1h').encode(),
    ],
    ['changed after it was signed', changed],
    ['that is none', async () => 'not.a.token'],
  ])('%s is refused by name, wherever it is shown', async (_what, make) => {
    const client = bearer(await make());
    const { status, errors } = await client.ask(ME);
    expect([status, errors?.[0]?.extensions.code]).toStrictEqual([401, 'UNAUTHENTICATED']);
    expect((await client.upload(new Uint8Array(8))).status).toBe(401);
    expect((await client.get('/dossiers/d-1/certificate')).status).toBe(401);
  });

  it('is asked for by name where there is none', async () => {
    const { errors } = await office.anybody().ask(ME);
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const upload = await office.anybody().upload(new Uint8Array(8));
    expect([upload.status, ((await upload.json()) as { code: string }).code]).toStrictEqual([
      401,
      'UNAUTHENTICATED',
    ]);
  });

  it('makes nobody the software itself, nor somebody of a role that does not exist', async () => {
    const claims = { roles: ['system', 'emperor', 42], agency: 'H21.12' };
    const { me } = await bearer(await token({ claims })).read<{ me: { roles: string[] } }>(ME);
    expect(me.roles).toStrictEqual([]);
  });
});

describe('the embedded issuer', () => {
  it('signs in through its page, by the code flow with proof of possession', async () => {
    const verifier = randomBytes(32).toString('base64url');
    const asked = new URLSearchParams({
      client_id: 'hoso-web',
      redirect_uri: `${office.url}/signed-in`,
      response_type: 'code',
      scope: 'openid profile hoso',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    const browser = new Browser(office.url);
    const page = await browser.follow(`/oidc/auth?${asked}`);
    expect(await page.text()).toContain('Lê Thị Cúc');
    const back = await browser.follow(`${browser.at}?person=demo-clerk`, 'POST');
    const code = new URL(browser.at, office.url).searchParams.get('code') ?? '';
    expect(back.status).toBe(404);
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'hoso-web',
      redirect_uri: `${office.url}/signed-in`,
      code,
      code_verifier: verifier,
    });
    const answer = await fetch(`${office.url}/oidc/token`, { method: 'POST', body });
    const { access_token: access } = (await answer.json()) as { access_token: string };
    const { me } = await bearer(access).read<{ me: { id: string; name: string } }>(ME);
    expect(me).toMatchObject({
      id: 'demo-clerk',
      name: 'Lê Thị Cúc',
      roles: ['ONE_STOP_CLERK'],
      agency: 'H21.12',
    });
  });

  it.each([
    ['its own page', () => office.url, 200],
    ['another site', () => 'https://elsewhere.example', 400],
    ['a page of no origin', () => 'null', 400],
  ])('gives a token to %s accordingly', async (_who, origin, status) => {
    const body = new URLSearchParams({
      grant_type: 'urn:hoso:demo-person',
      client_id: 'hoso-cli',
      person: 'demo-clerk',
    });
    const headers = { origin: origin() };
    expect((await fetch(`${office.url}/oidc/token`, { method: 'POST', body, headers })).status).toBe(status);
  });

  it('knows no other people', async () => {
    const body = new URLSearchParams({
      grant_type: 'urn:hoso:demo-person',
      client_id: 'hoso-cli',
      person: 'root',
    });
    expect((await fetch(`${office.url}/oidc/token`, { method: 'POST', body })).status).toBe(400);
  });

  it('is offered by the page for trying out queries', async () => {
    const page = await fetch(`${office.url}/graphql`, { headers: { accept: 'text/html' } });
    expect(await page.text()).toMatch(/Sign in as <select>.*<option value="demo-clerk">/s);
  });
});

/** Keeps cookies and goes where it is sent, as a browser does. */
class Browser {
  private readonly cookies = new Map<string, string>();
  /** Where it stands. */
  at = '/';

  constructor(private readonly home: string) {}

  async follow(path: string, method = 'GET'): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, this.home), {
      method,
      headers: { cookie },
      redirect: 'manual',
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      this.cookies.set(name, value);
    }
    const next = response.headers.get('location');
    this.at = next ?? path;
    return next === null ? response : this.follow(next);
  }
}

describe('an issuer of somebody else', () => {
  let other: OtherIssuer;
  let relying: Office;
  beforeAll(async () => {
    other = await openOtherIssuer();
    const { issuer, audience } = other;
    relying = await openOffice({ oidc: { issuer, audience, embedded: false } });
  });
  afterAll(async () => {
    await relying.close();
    await other.close();
  });

  const from = async (url: string, at: string): Promise<Client> =>
    new Client(relying.url, (await Client.signIn(url, 'demo-director', at)).token);

  it('is found by discovery, and its people are known by its tokens', async () => {
    const director = await from(other.url, '/realm/token');
    const { me } = await director.read<{ me: object }>(ME);
    expect(me).toStrictEqual({
      id: 'demo-director',
      name: 'Đỗ Thị Hạnh',
      roles: ['DIRECTOR'],
      agency: 'H21.12',
    });
  });

  it('is the only one then: the gateway signs nobody in itself, and takes no tokens of its own', async () => {
    expect((await fetch(`${relying.url}/demo/people`)).status).toBe(404);
    expect((await fetch(`${relying.url}/oidc/token`, { method: 'POST' })).status).toBe(404);
    const stranger = await from(office.url, '/oidc/token');
    expect((await stranger.ask(ME)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('that cannot be reached is no verdict on the token: try again', async () => {
    const away = `http://127.0.0.1:${await freePort()}/realm`;
    const lonely = await openOffice({ oidc: { issuer: away, audience: 'hoso', embedded: false } });
    const { status, errors } = await new Client(lonely.url, await token()).ask(ME);
    await lonely.close();
    expect([status, errors?.[0]?.extensions.code]).toStrictEqual([503, 'UNAVAILABLE']);
  });
});
