import type { FastifyInstance } from 'fastify';
import { readReturnedMail } from '#libs/notifications/read-returned-mail.js';
import { HttpFault } from '../attachments/http-fault.js';
import { bears } from '../bearer.js';
import { answerFaults } from '../graphql/request-faults.js';
import type { Parts } from '../parts.js';

/** A report carries the mail that came back, or its head. */
const LARGEST_BYTES = 1_000_000;

/** Where the mail server hands in what came back, as it is: `curl --data-binary @- -H 'content-type: message/rfc822'`. */
export async function mountBounces(server: FastifyInstance, parts: Parts): Promise<void> {
  const token = parts.settings.notifications?.bounceToken;
  if (token === undefined) return;
  await server.register((scope) => {
    scope.setErrorHandler(answerFaults(parts.log));
    scope.addContentTypeParser('message/rfc822', { parseAs: 'buffer' }, (_request, body, done) => {
      done(null, body);
    });
    scope.post('/notifications/bounces', { bodyLimit: LARGEST_BYTES }, async (request, reply) => {
      if (!bears(token, request.headers.authorization)) throw new HttpFault(401, 'The token is not ours.');
      const mail = request.body instanceof Uint8Array ? await readReturnedMail(request.body) : undefined;
      if (mail === undefined) throw new HttpFault(422, 'This is no delivery status notification.');
      const outcome = await parts.notifications.bounces.take(mail);
      parts.log.info({ outcome, status: mail.status }, 'a mail came back');
      return reply.send({ outcome });
    });
    return Promise.resolve();
  });
}
