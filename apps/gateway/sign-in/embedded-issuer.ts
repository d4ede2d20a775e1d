import { createHmac } from 'node:crypto';
import { Provider, type Configuration, type KoaContextWithOIDC, type ResourceServer } from 'oidc-provider';
import type { JWK } from 'jose';
import { demoAddress, findDemoPerson } from '../demo-people.js';
import { MemoryAdapter } from './memory-adapter.js';
import { signingAlgorithm } from './signing-keys.js';

export interface IssuerSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly publicUrl: string;
  readonly keys: { readonly keys: JWK[] };
  /** Cookies are signed with keys derived from it. */
  readonly secret: string;
}

/** How the one protected thing, the gateway's own API, is called in this issuer. */
const RESOURCE = 'urn:hoso:api';
const SCOPE = 'hoso';
/** A working day, so that nobody is signed out in the middle of a demonstration. */
const TOKEN_TTL_S = 8 * 60 * 60;
const demoGrant = 'urn:hoso:demo-person';

/** The gateway as its own OpenID provider, where the demo people sign in without a password. */
export function createEmbeddedIssuer(settings: IssuerSettings): Provider {
  const provider = new Provider(settings.issuer, configuration(settings));
  provider.proxy = settings.publicUrl.startsWith('https:');
  provider.registerGrantType(
    demoGrant,
    (ctx) => grantDemoPerson(provider, ctx, settings.audience),
    ['person', 'scope'],
    [],
  );
  return provider;
}

function configuration(settings: IssuerSettings): Configuration {
  return {
    adapter: MemoryAdapter,
    clients: clients(settings.publicUrl),
    clientDefaults: { id_token_signed_response_alg: signingAlgorithm },
    jwks: { keys: settings.keys.keys },
    cookies: { keys: [createHmac('sha256', settings.secret).update('issuer cookies').digest('hex')] },
    claims: { openid: ['sub', 'roles', 'agency'], profile: ['name'] },
    scopes: ['openid', 'profile', SCOPE],
    ttl: {
      AccessToken: TOKEN_TTL_S,
      IdToken: TOKEN_TTL_S,
      Session: TOKEN_TTL_S,
      Grant: TOKEN_TTL_S,
      Interaction: 3600,
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => resourceServer(settings.audience),
      },
    },
    interactions: {
      url: (_ctx, interaction) => `${new URL(settings.issuer).pathname}/sign-in/${interaction.uid}`,
    },
    extraTokenClaims: (_ctx, token) => ('accountId' in token ? claimsOf(token.accountId) : undefined),
    findAccount: (_ctx, id) => {
      const person = findDemoPerson(id);
      if (person === undefined) return undefined;
      return { accountId: id, claims: () => ({ sub: id, ...claimsOf(id) }) };
    },
    loadExistingGrant: grantOwnClient,
    // Browsers name the origin also when a page asks its own server, under whichever name it was reached.
    clientBasedCORS: (ctx, origin) => URL.canParse(origin) && new URL(origin).host === ctx.host,
  };
}

function clients(publicUrl: string): Configuration['clients'] {
  const open = { token_endpoint_auth_method: 'none' } as const;
  return [
    {
      ...open,
      client_id: 'hoso-web',
      application_type: publicUrl.startsWith('https:') ? 'web' : 'native',
      redirect_uris: [`${publicUrl}/signed-in`],
      post_logout_redirect_uris: [`${publicUrl}/`],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
    { ...open, client_id: 'hoso-cli', grant_types: [demoGrant], response_types: [], redirect_uris: [] },
  ];
}

function resourceServer(audience: string): ResourceServer {
  return {
    scope: SCOPE,
    audience,
    accessTokenFormat: 'jwt',
    accessTokenTTL: TOKEN_TTL_S,
    jwt: { sign: { alg: signingAlgorithm } },
  };
}

type Claims = {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly agency?: string;
};

function claimsOf(id: string): Claims | undefined {
  const person = findDemoPerson(id);
  if (person === undefined) return undefined;
  const { name, roles, agency } = person;
  return { name, email: demoAddress(id), roles, ...(agency === undefined ? {} : { agency }) };
}

/** The project's own clients need no page that asks for consent. */
async function grantOwnClient(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const known = session.grantIdFor(client.clientId);
  if (known !== undefined) return provider.Grant.find(known);
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(`openid profile ${SCOPE}`);
  grant.addResourceScope(RESOURCE, SCOPE);
  await grant.save();
  return grant;
}

/** For the command line and tests: a token for a demo person, asked for by id alone. */
async function grantDemoPerson(provider: Provider, ctx: KoaContextWithOIDC, audience: string): Promise<void> {
  const person = findDemoPerson(String(ctx.oidc.params?.['person']));
  const { client } = ctx.oidc;
  if (person === undefined || client === undefined) {
    ctx.status = 400;
    ctx.body = { error: 'invalid_grant', error_description: 'no such demo person' };
    return;
  }
  const grant = new provider.Grant({ clientId: client.clientId, accountId: person.id });
  grant.addResourceScope(RESOURCE, SCOPE);
  const token = new provider.AccessToken({
    accountId: person.id,
    client,
    grantId: await grant.save(),
    gty: demoGrant,
    scope: SCOPE,
  });
  token.resourceServer = new provider.ResourceServer(RESOURCE, resourceServer(audience));
  ctx.body = {
    access_token: await token.save(),
    expires_in: TOKEN_TTL_S,
    token_type: 'Bearer',
    scope: SCOPE,
  };
}
