/** Where an item stands, from facts. One rule a function; the first that applies decides. */
import { addDays, dayOf } from "../calendar.ts";
import type { WorkItem } from "../domain/facts.ts";
import type { Contribution, Step } from "../domain/plan.ts";
import type { Stage } from "../domain/stage.ts";
import type { CalendarDate, Instant } from "../domain/time.ts";

export interface StageFacts {
  readonly item: Contribution;
  readonly workflow: readonly Step[];
  readonly asOf: Instant;
  /** What is known about the item's references, in their order; undefined for one that no source knows. */
  readonly found: readonly (WorkItem | undefined)[];
  /** References that it needs and that are not done. */
  readonly unmet: readonly string[];
}

export interface StageFinding {
  readonly stage: Stage;
  /** One sentence, for `explain` and the item's details. */
  readonly because: string;
  readonly soaksUntil?: CalendarDate;
}

/** The stage with its reason. What a person set comes first and says what the facts would have said. */
export function stageOf(facts: StageFacts): StageFinding {
  const found = stageByFacts(facts);
  const { override } = facts.item;
  if (override === undefined) return found;
  const against =
    override.stage === found.stage ? "the facts agree" : `by the facts alone: ${found.stage}`;
  return {
    stage: override.stage,
    because: `set by ${override.who}: ${override.why} (${against})`,
  };
}

function stageByFacts(facts: StageFacts): StageFinding {
  const stage = stageByRefs(facts);
  const canBeBlocked =
    stage.stage === "planned" || stage.stage === "written" || stage.stage === "ready";
  if (facts.unmet.length === 0 || !canBeBlocked) return stage;
  return { stage: "blocked", because: `waits for ${facts.unmet.join(", ")}` };
}

function stageByRefs(facts: StageFacts): StageFinding {
  if (facts.found.length === 0)
    return { stage: "planned", because: "no pull request is named yet" };
  const known = facts.found.filter((work) => work?.state !== undefined) as readonly WorkItem[];
  if (known.length === 0)
    return { stage: "unknown", because: "no source says how its references stand" };
  const pulls = known.filter(({ kind }) => kind === "pull-request");
  return pulls.length > 0 ? stageByPulls(facts, pulls) : stageByIssues(facts, known);
}

function stageByPulls(facts: StageFacts, pulls: readonly WorkItem[]): StageFinding {
  const open = pulls.filter(({ state }) => state === "open");
  if (open.length > 0) return stageOfOpen(open);
  const merged = pulls.filter(({ state }) => state === "merged");
  if (merged.length === 0)
    return { stage: "dropped", because: `${names(pulls)} closed without being merged` };
  return stageOfMerged(facts, merged);
}

function stageOfOpen(open: readonly WorkItem[]): StageFinding {
  if (open.every(isReady))
    return { stage: "ready", because: `${names(open)} open, lgtm and approved` };
  return { stage: "written", because: `${names(open)} open` };
}

/** Labels are how Kubernetes approves: see sources, Kubernetes habits. */
function isReady({ labels = [], isDraft = false }: WorkItem): boolean {
  const isApproved = labels.includes("lgtm") && labels.includes("approved");
  return isApproved && !isDraft && !labels.some(isBlocking);
}

function isBlocking(label: string): boolean {
  return (
    label.startsWith("do-not-merge/") || label === "needs-rebase" || label === "needs-ok-to-test"
  );
}

function stageOfMerged(facts: StageFacts, merged: readonly WorkItem[]): StageFinding {
  const step = facts.workflow.find((candidate) => candidate.step === facts.item.step);
  const isLast = step === undefined || step === facts.workflow.at(-1);
  if (isLast) return { stage: "landed", because: `${names(merged)} merged` };
  const until = soakEnd(merged, step);
  if (until !== undefined && dayOf(facts.asOf) < until) {
    const because = `${names(merged)} merged; step ${step.step} soaks until ${until}`;
    return { stage: "soaking", because, soaksUntil: until };
  }
  return { stage: "merged", because: `${names(merged)} merged; step ${step.step} is not the last` };
}

function soakEnd(merged: readonly WorkItem[], step: Step): CalendarDate | undefined {
  const last = merged
    .flatMap(({ mergedAt }) => mergedAt ?? [])
    .toSorted()
    .at(-1);
  return step.soakDays > 0 && last !== undefined ? addDays(dayOf(last), step.soakDays) : undefined;
}

function stageByIssues(facts: StageFacts, issues: readonly WorkItem[]): StageFinding {
  if (issues.some(({ state }) => state === "open")) {
    return { stage: "planned", because: `${names(issues)} open; no pull request yet` };
  }
  const isCompleted = issues.every(({ stateReason }) => stateReason === "completed");
  if (!isCompleted)
    return { stage: "dropped", because: `${names(issues)} closed, not as completed` };
  return stageOfMerged(facts, issues);
}

function names(works: readonly WorkItem[]): string {
  return works.map(({ ref }) => ref).join(", ");
}
