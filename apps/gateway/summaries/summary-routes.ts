import type { FastifyInstance, FastifyReply } from 'fastify';
import { PaperError } from '#libs/documents/paper-error.js';
import { signedIn } from '../attachments/attachment-routes.js';
import { HttpFault } from '../attachments/http-fault.js';
import { answerFaults } from '../graphql/request-faults.js';
import type { Parts } from '../parts.js';
import { positionOf, sendPaper } from '../records/record-routes.js';
import { type NoSummary, SummaryRoom, SummaryUnavailable, type SummaryWish } from './summary-room.js';

interface SummaryRequest {
  Params: { file: string };
  Querystring: { position?: unknown; agency?: unknown };
}

const FILE = /^([\w-]{4,7})\.(json|pdf)$/u;
const statuses: Readonly<Record<NoSummary, 400 | 404 | 422>> = {
  NothingRecorded: 422,
  PeriodNotBegun: 422,
  NotForYou: 404,
  PeriodUnknown: 400,
  AgencyMissing: 400,
};

/** Summaries of a department, `/summaries/2026-H1.json` and `.pdf`: equal bytes for an equal position of the log. */
export async function mountSummaries(server: FastifyInstance, parts: Parts): Promise<void> {
  const room = new SummaryRoom(parts);
  await server.register((scope) => {
    scope.setErrorHandler(answerFaults(parts.log));
    scope.get<SummaryRequest>('/summaries/:file', async (request, reply) => {
      const asker = await signedIn(parts, request, reply);
      if (asker === undefined) return reply;
      const [, period, kind] = FILE.exec(request.params.file) ?? [];
      if (period === undefined) throw new HttpFault(404, 'There is nothing at this address.');
      const { agency, position } = request.query;
      const wish: SummaryWish = {
        period,
        agency: typeof agency === 'string' ? agency : undefined,
        position: positionOf(position),
      };
      if (kind === 'json') return sendJson(reply, await room.summary(asker, wish).catch(explain));
      return sendPaper(reply, `${period}.pdf`, await room.paper(asker, wish).catch(explain));
    });
    return Promise.resolve();
  });
}

function sendJson(reply: FastifyReply, summary: object): FastifyReply {
  return reply
    .header('content-type', 'application/json; charset=utf-8')
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(JSON.stringify(summary));
}

function explain(error: unknown): never {
  if (error instanceof SummaryUnavailable) throw new HttpFault(statuses[error.reason], error.message);
  if (error instanceof PaperError) throw new HttpFault(422, `${error.code}: ${error.field}`);
  throw error;
}
