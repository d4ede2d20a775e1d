import { GraphQLError } from 'graphql';

/** Every code an error can carry in `extensions.code`; expected refusals of commands are data, not errors. */
export const problemCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'GONE',
  'BAD_USER_INPUT',
  'POSITION_NOT_REACHED',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'QUERY_TOO_LARGE',
  'BAD_REQUEST',
  'TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'INTERNAL',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** An error whose text was written for the caller. Whatever else is thrown is masked. */
export class Problem extends GraphQLError {
  constructor(code: ProblemCode, message: string, extensions: Readonly<Record<string, unknown>> = {}) {
    super(message, { extensions: { ...extensions, code } });
  }
}
