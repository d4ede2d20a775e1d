import { HttpException } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { BlobError } from '#libs/blobs/blob-store.js';
import { isConnectionLoss } from '#libs/event-store/log-unavailable.js';
import { ValueNotStorable } from '#libs/event-store/value-not-storable.js';
import { ReadModelMissing } from '#libs/projections/live-models.js';
import { CursorUnreadable } from '#libs/projections/page.js';
import { IssuerUnreachable } from '../sign-in/token-verifier.js';
import { faultLine } from './fault-line.js';
import { Problem, problemCodes, type ProblemCode } from './problem.js';

/** Faults of the surroundings that pass: the caller may repeat the request, with the same key. */
export function isPassing(error: Error): boolean {
  if (error instanceof BlobError) return error.code === 'noSpace' || error.code === 'unavailable';
  return error instanceof ReadModelMissing || error instanceof IssuerUnreachable || isConnectionLoss(error);
}

/** Values from outside that were found wrong further inside. */
function isBadInput(error: Error): boolean {
  return error instanceof CursorUnreadable || error instanceof ValueNotStorable;
}

/** What leaves the gateway as an error: a code from a closed list, no text from inside, and an id to report. */
export class ErrorPolicy {
  constructor(private readonly log: Logger) {}

  mask(error: GraphQLError, correlationId: string): GraphQLError {
    const cause = rootOf(error);
    if (cause instanceof HttpException) return this.fromPipe(error, cause, correlationId);
    if (cause instanceof GraphQLError) return withCode(error, cause, correlationId);
    if (isBadInput(cause)) return relabel(error, 'BAD_USER_INPUT', { message: cause.message, correlationId });
    if (isPassing(cause)) {
      this.log.warn({ correlationId, fault: cause.name }, 'the log or a read model cannot be reached');
      return relabel(error, 'UNAVAILABLE', {
        message: 'The service cannot be reached at the moment; repeat the request.',
        correlationId,
      });
    }
    this.log.error({ correlationId, path: error.path, ...faultLine(cause) }, 'unexpected error');
    return relabel(error, 'INTERNAL', { message: 'Unexpected error.', correlationId });
  }

  private fromPipe(error: GraphQLError, cause: HttpException, correlationId: string): GraphQLError {
    const answer = cause.getResponse();
    const details = typeof answer === 'object' && 'message' in answer ? answer.message : cause.message;
    return relabel(error, 'BAD_USER_INPUT', {
      message: 'The input was not accepted.',
      correlationId,
      details,
    });
  }
}

interface Label {
  readonly message: string;
  readonly correlationId: string;
  readonly details?: unknown;
}

function relabel(error: GraphQLError, code: ProblemCode, { message, ...extensions }: Label): GraphQLError {
  return new GraphQLError(message, { ...placeOf(error), extensions: { code, ...extensions } });
}

function placeOf({ nodes, path }: GraphQLError) {
  return { nodes: nodes ?? null, path: path ?? null };
}

/** Errors of the language itself: syntax, unknown fields, values of the wrong type. Hints about the schema are cut. */
function withCode(error: GraphQLError, cause: GraphQLError, correlationId: string): GraphQLError {
  const extensions = { ...error.extensions, ...cause.extensions };
  return new GraphQLError(error.message.replace(/ Did you mean .*\?$/s, ''), {
    ...placeOf(error),
    extensions: { ...extensions, code: listed(extensions['code']) ?? codeOf(error), correlationId },
  });
}

/** Libraries have codes of their own; only those of our list go out. */
function listed(code: unknown): ProblemCode | undefined {
  return problemCodes.find((one) => one === code);
}

function codeOf(error: GraphQLError): ProblemCode {
  if (error.message.startsWith('Syntax Error')) return 'GRAPHQL_PARSE_FAILED';
  if (error.path !== undefined || error.message.startsWith('Variable "$')) return 'BAD_USER_INPUT';
  return error.nodes === undefined ? 'BAD_REQUEST' : 'GRAPHQL_VALIDATION_FAILED';
}

function rootOf(error: Error): Error {
  const inner =
    error instanceof GraphQLError && !(error instanceof Problem) ? error.originalError : undefined;
  return inner === undefined || inner === null ? error : rootOf(inner);
}
