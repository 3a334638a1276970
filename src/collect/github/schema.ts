/** What GitHub's answers must hold for a fact to be taken from them. Enums stay open: new words come without notice. */
import { z } from "zod";
import { parseInstant } from "../../calendar.ts";
import { checkedAddress, cutLine, cutName } from "./texts.ts";

/** GitHub leaves out what it could not give, as null. */
const nodes = <Node extends z.ZodType>(node: Node) =>
  z.object({
    totalCount: z.number().optional(),
    nodes: z
      .array(node.nullable())
      .nullish()
      .transform((list) => (list ?? []).filter((one) => one !== null)),
  });

/** What GitHub does not tell, or tells in a form that nobody knows, is not known. */
const absent = <Output>(read: (text: string) => Output | undefined) =>
  z
    .string()
    .nullish()
    .transform((text) => (text === null || text === undefined ? undefined : read(text)));

const line = absent(cutLine);
const name = absent(cutName);
const instant = absent(parseInstant);
const address = absent(checkedAddress);
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? undefined);

/** Null for an account that was deleted. */
const actor = z.object({ __typename: z.string(), login: name }).nullish();

const user = z.object({ login: name }).nullish();

const place = z.object({
  number: z.number(),
  repository: z.object({ nameWithOwner: z.string() }),
});

const places = nodes(place).nullish();

const check = z.object({
  __typename: z.string(),
  isRequired: flag,
  name: line,
  status: name,
  conclusion: name,
  detailsUrl: address,
  startedAt: instant,
  completedAt: instant,
  context: line,
  state: name,
  targetUrl: address,
  createdAt: instant,
});

const event = z.object({
  __typename: z.string(),
  createdAt: instant,
  submittedAt: instant,
  actor,
  author: actor,
  state: name,
  label: z.object({ name: line }).nullish(),
  milestoneTitle: line,
  previousTitle: line,
  requestedReviewer: user,
});

const headCommit = z.object({
  committedDate: instant,
  author: z.object({ user }).nullish(),
});

export const itemSchema = place.extend({
  __typename: z.enum(["PullRequest", "Issue"]),
  id: z.string(),
  url: address,
  title: line,
  state: name,
  /** The state of an issue: GitHub has another type for it, so that one name cannot stand for both. */
  issueState: name,
  stateReason: name,
  isDraft: flag,
  baseRefName: line,
  author: actor,
  createdAt: instant,
  updatedAt: instant,
  mergedAt: instant,
  closedAt: instant,
  reviewDecision: name,
  mergeable: name,
  isInMergeQueue: flag,
  milestone: z.object({ title: line }).nullish(),
  labels: nodes(z.object({ name })).nullish(),
  assignees: nodes(z.object({ login: name })).nullish(),
  reviewRequests: nodes(z.object({ requestedReviewer: user })).nullish(),
  comments: nodes(z.object({ createdAt: instant, author: actor })).nullish(),
  timelineItems: nodes(event).nullish(),
  closingIssuesReferences: places,
  closedByPullRequestsReferences: places,
  headRef: z.object({ target: headCommit.nullish() }).nullish(),
  statusCheckRollup: z.object({ contexts: nodes(check).nullish() }).nullish(),
});

/** A pull request or an issue as GitHub tells it. */
export type Item = z.infer<typeof itemSchema>;
export type Actor = z.infer<typeof actor>;
export type CheckNode = z.infer<typeof check>;
export type EventNode = z.infer<typeof event>;

export const rateLimitSchema = z.object({ cost: z.number(), remaining: z.number() });

/** Answers of `nodes(ids:)` about whether pull requests can be merged. */
export const mergeableSchema = z.array(
  z.object({ id: z.string().optional(), mergeable: z.string().optional() }).nullable(),
);

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: line });

/** A hit: a draft on a board has neither number nor repository. */
const foundNode = place.partial().extend({ title: line });

export type FoundNode = z.infer<typeof foundNode>;

export const searchSchema = z.object({
  issueCount: z.number(),
  pageInfo,
  nodes: nodes(foundNode).shape.nodes,
});

export type SearchPage = z.infer<typeof searchSchema>;

const projectItem = z.object({
  type: z.string(),
  isArchived: flag,
  content: foundNode.nullish(),
  adds: z.object({ number: z.number().min(0).max(1e9).nullish().catch(undefined) }).nullish(),
  /** The value of a choice has a name, that of a text field a text. */
  step: z.object({ name: line, text: line }).nullish(),
});

const projectPage = nodes(projectItem).extend({ pageInfo });

export const boardSchema = z.object({ projectV2: z.object({ items: projectPage }) });

export type ProjectItem = z.infer<typeof projectItem>;
export type ProjectPage = z.infer<typeof projectPage>;

const pastPull = z.object({
  number: z.number(),
  createdAt: instant,
  updatedAt: instant,
  mergedAt: instant,
  closedAt: instant,
  baseRefName: line,
  author: actor,
});

const pastPulls = nodes(pastPull).extend({ pageInfo });

export const historySchema = z.object({ pullRequests: pastPulls });

export type PastPullsPage = z.infer<typeof pastPulls>;
