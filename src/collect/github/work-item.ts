/** A pull request or an issue of GitHub's as a fact of the snapshot. */
import type { WorkItem } from "../../domain/facts.ts";
import { parseRef, refKey, type Ref } from "../../domain/ref.ts";
import { lastActivity } from "./activity.ts";
import { checkOf } from "./checks.ts";
import { eventsOf } from "./events.ts";
import { known, type Perhaps } from "./known.ts";
import { isProgram } from "./people.ts";
import type { Item } from "./schema.ts";

/** Where the facts come from. */
export interface Origin {
  /** The reference that was asked for, which the item may have left since. */
  readonly asked: Ref;
  readonly host: string;
  readonly source: string;
}

export function workItemOf(item: Item, { asked, host, source }: Origin): WorkItem {
  const askedKey = refKey(asked);
  const ref = keyOf(item) ?? askedKey;
  const isIssue = item.__typename === "Issue";
  return known<WorkItem>({
    ref,
    kind: isIssue ? "issue" : "pull-request",
    url: item.url ?? `https://${host}/${asked.repo}/issues/${asked.number}`,
    ...sharedFields(item),
    ...(isIssue ? issueFields(item) : pullRequestFields(item)),
    movedFrom: ref === askedKey ? undefined : askedKey,
    source,
  });
}

function sharedFields(item: Item): Partial<Perhaps<WorkItem>> {
  const { title, createdAt, updatedAt, closedAt } = item;
  const events = eventsOf(item);
  return {
    title,
    createdAt,
    updatedAt,
    closedAt,
    state: states.get(item.issueState ?? item.state),
    stateReason: stateReasons.get(item.stateReason),
    author: item.author?.login,
    isBot: isProgram(item.author),
    labels: item.labels?.nodes.flatMap(({ name }) => name ?? []),
    milestone: item.milestone?.title,
    activeAt: lastActivity(item, events),
    assignees: item.assignees?.nodes.flatMap(({ login }) => login ?? []),
    events: item.timelineItems ? events : undefined,
  };
}

/** The key of the reference under which GitHub has it now; undefined where it is none. */
export function keyOf({ number, repository }: Place): string | undefined {
  const ref = parseRef(`${repository.nameWithOwner}#${number}`);
  return ref && refKey(ref);
}

type Place = Pick<Item, "number" | "repository">;

function issueFields(item: Item): Partial<Perhaps<WorkItem>> {
  return { closedBy: keysOf(item.closedByPullRequestsReferences) };
}

function pullRequestFields(item: Item): Partial<Perhaps<WorkItem>> {
  return {
    isDraft: item.isDraft,
    baseBranch: item.baseRefName,
    mergedAt: item.mergedAt,
    review: reviews.get(item.reviewDecision),
    reviewers: item.reviewRequests?.nodes.flatMap((one) => one.requestedReviewer?.login ?? []),
    mergeability: mergeabilityOf(item.mergeable),
    isInMergeQueue: item.isInMergeQueue,
    checks: checksOf(item),
    closes: keysOf(item.closingIssuesReferences),
  };
}

function keysOf(places: Item["closingIssuesReferences"]): readonly string[] | undefined {
  return places?.nodes.flatMap((place) => keyOf(place) ?? []);
}

/** None where the newest commit has none; undefined where the answer does not say. */
function checksOf({ statusCheckRollup }: Item): WorkItem["checks"] | undefined {
  if (statusCheckRollup === null) return [];
  return statusCheckRollup?.contexts?.nodes.map(checkOf);
}

/** `UNKNOWN` is what GitHub has not worked out yet. */
export function mergeabilityOf(
  word: string | null | undefined,
): WorkItem["mergeability"] | undefined {
  return word === "MERGEABLE" ? "mergeable" : word === "CONFLICTING" ? "conflicting" : undefined;
}

const states: ReadonlyMap<string | undefined, WorkItem["state"] & string> = new Map([
  ["OPEN", "open"],
  ["CLOSED", "closed"],
  ["MERGED", "merged"],
]);

const stateReasons: ReadonlyMap<string | undefined, WorkItem["stateReason"] & string> = new Map([
  ["COMPLETED", "completed"],
  ["NOT_PLANNED", "not-planned"],
  ["DUPLICATE", "duplicate"],
]);

const reviews: ReadonlyMap<string | undefined, WorkItem["review"] & string> = new Map([
  ["APPROVED", "approved"],
  ["CHANGES_REQUESTED", "changes-requested"],
  ["REVIEW_REQUIRED", "required"],
]);
