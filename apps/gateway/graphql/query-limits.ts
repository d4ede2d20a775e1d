import {
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { Problem } from './problem.js';

/** What one operation may ask for. Measured on the text alone, before anything runs. */
export const queryLimits = { tokens: 2000, depth: 12, aliases: 20, directives: 30, cost: 20_000 } as const;

/** A list whose page size is not written down counts as a full page. */
const FULL_PAGE = 100;
/** Fields that answer about the schema; a fixed tree without data behind it. */
const INTROSPECTION = new Set(['__schema', '__type', '__typename']);

interface Measure {
  depth: number;
  aliases: number;
  directives: number;
  cost: number;
}

/** A validation rule: depth, aliases, directives, and cost with the page sizes multiplied through. */
export function queryLimitsRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const fragments = fragmentsOf(context);
      const measure = measureSet(operation.selectionSet, { fragments, within: [], depth: 1 });
      for (const name of ['depth', 'aliases', 'directives', 'cost'] as const) {
        if (measure[name] <= queryLimits[name]) continue;
        context.reportError(
          new Problem(
            'QUERY_TOO_LARGE',
            `The query is too large: ${name} ${measure[name]}, at most ${queryLimits[name]}.`,
          ),
        );
      }
    },
  };
}

interface Place {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Names of the fragments around this place, so that a cycle ends. */
  readonly within: readonly string[];
  readonly depth: number;
}

function measureSet(set: SelectionSetNode, place: Place): Measure {
  const total: Measure = { depth: place.depth, aliases: 0, directives: 0, cost: 0 };
  for (const selection of set.selections) {
    add(
      total,
      selection.kind === Kind.FIELD ? measureField(selection, place) : measureFragment(selection, place),
    );
    total.directives += selection.directives?.length ?? 0;
    if (total.cost > queryLimits.cost * FULL_PAGE) break;
  }
  return total;
}

function measureField(field: FieldNode, place: Place): Measure {
  const aliases = field.alias === undefined ? 0 : 1;
  if (INTROSPECTION.has(field.name.value))
    return { depth: place.depth, aliases: aliases, directives: 0, cost: 1 };
  if (field.selectionSet === undefined) return { depth: place.depth, aliases, directives: 0, cost: 1 };
  const inner = measureSet(field.selectionSet, { ...place, depth: place.depth + 1 });
  return { ...inner, aliases: inner.aliases + aliases, cost: 1 + pageSize(field) * inner.cost };
}

type FragmentSelection = Exclude<SelectionSetNode['selections'][number], FieldNode>;

function measureFragment(selection: FragmentSelection, place: Place): Measure {
  if (selection.kind === Kind.INLINE_FRAGMENT) return measureSet(selection.selectionSet, place);
  const name = selection.name.value;
  const fragment = place.fragments.get(name);
  const nothing = { depth: place.depth, aliases: 0, directives: 0, cost: 0 };
  if (fragment === undefined || place.within.includes(name)) return nothing;
  return measureSet(fragment.selectionSet, { ...place, within: [...place.within, name] });
}

function pageSize(field: FieldNode): number {
  const size = field.arguments?.find(({ name }) => name.value === 'first' || name.value === 'last');
  if (size === undefined) return 1;
  return size.value.kind === Kind.INT ? Math.max(1, Number(size.value.value)) : FULL_PAGE;
}

function add(total: Measure, part: Measure): void {
  total.depth = Math.max(total.depth, part.depth);
  total.aliases += part.aliases;
  total.directives += part.directives;
  total.cost += part.cost;
}

function fragmentsOf(context: ValidationContext): ReadonlyMap<string, FragmentDefinitionNode> {
  const definitions = context
    .getDocument()
    .definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(definitions.map((node) => [node.name.value, node]));
}
