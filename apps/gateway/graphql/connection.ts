import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

const LARGEST_PAGE = 100;
const USUAL_PAGE = 20;

@ObjectType('PageInfo', { description: 'Whether and from where a list goes on.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Always false: lists are read forward.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row of this page.' })
  startCursor?: string;

  @Field(() => String, { nullable: true, description: 'Hand it back as `after` for the next page.' })
  endCursor?: string;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: USUAL_PAGE, description: `How many rows, 1 to ${LARGEST_PAGE}.` })
  @IsInt()
  @Min(1)
  @Max(LARGEST_PAGE)
  first: number = USUAL_PAGE;

  @Field(() => String, { nullable: true, description: 'Cursor behind which to go on.' })
  @IsOptional()
  @Matches(/^[\w-]{1,512}$/)
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The answer must have seen this position of the log. It is waited for, for a few seconds at most.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  atLeastPosition?: number | null;
}

export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly pageInfo: PageInfo;
}

/** The connection type of a node type, after the Relay specification. */
export function connectionOf<Node>(node: Type<Node>, name: string): Type<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: 'A row of a list and where it stands.' })
  class Edge {
    @Field(() => node, { description: 'The row.' })
    node!: Node;

    @Field(() => String, { description: 'Where the row stands.' })
    cursor!: string;
  }

  @ObjectType({ isAbstract: true })
  abstract class AbstractConnection {
    @Field(() => [Edge], { description: 'The rows of this page.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Whether and from where the list goes on.' })
    pageInfo!: PageInfo;
  }
  return AbstractConnection as unknown as Type<Connection<Node>>;
}

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
}

export function toConnection<Row, Node>(page: Page<Row>, toNode: (row: Row) => Node): Connection<Node> {
  const { rows, cursors, hasNextPage } = page;
  const [startCursor] = cursors;
  const endCursor = cursors.at(-1);
  return {
    edges: rows.map((row, index) => ({ node: toNode(row), cursor: cursors[index] ?? '' })),
    pageInfo: {
      hasNextPage,
      hasPreviousPage: false,
      ...(startCursor === undefined ? {} : { startCursor }),
      ...(endCursor === undefined ? {} : { endCursor }),
    },
  };
}
