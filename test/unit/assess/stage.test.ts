import { describe, expect, it } from "vitest";
import type { WorkItem } from "../../../src/domain/facts.ts";
import type { Contribution } from "../../../src/domain/plan.ts";
import { assessedItem } from "../../builders/assessment.ts";
import { anItem, aRef } from "../../builders/plan.ts";
import { aWorkItem } from "../../builders/snapshot.ts";

const first = "kubernetes/kubernetes#95713";
const second = "kubernetes/kubernetes#95714";
const need = "kubernetes/test-infra#19613";

const two: Partial<Contribution> = { refs: [aRef(first), aRef(second)] };

interface Case {
  readonly item?: Partial<Contribution>;
  readonly work?: readonly WorkItem[];
  readonly asOf?: string;
}

/** An item of the workflow issue → test (soaks 14 days) → promotion stands so, for this reason. */
function check({ item = {}, work = [], asOf }: Case, stage: string, because?: string): void {
  const snapshot = { workItems: work, ...(asOf === undefined ? {} : { asOf }) };
  const found = assessedItem(anItem(item), snapshot);
  expect(found).toMatchObject(because === undefined ? { stage } : { stage, because });
}

const pull = (fields: Partial<WorkItem> = {}) => aWorkItem({ ref: first, ...fields });
const other = (fields: Partial<WorkItem> = {}) => aWorkItem({ ref: second, ...fields });
const issue = (fields: Partial<WorkItem> = {}) => pull({ kind: "issue", ...fields });

describe("an item without a pull request", () => {
  it("is planned", () => {
    check({ item: { refs: [] } }, "planned", "no pull request is named yet");
    check({ work: [issue()] }, "planned", `${first} open; no pull request yet`);
  });

  it("whose issue was completed is done, by its step", () => {
    const done = issue({ state: "closed", stateReason: "completed" });
    check({ item: { step: "promotion" }, work: [done] }, "landed", `${first} closed as completed`);
    check({ item: { step: "issue" }, work: [done] }, "merged");
  });

  it("whose issue was closed for another reason is dropped, for none that is known unknown", () => {
    check({ work: [issue({ state: "closed", stateReason: "not-planned" })] }, "dropped");
    check({ work: [issue({ state: "closed", stateReason: "duplicate" })] }, "dropped");
    check({ work: [issue({ state: "closed" })] }, "unknown", `${first} closed; no source says why`);
  });

  it("waits for all of its issues", () => {
    const closed = issue({ state: "closed", stateReason: "completed" });
    check({ item: two, work: [closed, other({ kind: "issue" })] }, "planned");
  });
});

describe("an item that no source knows", () => {
  it("is unknown", () => {
    check({}, "unknown", "no source says how its references stand");
    const { state: _, ...stateless } = pull();
    check({ work: [stateless] }, "unknown");
  });

  it("is unknown by its pull request, whatever an issue beside it says", () => {
    const { state: _, ...stateless } = pull();
    check({ item: two, work: [stateless, other({ kind: "issue" })] }, "unknown");
  });

  it("is told by the references that are known", () => {
    check({ item: two, work: [pull()] }, "written");
  });
});

describe("an open pull request", () => {
  it("is written", () => {
    check({ work: [pull()] }, "written", `${first} open`);
    check({ work: [pull({ labels: ["lgtm"] })] }, "written");
    check({ work: [pull({ labels: ["approved"] })] }, "written");
  });

  it("is ready with lgtm and approved", () => {
    const labels = ["lgtm", "approved", "sig/testing", "needs-priority"];
    check({ work: [pull({ labels })] }, "ready", `${first} open, lgtm and approved`);
  });

  it.each([
    "do-not-merge/hold",
    "do-not-merge/work-in-progress",
    "needs-rebase",
    "needs-ok-to-test",
  ])("is held up by %s", (label) => {
    check({ work: [pull({ labels: ["lgtm", "approved", label] })] }, "written");
  });

  it("is not ready as a draft, nor beside one that is not", () => {
    const ready = pull({ labels: ["lgtm", "approved"] });
    check({ work: [{ ...ready, isDraft: true }] }, "written");
    check({ item: two, work: [ready, other()] }, "written");
  });

  it("decides over a merged one and over issues", () => {
    check({ item: two, work: [pull({ state: "merged" }), other()] }, "written");
    check({ item: two, work: [pull(), other({ kind: "issue", state: "closed" })] }, "written");
  });
});

