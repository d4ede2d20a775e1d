import {
  buildClientSchema,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  isCompositeType,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Client } from './client.js';

export type RootKind = 'query' | 'mutation' | 'subscription';

/** A field of one of the three roots. */
export interface Operation {
  readonly kind: RootKind;
  readonly name: string;
  readonly field: GraphQLField<unknown, unknown>;
}

export type Path = readonly (string | number)[];

/** A place where a caller writes something. */
export interface Place {
  readonly path: Path;
  readonly type: GraphQLInputType;
  /** Must be written: non-null and without a default. */
  readonly required: boolean;
}

/** The schema as the gateway itself tells it: what is born tomorrow is in it. */
export async function servedSchema(client: Client): Promise<GraphQLSchema> {
  return buildClientSchema(
    await client.read<IntrospectionQuery>(getIntrospectionQuery({ descriptions: true })),
  );
}

export function operationsOf(schema: GraphQLSchema): readonly Operation[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const;
  return roots.flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({ kind, name: field.name, field })),
  );
}

/** Every argument and, inside of it, every field of every input object, once for each place it can stand in. */
export function placesOf({ field }: Operation): readonly Place[] {
  return field.args.flatMap((arg) => placesWithin(arg, []));
}

function placesWithin(one: GraphQLArgument | GraphQLInputField, above: Path): readonly Place[] {
  const path = [...above, one.name];
  const required = isNonNullType(one.type) && one.defaultValue === undefined;
  const { type, inList } = heart(one.type);
  const inside = isInputObjectType(type) ? Object.values(type.getFields()) : [];
  const below = inList ? [...path, 0] : path;
  return [{ path, type: one.type, required }, ...inside.flatMap((inner) => placesWithin(inner, below))];
}

/** The type without its list and its exclamation marks. */
export function heart(type: GraphQLInputType): {
  readonly type: GraphQLInputType;
  readonly inList: boolean;
} {
  if (isNonNullType(type)) return heart(type.ofType);
  if (isListType(type)) return { ...heart(type.ofType), inList: true };
  return { type, inList: false };
}

/** The text of an operation that hands over exactly the arguments that are there. */
export function documentOf({ kind, name, field }: Operation, args: object): string {
  const given = field.args.filter((arg) => Object.hasOwn(args, arg.name));
  const declared = given.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = given.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  return `${kind}${declared && ` (${declared})`} { ${name}${passed && `(${passed})`} ${selectionOf(kind, field)} }`;
}

function selectionOf(kind: RootKind, { type }: GraphQLField<unknown, unknown>): string {
  const answer = getNamedType(type);
  const isCommand = kind === 'mutation' && isObjectType(answer) && 'refusal' in answer.getFields();
  if (isCommand) return '{ position refusal { name } }';
  return isCompositeType(answer) ? '{ __typename }' : '';
}
