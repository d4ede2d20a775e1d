import { AbstractGraphQLDriver, type GqlModuleOptions } from '@nestjs/graphql';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { RequestContext } from './request-context.js';

export interface YogaDriverOptions extends GqlModuleOptions {
  readonly plugins: readonly Plugin<RequestContext>[];
  /** Who asks; it may answer the request itself (a token that is no good) and then returns undefined. */
  readonly identify: (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext | undefined>;
  /** Answers what never reaches a resolver: broken JSON, a body too large. */
  readonly onFault: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => void;
  /** The page for trying out queries, without any address but our own. */
  readonly explorer?: () => Promise<string>;
}

type Yoga = YogaServerInstance<RequestContext, object>;

/** GraphQL over HTTP and SSE by Yoga on Nest's Fastify. No batching, no multipart, JSON bodies only. */
export class YogaDriver extends AbstractGraphQLDriver<YogaDriverOptions> {
  private yoga: Yoga | undefined;

  override async start(options: YogaDriverOptions & { schema: GraphQLSchema }): Promise<void> {
    const yoga = createYoga<RequestContext>({
      schema: options.schema,
      graphqlEndpoint: options.path ?? '/graphql',
      landingPage: false,
      graphiql: options.explorer === undefined ? false : { title: 'Hoso' },
      ...(options.explorer === undefined ? {} : { renderGraphiQL: options.explorer }),
      plugins: [...options.plugins],
      maskedErrors: false,
      logging: false,
      multipart: false,
      batching: false,
      cors: false,
    });
    this.yoga = yoga;
    await this.route(yoga, options);
  }

  override async stop(): Promise<void> {
    await this.yoga?.dispose();
  }

  private async route(
    yoga: Yoga,
    { path = '/graphql', identify, onFault }: YogaDriverOptions,
  ): Promise<void> {
    const server = this.httpAdapterHost.httpAdapter.getInstance<FastifyInstance>();
    await server.register(async (scope) => {
      scope.setErrorHandler(onFault);
      // A form or a plain text needs no permission to be sent from another site; JSON does.
      scope.removeContentTypeParser('text/plain');
      scope.route({
        url: path,
        method: ['GET', 'POST'],
        handler: async (request, reply) => {
          const context = await identify(request, reply);
          return context === undefined ? reply : answer(yoga, { request, reply, context });
        },
      });
    });
  }
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly context: RequestContext;
}

async function answer(yoga: Yoga, { request, reply, context }: Exchange): Promise<FastifyReply> {
  const response = await yoga.handleNodeRequestAndResponse(request, reply.raw, context);
  response.headers.forEach((value, name) => void reply.header(name, value));
  return reply.status(response.status).send(response.body);
}
