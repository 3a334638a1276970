/** The fields that are more than a value of the world: look-ups, filters and what costs points; and what changes it. */
import { connectionOf } from "./connection.ts";
import { nameKey, type Known } from "./known.ts";
import type { Price } from "./lint.ts";
import { git } from "./git.ts";
import { mutations } from "./mutations.ts";
import { search } from "./search.ts";
import { RefusalError, type Refusal, type Thing } from "./world.ts";

/** What is the same for all fields of one query. */
export interface Asked {
  readonly known: Known;
  readonly price: Price;
  readonly budget: Budget;
}

/** Points of the hour. */
export interface Budget {
  readonly limit: number;
  readonly used: number;
  /** Seconds since 1970. */
  readonly resetsAt: number;
}

export type Arguments = Readonly<Record<string, unknown>>;
export type Resolver = (source: Thing, args: Arguments, asked: Asked) => unknown;

/** By type and field. */
export const resolvers: Readonly<Record<string, Resolver>> = {
  ...mutations,
  ...git,
  "Query.viewer": (_source, _args, { known }) => known.viewer,
  "Query.repository": (_source, args, { known }) => findRepository(known, args),
  "Query.rateLimit": (_source, _args, { price, budget }) => ({
    ...price,
    limit: budget.limit,
    used: budget.used,
    remaining: budget.limit - budget.used,
    resetAt: new Date(budget.resetsAt * 1000).toISOString().replace(".000Z", "Z"),
  }),
  "Query.nodes": (_source, { ids }, { known }) =>
    (ids as string[]).map((id) => findNode(known, id)),
  "Query.node": (_source, { id }, { known }) => findNode(known, String(id)),
  "Query.search": (_source, args, { known }) => {
    const { count, items } = search(known.items.values(), String(args["query"]));
    return { ...connectionOf(items, args), issueCount: count };
  },
  "Query.organization": (_source, { login }) => ownerOf("Organization", login),
  "Query.user": (_source, { login }) => ownerOf("User", login),
  "Query.repositoryOwner": (_source, { login }) => ownerOf("Organization", login),
  "Organization.projectV2": findProject,
  "User.projectV2": findProject,
  "ProjectV2Item.fieldValueByName": ({ values }, { name }) =>
    (values as Record<string, Thing> | undefined)?.[String(name)],
  "Repository.issueOrPullRequest": (source, { number }, { known }) => {
    const item = findItem(known, source, Number(number));
    return item ?? refuse(notFound("an issue or pull request", `number of ${String(number)}`));
  },
  "Repository.pullRequests": (source, args, { known }) => pullRequests(known, source, args),
  "Repository.issue": (source, { number }, { known }) => ofKind(known, source, "Issue", number),
  "Repository.pullRequest": (source, { number }, { known }) =>
    ofKind(known, source, "PullRequest", number),
  "Repository.discussion": (source, { number }, { known }) =>
    ofKind(known, source, "Discussion", number),
  "Repository.visibility": ({ visibility, isPrivate }) =>
    visibility ?? (isPrivate === true ? "PRIVATE" : "PUBLIC"),
  "Repository.isPrivate": ({ isPrivate = false }) => isPrivate,
  "Issue.stateReason": ({ stateReason }, { enableDuplicate }) =>
    stateReason === "DUPLICATE" && enableDuplicate !== true ? "NOT_PLANNED" : stateReason,
  "Issue.timelineItems": filterTimeline,
  "PullRequest.timelineItems": filterTimeline,
};

function notFound(what: string, name: string): Refusal {
  return { type: "NOT_FOUND", message: `Could not resolve to ${what} with the ${name}.` };
}

function refuse(refusal: Refusal): never {
  throw new RefusalError(refusal);
}

function findRepository(known: Known, { owner, name, followRenames = true }: Arguments): Thing {
  const key = nameKey(String(owner), String(name));
  const found = known.repositories.get(key);
  const isRenamed = String(found?.["nameWithOwner"]).toLowerCase() !== key;
  if (found === undefined || (isRenamed && followRenames !== true)) {
    return refuse(notFound("a Repository", `name '${String(owner)}/${String(name)}'`));
  }
  if (found["denied"] !== undefined) return refuse(found["denied"] as Refusal);
  return found;
}

function findItem(known: Known, repository: Thing, number: number): Thing | undefined {
  const item = known.items.get(`${String(repository["nameWithOwner"])}#${number}`.toLowerCase());
  const moved = item?.["transferredTo"];
  return typeof moved === "string" ? known.items.get(moved.toLowerCase()) : item;
}

function ofKind(known: Known, repository: Thing, kind: string, number: unknown): Thing {
  const item = findItem(known, repository, Number(number));
  if (item?.__typename === kind) return item;
  const what = kind === "Issue" ? "an Issue" : `a ${kind}`;
  return refuse(notFound(what, `number of ${String(number)}`));
}

function findNode(known: Known, id: string): Thing {
  const message = `Could not resolve to a node with the global id of '${id}'`;
  return known.nodes.get(id) ?? refuse({ type: "NOT_FOUND", message });
}

function ownerOf(typename: string, login: unknown): Thing {
  return { __typename: typename, login };
}

function findProject({ login }: Thing, { number }: Arguments, { known }: Asked): Thing {
  const found = known.projects.get(`${String(login)}/${String(number)}`.toLowerCase());
  return found ?? refuse(notFound("a ProjectV2", `number ${String(number)}`));
}

function pullRequests({ items }: Known, repository: Thing, args: Arguments): readonly Thing[] {
  const { states, orderBy, headRefName } = args as {
    states?: string[];
    orderBy?: { direction: string };
    headRefName?: string;
  };
  const found = [...items.values()].filter(
    (item) =>
      item.__typename === "PullRequest" &&
      item["repository"] === repository &&
      (headRefName === undefined || item["headRefName"] === headRefName) &&
      (states === undefined || states.includes(String(item["state"]))),
  );
  const byAge = found.toSorted((a, b) =>
    String(a["createdAt"]) < String(b["createdAt"]) ? -1 : 1,
  );
  return orderBy?.direction === "DESC" ? byAge.toReversed() : byAge;
}

/** `LABELED_EVENT` is the item type of `LabeledEvent`. */
function filterTimeline({ timelineItems = [] }: Thing, { itemTypes }: Arguments): readonly Thing[] {
  const all = timelineItems as readonly Thing[];
  const wanted = (itemTypes as string[] | undefined)?.map((type) => type.replaceAll("_", ""));
  return wanted === undefined
    ? all
    : all.filter(({ __typename = "" }) => wanted.includes(__typename.toUpperCase()));
}
