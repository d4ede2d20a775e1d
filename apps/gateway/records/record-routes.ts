import type { FastifyInstance, FastifyReply } from 'fastify';
import { mayRead } from '#libs/access/policy.js';
import { PaperError } from '#libs/documents/paper-error.js';
import type { RenderedPaper } from '#libs/documents/rendered-paper.js';
import type { JsonObject } from '#libs/kernel/json.js';
import { type DossierId, dossierStream } from '#libs/kernel/ids.js';
import { signedIn } from '../attachments/attachment-routes.js';
import { HttpFault } from '../attachments/http-fault.js';
import { FormAnswers } from '../dossiers/form-answers.js';
import type { Asker } from '../graphql/request-context.js';
import { answerFaults } from '../graphql/request-faults.js';
import type { Parts } from '../parts.js';
import { controlSlipFacts } from './control-slip-facts.js';
import { courseOf, type DossierCourse } from './dossier-course.js';
import { namesIn } from './names-in.js';

interface SlipRequest {
  Params: { id: string };
  Querystring: { position?: string };
}

/** Records that an office draws from the log for its own files: equal bytes for an equal position of the log. */
export async function mountRecords(server: FastifyInstance, parts: Parts): Promise<void> {
  await server.register((scope) => {
    scope.setErrorHandler(answerFaults(parts.log));
    scope.get<SlipRequest>('/dossiers/:id/control-slip', async (request, reply) => {
      const asker = await signedIn(parts, request, reply);
      if (asker === undefined) return reply;
      const { id } = request.params;
      const course = await readCourse(parts, id, positionOf(request.query.position));
      if (course === undefined || !mayReadInside(asker, course)) throw nothing();
      return sendPaper(reply, `${id}-control-slip.pdf`, await controlSlip(parts, course));
    });
    return Promise.resolve();
  });
}

async function controlSlip(parts: Parts, course: DossierCourse): Promise<RenderedPaper> {
  const answers = (await new FormAnswers(parts).find(course.dossier.form)) as JsonObject | null;
  const nameOf = await namesIn(parts, [course]);
  const { demonstration } = parts.settings;
  const facts = controlSlipFacts(course, { nameOf, answers: answers ?? undefined, demonstration });
  if (facts === undefined) throw nothing();
  return parts.papers.draw('record', 'controlSlip', facts).catch(explain);
}

async function readCourse(parts: Parts, id: string, position: number): Promise<DossierCourse | undefined> {
  const { store, books } = parts.backbone;
  const { commits } = await store.readStreamAt(dossierStream(id as DossierId), position);
  return courseOf(commits, ({ procedure }) => books.procedures.find(procedure));
}

/** What is on a record is the inside of the office. */
function mayReadInside({ actor }: Asker, { dossier: { applicant, agency } }: DossierCourse): boolean {
  return mayRead(actor, { kind: 'Deliberation', applicant, agency });
}

/** All that there is, when nothing is said. */
function positionOf(text: string | undefined): number {
  if (text === undefined) return Number.MAX_SAFE_INTEGER;
  if (/^\d{1,15}$/u.test(text)) return Number(text);
  throw new HttpFault(400, 'A position of the log is a whole number.');
}

const nothing = (): HttpFault => new HttpFault(404, 'There is no such file for you.');

/** What cannot be printed is said by its field; whatever else goes wrong is not the asker's to know. */
function explain(error: unknown): never {
  if (error instanceof PaperError) throw new HttpFault(422, `${error.code}: ${error.field}`);
  throw error;
}

function sendPaper(reply: FastifyReply, name: string, { bytes }: RenderedPaper): FastifyReply {
  return reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(bytes));
}
