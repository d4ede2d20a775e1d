import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { isPassing } from './error-policy.js';
import { faultLine } from './fault-line.js';
import type { ProblemCode } from './problem.js';

const codes: Readonly<Record<number, ProblemCode>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'POSITION_NOT_REACHED',
  410: 'GONE',
  413: 'TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  422: 'BAD_USER_INPUT',
  429: 'RATE_LIMITED',
};

/** What is wrong with a request that no resolver answers: one shape on every route, read by GraphQL clients too. */
export function answerFaults(log: Logger) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    const { status, code, message } = verdictOn(error);
    const correlationId = request.id;
    if (status === 500) log.error({ correlationId, ...faultLine(error) }, 'unexpected error');
    if (status === 503) void reply.header('retry-after', '1');
    const errors = [{ message, extensions: { code, correlationId } }];
    void reply.status(status).send({ message, code, correlationId, errors });
  };
}

function verdictOn(error: FastifyError): { status: number; code: ProblemCode; message: string } {
  const { statusCode: status = 500, message } = error;
  if (status >= 400 && status < 500) return { status, code: codes[status] ?? 'BAD_REQUEST', message };
  if (isPassing(error)) {
    return {
      status: 503,
      code: 'UNAVAILABLE',
      message: 'The service cannot be reached at the moment; repeat the request.',
    };
  }
  return { status: 500, code: 'INTERNAL', message: 'Unexpected error.' };
}
