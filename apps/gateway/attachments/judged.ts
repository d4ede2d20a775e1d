import type { Readable } from 'node:stream';
import { type MediaType, SNIFFED_BYTES, sniffMediaType } from './media-type.js';

export interface Judged {
  readonly mediaType: MediaType;
  /** The whole upload, the judged bytes included. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Reads the first bytes of an upload and judges them, before anything is written. Undefined: not of an accepted kind. */
export async function judge(stream: Readable): Promise<Judged | undefined> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const head = await readHead(chunks);
  const mediaType = sniffMediaType(head);
  return mediaType && { mediaType, bytes: whole(head, chunks) };
}

async function readHead(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  let head = Buffer.alloc(0);
  while (head.length < SNIFFED_BYTES) {
    const next = await chunks.next();
    if (next.done === true) return head;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

async function* whole(head: Buffer, chunks: AsyncIterator<Buffer>): AsyncIterable<Uint8Array> {
  yield head;
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
}
