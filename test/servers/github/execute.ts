/** One query, checked and answered as GitHub would. */
import {
  execute,
  getNamedType,
  isListType,
  isNonNullType,
  NoDeprecatedCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLError,
  type GraphQLFieldResolver,
} from "graphql";
import { connectionOf } from "./connection.ts";
import { lintQuery, priceOf, type Price, type Variables } from "./lint.ts";
import { resolvers, type Arguments, type Asked } from "./resolvers.ts";
import { githubSchema } from "./schema.ts";
import { RefusalError, type Thing } from "./world.ts";

export interface Question {
  readonly query: string;
  readonly variables?: Variables;
}

/** The body of an answer. */
export interface Answered {
  readonly data?: unknown;
  readonly errors?: readonly object[];
}

/** A query that may be run, or what is wrong with it. */
export type Checked =
  | { readonly document: DocumentNode; readonly price: Price }
  | { readonly errors: readonly object[] };

/** What was checked already: tests ask the same many times, and checking takes longer than answering. */
const checkedBefore = new Map<string, Checked>();

/** Deprecated fields are refused as well: none of our queries may use one. */
export function checkQuestion(question: Question): Checked {
  const key = JSON.stringify(question);
  const checked = checkedBefore.get(key) ?? checkNow(question);
  checkedBefore.set(key, checked);
  return checked;
}

function checkNow({ query, variables = {} }: Question): Checked {
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    return { errors: [{ message: (error as Error).message }] };
  }
  const rules = [...specifiedRules, NoDeprecatedCustomRule];
  const errors = [...validate(githubSchema, document, rules), ...lintQuery(document, variables)];
  return errors.length === 0
    ? { document, price: priceOf(document, variables) }
    : { errors: errors.map(told) };
}

export async function answer(
  document: DocumentNode,
  variables: Variables,
  asked: Asked,
): Promise<Answered> {
  const { data, errors } = await execute({
    schema: githubSchema,
    document,
    variableValues: variables,
    contextValue: asked,
    rootValue: {},
    fieldResolver,
    typeResolver: (value) => (value as Thing).__typename,
  });
  return { data, ...(errors && { errors: errors.map(told) }) };
}

const fieldResolver: GraphQLFieldResolver<Thing, Asked, Arguments> = (
  source,
  given,
  asked,
  info,
) => {
  const { parentType, fieldName, returnType } = info;
  const args = withoutNulls(given);
  const resolve = resolvers[`${parentType.name}.${fieldName}`];
  const value = resolve === undefined ? source[fieldName] : resolve(source, args, asked);
  const named = getNamedType(returnType).name;
  if (named.endsWith("Connection")) return pageOf(value ?? [], args);
  if (value !== undefined || !isNonNullType(returnType)) return value;
  if (named === "Boolean") return false;
  if (isListType(returnType.ofType)) return [];
  throw new Error(`the world says nothing about ${parentType.name}.${fieldName}`);
};

/** A resolver may give a connection that it has made itself. */
function pageOf(value: unknown, args: Arguments): unknown {
  return Array.isArray(value) ? connectionOf(value, args) : value;
}

function withoutNulls(args: Arguments): Arguments {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null));
}

/** GitHub puts the type of an error beside its message, and its own code into `extensions`. */
function told({ message, path, locations, originalError, extensions }: GraphQLError): object {
  const type = originalError instanceof RefusalError ? originalError.type : extensions["type"];
  return { ...(type === undefined ? {} : { type }), ...(path && { path }), locations, message };
}
