import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { askerOf, type RequestContext } from './request-context.js';

/** The only fields that answer without a sign-in. */
const openFields: ReadonlySet<string> = new Set([
  'Query.publicTracking',
  'Query.procedures',
  'Query.procedure',
]);

/** Wraps every root field so that it asks for a sign-in unless it is listed above: a forgotten field is closed. */
export function closeRootFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    if (type) closeFields(type);
  }
  return schema;
}

function closeFields(type: GraphQLObjectType): void {
  for (const field of Object.values(type.getFields())) {
    if (openFields.has(`${type.name}.${field.name}`)) continue;
    if (field.subscribe === undefined) field.resolve = closed(field.resolve ?? defaultFieldResolver);
    else field.subscribe = closed(field.subscribe);
  }
}

type Resolve = GraphQLFieldResolver<unknown, RequestContext>;

function closed(resolve: Resolve): Resolve {
  return (...request) => {
    askerOf(request[2]);
    return resolve(...request);
  };
}
