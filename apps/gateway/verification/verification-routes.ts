import type { FastifyInstance, FastifyReply } from 'fastify';
import { readVerificationCode } from '#libs/evidence/verification-code.js';
import type { Digest } from '#libs/kernel/ids.js';
import { answerFaults } from '../graphql/request-faults.js';
import type { Parts } from '../parts.js';
import { RecordRoom } from '../records/record-room.js';
import { RateLimit } from '../tracking/rate-limit.js';
import { askingPage, licencePage, tooOftenPage, unknownPage } from './page.js';
import { documentPage, paperPage, recordPage } from './paper-pages.js';
import { NOBODYS } from './readable-address.js';
import { findIssued, findVerifiedDocument } from './verified-document.js';
import { findCertified, findVerified } from './verified-licence.js';
import { findGiven, findVerifiedPaper, slipIn } from './verified-paper.js';
import { findVerifiedRecord } from './verified-record.js';

/** Codes have 80 bits: the limit is there so that nobody even tries. */
const PER_ADDRESS = { attempts: 60, windowMs: 60_000 };

interface Coded {
  Params: { code: string };
}

/** Anybody with the paper in hand checks it here: no sign-in, no script, nothing to install. */
export async function mountVerification(server: FastifyInstance, parts: Parts): Promise<void> {
  const addresses = new RateLimit(PER_ADDRESS);
  const room = new RecordRoom(parts);
  await server.register(async (scope) => {
    scope.setErrorHandler(answerFaults(parts.log));
    scope.addHook('onRequest', async (request, reply) => {
      if (!addresses.allows(request.ip)) return html(reply.status(429), tooOftenPage());
      return undefined;
    });
    scope.get<{ Querystring: { code?: unknown } }>('/verify', async ({ query: { code } }, reply) => {
      if (code === undefined) return html(reply, askingPage());
      const known = codeIn(code);
      return (await isKnown(parts, known))
        ? reply.redirect(`/verify/${known}`, 303)
        : html(reply.status(404), unknownPage());
    });
    scope.get<Coded>('/verify/:code', async (request, reply) => {
      const code = codeIn(request.params.code);
      // All are looked for whatever the code is: a known and an unknown one cost the same.
      const [licence, document, paper, record] = await Promise.all([
        findVerified(parts, code),
        findVerifiedDocument(parts, code),
        findVerifiedPaper({ parts, room }, code),
        findVerifiedRecord(parts, code),
      ]);
      if (licence) return html(reply, licencePage(licence));
      if (document) return html(reply, documentPage(document));
      if (paper) return html(reply, paperPage(paper));
      return record ? html(reply, recordPage(record)) : html(reply.status(404), unknownPage());
    });
    scope.get<Coded>('/verify/:code/certificate.pdf', async (request, reply) => {
      const row = await findCertified(parts, codeIn(request.params.code));
      return sendFile(parts, reply, row?.certificate);
    });
    scope.get<Coded>('/verify/:code/document.pdf', async (request, reply) => {
      return sendDocument({ parts, room }, reply, codeIn(request.params.code));
    });
  });
}

/** A signed letter or decision, or a record, as it lies in the store; a slip as it is drawn from the log. */
async function sendDocument(
  { parts, room }: { readonly parts: Parts; readonly room: RecordRoom },
  reply: FastifyReply,
  code: string,
): Promise<FastifyReply> {
  const [document, paper, record] = await Promise.all([
    findIssued(parts, code),
    findGiven(parts, code),
    parts.backbone.records.find(code),
  ]);
  const slip = paper && slipIn(paper);
  if (!slip) return sendFile(parts, reply, document?.file ?? paper?.file ?? record?.file);
  const { bytes } = await room.slipByCode(paper.dossierId, slip);
  return protectedReply(reply).header('content-type', 'application/pdf').send(Buffer.from(bytes));
}

async function isKnown(parts: Parts, code: string): Promise<boolean> {
  const { records } = parts.backbone;
  const found = await Promise.all([
    ...[findCertified, findIssued, findGiven].map((find) => find(parts, code)),
    records.find(code),
  ]);
  return found.some((row) => row !== undefined);
}

async function sendFile(
  { backbone: { blobs } }: Parts,
  reply: FastifyReply,
  file: Digest | undefined,
): Promise<FastifyReply> {
  const stream = file && (await blobs.open(file));
  if (!stream) return html(reply.status(404), unknownPage());
  return protectedReply(reply).header('content-type', 'application/pdf').send(stream);
}

function codeIn(typed: unknown): string {
  return (typeof typed === 'string' ? readVerificationCode(typed) : undefined) ?? NOBODYS;
}

function html(reply: FastifyReply, page: string): FastifyReply {
  return protectedReply(reply).type('text/html; charset=utf-8').send(page);
}

function protectedReply(reply: FastifyReply): FastifyReply {
  return reply
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'")
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'no-store');
}