describe("a pull request that is no longer open", () => {
  it("is dropped where none was merged", () => {
    check({ work: [pull({ state: "closed" })] }, "dropped", `${first} closed without being merged`);
  });

  it("does not count beside one that was merged", () => {
    const work = [pull({ state: "merged" }), other({ state: "closed" })];
    check({ item: { ...two, step: "promotion" }, work }, "landed", `${first} merged`);
  });

  it("has landed with the last step, also where the plan names none", () => {
    const work = [pull({ state: "merged" })];
    check({ item: { step: "promotion" }, work }, "landed", `${first} merged`);
    check({ work }, "landed", `${first} merged; the plan names no step, so it is the last`);
  });

  it("is merged with a step before the last that does not soak", () => {
    const work = [pull({ state: "merged" })];
    check(
      { item: { step: "issue" }, work },
      "merged",
      `${first} merged; step issue is not the last`,
    );
  });
});

describe("a step that soaks", () => {
  const merged = pull({ state: "merged", mergedAt: "2020-10-08T15:00:00Z" });
  const item = { step: "test" };

  it("soaks from the day of the merge on", () => {
    check({ item, work: [merged], asOf: "2020-10-21T23:59:59Z" }, "soaking");
    expect(
      assessedItem(anItem(item), { workItems: [merged], asOf: "2020-10-09T00:00:00Z" }).soaksUntil,
    ).toBe("2020-10-22");
  });

  it("is merged after its last day", () => {
    const because = `${first} merged; step test has soaked until 2020-10-22`;
    check({ item, work: [merged], asOf: "2020-10-22T00:00:00Z" }, "merged", because);
  });

  it("soaks from the last of several merges", () => {
    const later = other({ state: "merged", mergedAt: "2020-10-20T15:00:00Z" });
    check({ item: { ...two, step: "test" }, work: [merged, later] }, "soaking");
  });

  it("takes the day of closing for that of the merge", () => {
    const closedAt = "2020-10-20T15:00:00Z";
    check({ item, work: [pull({ state: "merged", closedAt })] }, "soaking");
  });

  it("is merged where a day is not known", () => {
    const because = `${first} merged; since when it soaks is not known`;
    check({ item, work: [pull({ state: "merged" })] }, "merged", because);
    const both = [merged, other({ state: "merged" })];
    check({ item: { ...two, step: "test" }, work: both, asOf: "2020-10-10T00:00:00Z" }, "merged");
  });
});

describe("what an item needs", () => {
  const item = { needs: [aRef(need)] };
  const needed = (fields: Partial<WorkItem>) => aWorkItem({ ref: need, kind: "issue", ...fields });

  it("blocks it until it is merged", () => {
    check({ item, work: [pull(), needed({})] }, "blocked", `waits for ${need}`);
    check({ item: { ...item, refs: [] }, work: [needed({})] }, "blocked");
    check({ item, work: [issue(), needed({})] }, "blocked");
    check({ item, work: [pull({ labels: ["lgtm", "approved"] }), needed({})] }, "blocked");
    check({ item, work: [pull({ state: "merged" }), needed({})] }, "landed");
    check({ item, work: [pull({ state: "closed" }), needed({})] }, "dropped");
    check({ item, work: [needed({})] }, "unknown");
  });

  it("blocks it for good where it was given up", () => {
    check(
      { item, work: [pull(), needed({ state: "closed", stateReason: "not-planned" })] },
      "blocked",
    );
    check({ item, work: [pull(), needed({ kind: "pull-request", state: "closed" })] }, "blocked");
  });

  it("does not block it once done, nor where no source knows", () => {
    check({ item, work: [pull(), needed({ state: "closed" })] }, "written");
    check({ item, work: [pull(), needed({ kind: "pull-request", state: "merged" })] }, "written");
    check({ item, work: [pull()] }, "written");
  });
});

describe("a person's word", () => {
  const override = { stage: "slipped", who: "Ann", why: "no reviewer" } as const;

  it("comes before the facts, and says what they would have said", () => {
    const because = "set by Ann: no reviewer (by the facts alone: written)";
    check({ item: { override }, work: [pull()] }, "slipped", because);
  });

  it("may agree with them", () => {
    const because = "set by Ann: it is (the facts agree)";
    check(
      { item: { override: { stage: "written", who: "Ann", why: "it is" } }, work: [pull()] },
      "written",
      because,
    );
  });
});
