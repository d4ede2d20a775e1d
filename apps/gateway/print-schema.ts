import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { orphanedTypes, resolvers } from './gateway.module.js';

/** Prints the schema as it follows from the code; `schemas/graphql/schema.graphql` is its committed copy. */
const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
const schema = await app.get(GraphQLSchemaFactory).create(resolvers, { orphanedTypes });
process.stdout.write(`${printSchema(lexicographicSortSchema(schema))}\n`);
await app.close();
