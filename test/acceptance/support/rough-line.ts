import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** When something happens to a command that is on its way: it never arrives, is being worked on, or its answer gets lost. */
export const moments = ['before', 'during', 'after'] as const;
export type Moment = (typeof moments)[number];

export interface RoughLine {
  readonly url: string;
  /** Every attempt at a command, by the name of its mutation, in the order in which they came. */
  readonly attempts: readonly string[];
  close(): Promise<void>;
}

export interface Trouble {
  /** When it happens to the n-th command, beginning with 0. */
  readonly momentOf: (n: number) => Moment;
  readonly happen: () => Promise<void>;
}

/**
 * Stands between a client and a gateway and passes everything on. When a command comes for the first time, trouble happens at the
 * chosen moment and the connection is cut; the same command, sent again, is let through.
 */
export async function openRoughLine(gatewayUrl: string, trouble: Trouble): Promise<RoughLine> {
  const attempts: string[] = [];
  const seen = new Set<string>();
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const pass = (): Promise<Response> => passOn(gatewayUrl, request, body);
    const command = commandIn(body);
    if (command) attempts.push(command.name);
    if (!command || seen.has(command.key)) {
      await answer(response, await pass());
      return;
    }
    seen.add(command.key);
    await strike(trouble, trouble.momentOf(seen.size - 1), pass);
    response.destroy();
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    attempts,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function strike({ happen }: Trouble, moment: Moment, pass: () => Promise<Response>): Promise<void> {
  if (moment === 'after') await pass();
  const passing = moment === 'during' ? pass().catch(() => undefined) : undefined;
  await happen();
  await passing;
}

async function passOn(url: string, request: IncomingMessage, body: Buffer<ArrayBuffer>): Promise<Response> {
  const { 'content-type': type, authorization } = request.headers;
  return fetch(`${url}${request.url}`, {
    method: request.method ?? 'GET',
    headers: { ...(type && { 'content-type': type }), ...(authorization && { authorization }) },
    ...(request.method === 'POST' && { body }),
  });
}

async function answer(response: ServerResponse, from: Response): Promise<void> {
  const type = from.headers.get('content-type') ?? 'application/octet-stream';
  response.writeHead(from.status, { 'content-type': type });
  response.end(await from.bytes());
}

function commandIn(body: Buffer): { readonly name: string; readonly key: string } | undefined {
  const text = body.toString();
  const name = /"mutation \(\$input: \w+!\) \{ (\w+)\(/.exec(text)?.[1];
  const key = /"idempotencyKey":"([^"]+)"/.exec(text)?.[1];
  return name !== undefined && key !== undefined ? { name, key } : undefined;
}
