/** What happened to a pull request or an issue, from its timeline. */
import type { WorkEvent } from "../../domain/facts.ts";
import { known } from "./known.ts";
import type { EventNode, Item } from "./schema.ts";

/** Oldest first, the newest commit among them; events of kinds that nobody needs are left out. */
export function eventsOf(item: Item): readonly WorkEvent[] {
  const events = (item.timelineItems?.nodes ?? []).flatMap((node) => eventOf(node) ?? []);
  return [...events, ...newestCommit(item)].toSorted((left, right) =>
    left.at === right.at ? 0 : left.at < right.at ? -1 : 1,
  );
}

function eventOf(node: EventNode): WorkEvent | undefined {
  const kind = kinds.get(node.__typename);
  const at = node.submittedAt ?? node.createdAt;
  if (kind === undefined || at === undefined) return undefined;
  const actor = (node.actor ?? node.author)?.login;
  return known<WorkEvent>({ kind, at, actor, what: whatOf(node) });
}

const kinds: ReadonlyMap<string, WorkEvent["kind"]> = new Map([
  ["LabeledEvent", "labeled"],
  ["UnlabeledEvent", "unlabeled"],
  ["MilestonedEvent", "milestoned"],
  ["DemilestonedEvent", "demilestoned"],
  ["MergedEvent", "merged"],
  ["ClosedEvent", "closed"],
  ["ReopenedEvent", "reopened"],
  ["ReadyForReviewEvent", "ready-for-review"],
  ["ConvertToDraftEvent", "drafted"],
  ["PullRequestReview", "reviewed"],
  ["ReviewRequestedEvent", "review-requested"],
  ["HeadRefForcePushedEvent", "pushed"],
  ["RenamedTitleEvent", "renamed"],
]);

/** Each kind of event has one of these, or none. */
function whatOf(node: EventNode): string | undefined {
  const { label, milestoneTitle, state, previousTitle, requestedReviewer } = node;
  const verdict = state?.toLowerCase().replaceAll("_", "-");
  return (
    label?.name ??
    milestoneTitle ??
    verdict ??
    previousTitle ??
    requestedReviewer?.login ??
    undefined
  );
}

/** GitHub's timeline tells of pushes only where they were forced; the date of the newest commit tells of the last. */
function newestCommit({ headRef }: Item): readonly WorkEvent[] {
  const commit = headRef?.target;
  const at = commit?.committedDate;
  if (at === undefined) return [];
  return [known<WorkEvent>({ kind: "pushed", at, actor: commit?.author?.user?.login })];
}
