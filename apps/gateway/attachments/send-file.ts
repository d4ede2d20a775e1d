import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

interface SentFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Readable | Buffer;
}

/** To be saved by who asked: whatever is in it, no browser runs it in our name, and nothing on the way keeps it. */
export function sendFile(reply: FastifyReply, { name, mediaType, content }: SentFile): FastifyReply {
  return reply
    .header('content-type', mediaType)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .send(content);
}
