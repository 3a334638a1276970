/** What GitHub asks of a query beyond its schema, and what it charges for it: documented under "Rate limits and query limits". */
import {
  getNamedType,
  GraphQLError,
  isListType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { githubSchema } from "./schema.ts";

const maxNodes = 500_000;
const maxIds = 100;

export type Variables = Readonly<Record<string, unknown>>;

/** Nodes that a query may give at most, and its price in points. */
export interface Price {
  readonly nodeCount: number;
  readonly cost: number;
}

/** What is wrong with a query that the schema allows. */
export function lintQuery(document: DocumentNode, variables: Variables): readonly GraphQLError[] {
  const errors: GraphQLError[] = [];
  const info = new TypeInfo(githubSchema);
  const Field = (node: FieldNode) =>
    errors.push(...problemsOf(node, isConnection(info), variables));
  visit(document, visitWithTypeInfo(info, { Field: (node) => void Field(node) }));
  const { nodeCount } = priceOf(document, variables);
  if (nodeCount <= maxNodes) return errors;
  const message = `This query requests up to ${nodeCount} possible nodes which exceeds the maximum limit of ${maxNodes}.`;
  return [...errors, refusal("MAX_NODE_LIMIT_EXCEEDED", message)];
}

function problemsOf(node: FieldNode, paged: boolean, variables: Variables) {
  const name = node.name.value;
  const ids = valueOf(node, "ids", variables);
  if (name === "nodes" && Array.isArray(ids) && ids.length > maxIds) {
    const message = `You may not provide more than ${maxIds} node ids; you provided ${ids.length}.`;
    return [refusal("ARGUMENT_LIMIT", message)];
  }
  if (!paged) return [];
  const size = pageSize(node, variables);
  if (size === undefined) {
    const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`;
    return [refusal("MISSING_PAGINATION_BOUNDARIES", message)];
  }
  if (size >= 1 && size <= 100) return [];
  const message = `Requesting ${size} records on the \`${name}\` connection exceeds the \`first\` limit of 100 records.`;
  return [refusal("EXCESSIVE_PAGINATION", message)];
}

function refusal(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

/** The requests that would fill every connection, over a hundred; at least a point. */
export function priceOf(document: DocumentNode, variables: Variables): Price {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let nodes = 0;
  let requests = 0;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
  }
  const walk = (set: SelectionSetNode | undefined, parents: number) => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, parents);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        walk(fragments.get(selection.name.value)?.selectionSet, parents);
      } else {
        // Only connections have these arguments.
        const size = pageSize(selection, variables);
        requests += size === undefined ? 0 : parents;
        nodes += size === undefined ? 0 : parents * size;
        walk(selection.selectionSet, parents * (size ?? 1));
      }
    }
  };
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) walk(definition.selectionSet, 1);
  }
  return { nodeCount: nodes, cost: Math.max(1, Math.round(requests / 100)) };
}

function isConnection(info: TypeInfo): boolean {
  const type = info.getType();
  return !!type && !isListType(type) && getNamedType(type).name.endsWith("Connection");
}

function pageSize(node: FieldNode, variables: Variables): number | undefined {
  const size = valueOf(node, "first", variables) ?? valueOf(node, "last", variables);
  return typeof size === "number" ? size : undefined;
}

function valueOf(node: FieldNode, name: string, variables: Variables): unknown {
  const argument = node.arguments?.find((one) => one.name.value === name);
  return argument && literal(argument.value, variables);
}

function literal(value: ArgumentNode["value"], variables: Variables): unknown {
  if (value.kind === Kind.VARIABLE) return variables[value.name.value];
  if (value.kind === Kind.INT) return Number(value.value);
  if (value.kind === Kind.LIST) return value.values.map((one) => literal(one, variables));
  return undefined;
}
