import { GraphQLError, parse, type Source } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { ErrorPolicy } from './error-policy.js';
import { queryLimits, queryLimitsRule } from './query-limits.js';
import type { RequestContext } from './request-context.js';

/** Refuses what is too long to read and too large to run. */
export const limitQueries: Plugin<RequestContext> = {
  onParse({ setParseFn }) {
    setParseFn((source: string | Source) => parse(source, { maxTokens: queryLimits.tokens }));
  },
  onValidate({ addValidationRule }) {
    addValidationRule(queryLimitsRule);
  },
};

interface Result {
  readonly errors?: readonly GraphQLError[];
}

/** Every error of every answer, also of a running subscription, passes the error policy. */
export function maskErrors(policy: ErrorPolicy): Plugin<RequestContext> {
  const masked = (result: unknown, { correlationId }: RequestContext): unknown => {
    const { errors } = result as Result;
    if (errors === undefined || errors.length === 0) return result;
    return {
      ...(result as Result),
      errors: errors.map((error) => keepStatus(error, policy.mask(asGraphQL(error), correlationId))),
    };
  };
  return {
    onResultProcess(process) {
      const { result } = process;
      const context = process.serverContext as unknown as RequestContext;
      if (Array.isArray(result)) return;
      process.setResult(
        (isStream(result)
          ? maskStream(result, (part) => masked(part, context))
          : masked(result, context)) as typeof result,
      );
    },
  };
}

async function* maskStream(
  stream: AsyncIterable<unknown>,
  mask: (part: unknown) => unknown,
): AsyncIterable<unknown> {
  for await (const part of stream) yield mask(part);
}

/** Yoga marks errors of the protocol with an HTTP status; it must survive. */
function keepStatus(error: GraphQLError, masked: GraphQLError): GraphQLError {
  const http = error.extensions?.['http'];
  if (http !== undefined) masked.extensions['http'] = http;
  return masked;
}

function asGraphQL(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const cause = error instanceof Error ? error : new Error('A value that is no error was thrown');
  return new GraphQLError(cause.message, { originalError: cause });
}

function isStream(result: unknown): result is AsyncIterable<unknown> {
  return typeof result === 'object' && result !== null && Symbol.asyncIterator in result;
}
