import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { ErrorPolicy } from './graphql/error-policy.js';
import { closeRootFields } from './graphql/open-fields.js';
import { limitQueries, maskErrors } from './graphql/plugins.js';
import { YogaDriver, type YogaDriverOptions } from './graphql/yoga-driver.js';
import { Parts } from './parts.js';
import { MeResolver } from './people/me.resolver.js';
import { identify } from './sign-in/identify.js';

export const resolvers = [MeResolver];

@Module({})
export class GatewayModule {
  static of(parts: Parts, explorer?: () => string): DynamicModule {
    return {
      module: GatewayModule,
      imports: [GraphQLModule.forRoot<YogaDriverOptions>(graphqlOptions(parts, explorer))],
      providers: [{ provide: Parts, useValue: parts }, ...resolvers],
    };
  }
}

function graphqlOptions(parts: Parts, explorer?: () => string): YogaDriverOptions {
  return {
    driver: YogaDriver,
    autoSchemaFile: true,
    path: '/graphql',
    fieldResolverEnhancers: [],
    transformSchema: closeRootFields,
    plugins: [limitQueries, maskErrors(new ErrorPolicy(parts.log))],
    identify: (request, reply) => identify(parts.verifier, request, reply),
    ...(explorer === undefined ? {} : { explorer }),
  };
}
