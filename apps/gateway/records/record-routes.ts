import type { FastifyInstance, FastifyReply } from 'fastify';
import type { LocalDate } from '#libs/kernel/time.js';
import { signedIn } from '../attachments/attachment-routes.js';
import { HttpFault } from '../attachments/http-fault.js';
import { sendFile } from '../attachments/send-file.js';
import type { Asker } from '../graphql/request-context.js';
import { answerFaults } from '../graphql/request-faults.js';
import type { Parts } from '../parts.js';
import { type DrawnPaper, type Period, RecordRoom } from './record-room.js';
import { slipKinds } from './slip-facts.js';

interface SlipRequest {
  Params: { id: string };
  Querystring: { position?: unknown };
}

interface GivenSlipRequest extends SlipRequest {
  Params: { id: string; kind: string };
}

interface RegisterRequest {
  Querystring: { position?: unknown; agency?: unknown; from?: unknown; to?: unknown };
}

/** Records that an office draws from the log for its own files: equal bytes for an equal position of the log. */
export async function mountRecords(server: FastifyInstance, parts: Parts): Promise<void> {
  const room = new RecordRoom(parts);
  await server.register((scope) => {
    scope.setErrorHandler(answerFaults(parts.log));
    scope.get<SlipRequest>('/dossiers/:id/control-slip', async (request, reply) => {
      const asker = await signedIn(parts, request, reply);
      if (asker === undefined) return reply;
      const { id } = request.params;
      const position = positionOf(request.query.position);
      return sendPaper(reply, `${id}-control-slip.pdf`, await room.controlSlip(asker, id, position));
    });
    scope.get<GivenSlipRequest>('/dossiers/:id/slips/:kind', async (request, reply) => {
      const asker = await signedIn(parts, request, reply);
      if (asker === undefined) return reply;
      const { id, kind: said } = request.params;
      const kind = slipKinds.find((one) => one === said);
      if (kind === undefined) throw new HttpFault(404, `Slips are: ${slipKinds.join(', ')}.`);
      const position = positionOf(request.query.position);
      return sendPaper(reply, `${id}-${kind}.pdf`, await room.slip(asker, id, { kind, position }));
    });
    scope.get<RegisterRequest>('/dossiers/register.pdf', async (request, reply) => {
      const asker = await signedIn(parts, request, reply);
      if (asker === undefined) return reply;
      const { query } = request;
      const period = periodOf(query, asker);
      return sendPaper(reply, 'register.pdf', await room.register(asker, period, positionOf(query.position)));
    });
    return Promise.resolve();
  });
}

/** The register of one's own agency, unless another is named. */
function periodOf({ agency, from, to }: RegisterRequest['Querystring'], { actor }: Asker): Period {
  const period = {
    agency: typeof agency === 'string' ? agency : actor.agency,
    from: dayOf(from),
    to: dayOf(to),
  };
  if (period.agency === undefined) throw new HttpFault(400, 'Say whose register: agency.');
  if (period.from > period.to) throw new HttpFault(400, 'The first day lies behind the last.');
  return { ...period, agency: period.agency };
}

function dayOf(text: unknown): LocalDate {
  if (typeof text === 'string' && isDay(text)) return text as LocalDate;
  throw new HttpFault(400, 'Say the first and the last day, from and to, as 2026-11-16.');
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const epoch = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(epoch) && new Date(epoch).toISOString().startsWith(text);
}

/** All that there is, when nothing is said. */
export function positionOf(text: unknown): number {
  if (text === undefined) return Number.MAX_SAFE_INTEGER;
  if (typeof text === 'string' && /^\d{1,15}$/u.test(text)) return Number(text);
  throw new HttpFault(400, 'A position of the log is a whole number.');
}

export function sendPaper(reply: FastifyReply, name: string, { bytes }: DrawnPaper): FastifyReply {
  return sendFile(reply, { name, mediaType: 'application/pdf', content: Buffer.from(bytes) });
}
