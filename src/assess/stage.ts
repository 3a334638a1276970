/** Where an item stands, from facts. One rule a function; the first that applies decides. */
import { addDays, dayOf } from "../calendar.ts";
import type { WorkItem } from "../domain/facts.ts";
import type { Contribution, Step } from "../domain/plan.ts";
import type { Stage } from "../domain/stage.ts";
import type { CalendarDate, Instant } from "../domain/time.ts";
import type { CountedFinding } from "./counted.ts";
import type { ExceptionFinding } from "./exceptions.ts";
import { approvalOf, isMergeReady } from "./risk/approval.ts";

export interface StageFacts {
  readonly item: Contribution;
  readonly workflow: readonly Step[];
  readonly asOf: Instant;
  /** What is known about the item's references; those that no source knows are left out. */
  readonly known: readonly WorkItem[];
  /** References that it needs and that are not done. */
  readonly unmet: readonly string[];
  /** What other facts than those about its references decide. */
  readonly told?: StageFinding;
  readonly exception?: ExceptionFinding;
  readonly counted?: CountedFinding;
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
  const finding = stageByNeeds(facts, withCoverage(facts, facts.told ?? stageByRefs(facts)));
  return facts.exception === undefined ? finding : withException(finding, facts.exception);
}

/** Coverage counts what has landed, and an item that names no reference: it has nothing else to go by. */
function withCoverage({ item, counted }: StageFacts, finding: StageFinding): StageFinding {
  if (counted === undefined) return finding;
  const canCount = finding.stage === "landed" || item.refs.length === 0;
  const because = `${finding.because}; ${counted.words}`;
  return { ...finding, stage: counted.isWhole && canCount ? "counted" : finding.stage, because };
}

/** What is not merged when its freeze has begun may still come where that was approved. */
function withException(finding: StageFinding, exception: ExceptionFinding): StageFinding {
  const isOpen = ["planned", "written", "ready"].includes(finding.stage);
  const because = `${finding.because}; ${exception.words}`;
  const stage = isOpen && exception.isInForce ? "excepted" : finding.stage;
  return { ...finding, stage, because };
}

/** What is merged is held up no more: its needs are met or were none. */
function stageByNeeds(facts: StageFacts, finding: StageFinding): StageFinding {
  const canWait = ["planned", "written", "ready"].includes(finding.stage);
  if (facts.unmet.length === 0 || !canWait) return finding;
  return { stage: "blocked", because: `waits for ${facts.unmet.join(", ")}` };
}

function stageByRefs(facts: StageFacts): StageFinding {
  if (facts.item.refs.length === 0)
    return { stage: "planned", because: "no pull request is named yet" };
  const pulls = facts.known.filter(({ kind }) => kind === "pull-request");
  const deciding = pulls.length > 0 ? pulls : facts.known;
  const told = deciding.filter(({ state }) => state !== undefined);
  if (told.length === 0)
    return { stage: "unknown", because: "no source says how its references stand" };
  return pulls.length > 0 ? stageByPulls(facts, told) : stageByIssues(facts, told);
}

function stageByPulls(facts: StageFacts, pulls: readonly WorkItem[]): StageFinding {
  const open = pulls.filter(({ state }) => state === "open");
  if (open.length > 0) return stageOfOpen(open);
  const merged = pulls.filter(({ state }) => state === "merged");
  if (merged.length === 0)
    return { stage: "dropped", because: `${names(pulls)} closed without being merged` };
  return stageOfDone(facts, `${names(merged)} merged`, lastDay(merged));
}

function stageOfOpen(open: readonly WorkItem[]): StageFinding {
  if (open.every(isMergeReady)) {
    const isLabeled = open.every((work) => approvalOf(work)?.by === "labels");
    const approved = isLabeled ? "lgtm and approved" : "approved";
    return { stage: "ready", because: `${names(open)} open, ${approved}` };
  }
  return { stage: "written", because: `${names(open)} open` };
}

function stageByIssues(facts: StageFacts, issues: readonly WorkItem[]): StageFinding {
  if (issues.some(({ state }) => state === "open"))
    return { stage: "planned", because: `${names(issues)} open; no pull request yet` };
  const reasons = issues.map(({ stateReason }) => stateReason);
  if (reasons.includes(undefined))
    return { stage: "unknown", because: `${names(issues)} closed; no source says why` };
  if (!reasons.every((reason) => reason === "completed"))
    return { stage: "dropped", because: `${names(issues)} closed, not as completed` };
  return stageOfDone(facts, `${names(issues)} closed as completed`, lastDay(issues));
}

/** What its references stand for is done; whether that is the whole item, its step says. */
function stageOfDone(facts: StageFacts, done: string, on: CalendarDate | undefined): StageFinding {
  const { item, workflow } = facts;
  const step = workflow.find((candidate) => candidate.step === item.step);
  if (step === workflow.at(-1)) return { stage: "landed", because: done };
  if (step === undefined)
    return { stage: "landed", because: `${done}; the plan names no step, so it is the last` };
  if (step.soakDays === 0)
    return { stage: "merged", because: `${done}; step ${step.step} is not the last` };
  if (on === undefined)
    return { stage: "merged", because: `${done}; since when it soaks is not known` };
  const until = addDays(on, step.soakDays);
  if (dayOf(facts.asOf) >= until)
    return { stage: "merged", because: `${done}; step ${step.step} has soaked until ${until}` };
  const because = `${done}; step ${step.step} soaks until ${until}`;
  return { stage: "soaking", because, soaksUntil: until };
}

/** The day of the last of them to be merged or closed; undefined as soon as one is not known. */
function lastDay(works: readonly WorkItem[]): CalendarDate | undefined {
  const days = works.map(({ mergedAt, closedAt }) => mergedAt ?? closedAt);
  const known = days.filter((day) => day !== undefined).toSorted();
  const last = known.length === days.length ? known.at(-1) : undefined;
  return last === undefined ? undefined : dayOf(last);
}

function names(works: readonly WorkItem[]): string {
  return works.map(({ ref }) => ref).join(", ");
}
