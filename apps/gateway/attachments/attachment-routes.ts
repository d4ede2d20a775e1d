import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BlobError } from '#libs/blobs/blob-store.js';
import type { Digest } from '#libs/kernel/ids.js';
import type { Asker } from '../graphql/request-context.js';
import { answerFaults } from '../graphql/request-faults.js';
import type { Parts } from '../parts.js';
import { identify } from '../sign-in/identify.js';
import { DossierFiles, type DossierFile } from './dossier-files.js';
import { HttpFault } from './http-fault.js';
import { judge } from './judged.js';
import { sendFile } from './send-file.js';

/** Papers travel outside GraphQL: streamed in, named by their SHA-256, streamed out to who may see their dossier. */
export async function mountAttachments(server: FastifyInstance, parts: Parts): Promise<void> {
  await server.register(async (scope) => {
    scope.setErrorHandler(answerFaults(parts.log));
    scope.removeAllContentTypeParsers();
    // The body is read as a stream, never into memory. What the sender calls it is not asked.
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    const files = new DossierFiles(parts);
    scope.post('/attachments', { bodyLimit: parts.settings.limits.uploadBytes }, async (request, reply) => {
      const asker = await signedIn(parts, request, reply);
      return asker === undefined ? reply : reply.status(201).send(await receive(parts, asker, request.body));
    });
    scope.get<{ Params: { digest: string }; Querystring: { dossier?: string } }>(
      '/attachments/:digest',
      async (request, reply) => {
        const asker = await signedIn(parts, request, reply);
        if (asker === undefined) return reply;
        const { digest } = request.params;
        const { dossier } = request.query;
        const file = await (dossier === undefined
          ? files.findUpload(asker, digest)
          : files.findPaper(asker, { dossier, digest }));
        return send(parts, reply, file);
      },
    );
    scope.get<{ Params: { id: string } }>('/dossiers/:id/certificate', async (request, reply) => {
      const asker = await signedIn(parts, request, reply);
      return asker === undefined
        ? reply
        : send(parts, reply, await files.findCertificate(asker, request.params.id));
    });
    scope.get<{ Params: { id: string } }>('/dossiers/:id/letter', async (request, reply) => {
      const asker = await signedIn(parts, request, reply);
      return asker === undefined
        ? reply
        : send(parts, reply, await files.findLetter(asker, request.params.id));
    });
  });
}

/** Who asks; undefined when the answer was already given. @throws HttpFault for whoever is not signed in. */
export async function signedIn(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Asker | undefined> {
  const context = await identify(parts.verifier, request, reply);
  if (context === undefined) return undefined;
  if (context.signedIn === undefined) throw new HttpFault(401, 'Sign in first.');
  return { actor: context.signedIn.actor, correlationId: context.correlationId };
}

async function receive(parts: Parts, { actor }: Asker, body: unknown) {
  const { backbone, uploads, settings } = parts;
  const judged = await judge(body as Readable);
  if (judged === undefined)
    throw new HttpFault(415, 'Only PDF, PNG, JPEG and Word documents (docx) are accepted.');
  const maxBytes = settings.limits.uploadBytes;
  const { digest, bytes } = await backbone.blobs.put(judged.bytes, { maxBytes }).catch((error: unknown) => {
    if (error instanceof BlobError && error.code === 'tooLarge') {
      throw new HttpFault(413, `A file may have at most ${maxBytes} bytes.`);
    }
    throw error;
  });
  const { mediaType } = judged;
  await uploads.record({ digest, bytes, mediaType, uploadedBy: actor.id, uploadedAt: backbone.clock.now() });
  return { digest, bytes, mediaType };
}

async function send(parts: Parts, reply: FastifyReply, file: DossierFile | undefined): Promise<FastifyReply> {
  const stream = file && (await parts.backbone.blobs.open(file.digest as Digest));
  if (file === undefined || stream === undefined) throw new HttpFault(404, 'There is no such file for you.');
  const { name, mediaType } = file;
  return sendFile(reply, { name, mediaType, content: stream });
}
