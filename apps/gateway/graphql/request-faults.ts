import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { ProblemCode } from './problem.js';

/** What is wrong with a request before anything reads it, in the shape of a GraphQL answer. */
export function answerFaults(log: Logger) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    const status = error.statusCode ?? 500;
    const expected = status >= 400 && status < 500;
    if (!expected)
      log.error({ correlationId: request.id, fault: error.name, stack: error.stack }, 'unexpected error');
    const message = expected ? error.message : 'Unexpected error.';
    const code: ProblemCode = expected ? codeOf(status) : 'INTERNAL';
    void reply
      .status(status)
      .send({ errors: [{ message, extensions: { code, correlationId: request.id } }] });
  };
}

const codes: Readonly<Record<number, ProblemCode>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'RATE_LIMITED',
};

function codeOf(status: number): ProblemCode {
  return codes[status] ?? 'BAD_REQUEST';
}
