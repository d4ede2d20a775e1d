import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from '../graphql/request-context.js';
import type { SignedIn, TokenVerifier } from './token-verifier.js';

const BEARER = /^Bearer ([\w.~+/-]+=*)$/i;

/** Who sends this request. Without a token nobody; with one that is no good the request ends here. */
export async function identify(
  verifier: TokenVerifier,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<RequestContext | undefined> {
  const header = request.headers.authorization;
  const signedIn = header === undefined ? undefined : await readHeader(verifier, header);
  if (header !== undefined && signedIn === undefined) return rejected(request, reply);
  void reply.header('x-correlation-id', request.id);
  return { signedIn, correlationId: request.id, address: request.ip };
}

async function readHeader(verifier: TokenVerifier, header: string): Promise<SignedIn | undefined> {
  const token = BEARER.exec(header)?.[1];
  return token === undefined ? undefined : verifier.verify(token);
}

function rejected(request: FastifyRequest, reply: FastifyReply): undefined {
  const extensions = { code: 'UNAUTHENTICATED', correlationId: request.id };
  void reply
    .status(401)
    .header('www-authenticate', 'Bearer error="invalid_token"')
    .send({ errors: [{ message: 'The token is not valid, or no longer.', extensions }] });
  return undefined;
}
