import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PersonId } from '#libs/kernel/ids.js';
import { answerFaults } from '../graphql/request-faults.js';
import type { Parts } from '../parts.js';
import { RateLimit } from '../tracking/rate-limit.js';
import { ownDueDays } from './own-due-days.js';

/** Secrets have 192 bits and more: the limit is there so that nobody even tries. */
const PER_ADDRESS = { attempts: 60, windowMs: 60_000 };

interface Secret {
  Params: { secret: string };
}

/** Addresses that a person was given: whoever has one needs no sign-in. Unknown ones answer alike. */
export async function mountPersonal(server: FastifyInstance, parts: Parts): Promise<void> {
  const addresses = new RateLimit(PER_ADDRESS);
  const { preferences, feeds } = parts.notifications;
  await server.register(async (scope) => {
    scope.setErrorHandler(answerFaults(parts.log));
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      (_request: FastifyRequest, body: NodeJS.ReadableStream, done: (error: null) => void) => {
        body.resume();
        body.once('end', () => done(null));
      },
    );
    scope.addHook('onRequest', async ({ ip }, reply) => {
      if (!addresses.allows(ip)) return plain(reply.status(429), 'Quá nhiều yêu cầu · Too many requests');
      return undefined;
    });
    scope.get<Secret>('/calendar/:secret', async ({ params: { secret } }, reply) => {
      const person = await feeds.findPerson(secret.replace(/\.ics$/u, ''));
      if (person === undefined) return plain(reply.status(404), 'Không có lịch này · No such calendar');
      return kept(reply)
        .type('text/calendar; charset=utf-8')
        .send(await feedOf(parts, person));
    });
    // Mail programs and scanners open every link: only what is sent on purpose changes anything.
    scope.get<Secret>('/unsubscribe/:secret', async (_request, reply) =>
      kept(reply).type('text/html; charset=utf-8').send(ASKING),
    );
    scope.post<Secret>('/unsubscribe/:secret', async ({ params: { secret } }, reply) => {
      await preferences.unsubscribe(secret);
      return plain(reply, 'Đã hủy nhận bản tin · You will get this digest no more');
    });
  });
}

async function feedOf(parts: Parts, person: PersonId): Promise<string> {
  const { calendarFeed } = await import('#libs/notifications/calendar-feed.js');
  const { language } = await parts.notifications.preferences.find(person);
  const name = language === 'vi' ? 'Hoso: thời hạn của tôi' : 'Hoso: my due dates';
  const url = parts.settings.gateway.publicUrl;
  const days = await ownDueDays(parts, person, language);
  return calendarFeed(days, { name, url, now: parts.backbone.clock.now() });
}

const ASKING = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Hoso</title>
<form method="post"><p>Hủy nhận bản tin hằng ngày? Thông báo theo luật định vẫn được gửi.<br>
Stop the daily digest? Notices ordered by law are still sent.</p>
<button>Hủy nhận · Unsubscribe</button></form></html>
`;

function plain(reply: FastifyReply, text: string): FastifyReply {
  return kept(reply).type('text/plain; charset=utf-8').send(`${text}\n`);
}

function kept(reply: FastifyReply): FastifyReply {
  return reply
    .header('content-security-policy', "default-src 'none'; form-action 'self'")
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'private, no-store');
}
