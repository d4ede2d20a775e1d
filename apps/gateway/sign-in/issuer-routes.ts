import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import { demoPeople, findDemoPerson } from '../demo-people.js';
import { signInPage } from './sign-in-page.js';

/** Mounts the embedded issuer under its path, and its one page: who do you want to be? */
export async function mountIssuer(server: FastifyInstance, provider: Provider, path: string): Promise<void> {
  await server.register(async (scope) => {
    // The issuer reads request bodies itself.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    const pages = new SignInPages(provider);
    scope.get(`${path}/sign-in/:uid`, (request, reply) => pages.show(request, reply));
    scope.post<{ Querystring: { person?: string } }>(`${path}/sign-in/:uid`, (request, reply) =>
      pages.choose(request, reply, request.query.person),
    );
    const answer = provider.callback();
    scope.all(`${path}/*`, async (request, reply) => {
      reply.hijack();
      await answer(mounted(request.raw, path), reply.raw);
    });
  });
}

class SignInPages {
  constructor(private readonly provider: Provider) {}

  async show(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const interaction = await this.interaction(request, reply);
    void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    void reply.header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    );
    if (interaction === undefined) void reply.status(400);
    await reply.send(signInPage(interaction === undefined ? [] : demoPeople, request.url));
  }

  async choose(request: FastifyRequest, reply: FastifyReply, person: string | undefined): Promise<void> {
    const interaction = await this.interaction(request, reply);
    if (interaction === undefined || findDemoPerson(person ?? '') === undefined)
      return this.show(request, reply);
    // Choosing a person is the consent too: a client on this machine may not go on without one.
    const result = { login: { accountId: person ?? '' }, consent: {} };
    const next = await this.provider.interactionResult(request.raw, reply.raw, result);
    await reply.redirect(next, 303);
  }

  /** Undefined when the page was opened too late, or without having been sent here. */
  private async interaction(request: FastifyRequest, reply: FastifyReply) {
    return this.provider.interactionDetails(request.raw, reply.raw).catch(() => undefined);
  }
}

/** What mounting means to Koa: the address without the prefix, and the whole one beside it. */
function mounted(request: IncomingMessage, path: string): IncomingMessage & { originalUrl: string } {
  const originalUrl = request.url ?? '/';
  return Object.assign(request, { originalUrl, url: originalUrl.slice(path.length) });
}
