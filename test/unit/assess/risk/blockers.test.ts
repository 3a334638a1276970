/** What is in the way of an item, whose move it is, and the one thing to do next. */
import { describe, expect, it } from "vitest";
import type { WorkItem } from "../../../../src/domain/facts.ts";
import type { Contribution } from "../../../../src/domain/plan.ts";
import type { FreezeRisk } from "../../../../src/domain/risk.ts";
import { assessedItem } from "../../../builders/assessment.ts";
import { anItem, aRef } from "../../../builders/plan.ts";
import { anEvent, aTimeline, aWorkItem } from "../../../builders/snapshot.ts";

const need = "kubernetes/test-infra#19613";

interface Case {
  readonly item?: Partial<Contribution>;
  readonly work?: readonly Partial<WorkItem>[];
  readonly asOf?: string;
}

function riskOf({ item = {}, work = [{}], asOf = "2020-10-22T08:00:00Z" }: Case): FreezeRisk {
  const { risk } = assessedItem(anItem({ step: "promotion", ...item }), {
    asOf,
    workItems: work.map(aWorkItem),
    timeline: aTimeline({ events: [anEvent(), anEvent({ id: "release", date: "2020-12-08" })] }),
  });
  if (risk === undefined) throw new Error("the item has no risk");
  return risk;
}

/** Kind, whose move and since when of each blocker; then the next action. */
function check(facts: Case, blockers: readonly string[], next: string): void {
  const risk = riskOf(facts);
  const found = risk.blockers.map(({ kind, move, who, since }) =>
    [kind, move, ...who, since ?? ""].join(" ").trim(),
  );
  expect(found).toEqual(blockers);
  expect(risk.next.action).toBe(next);
}

const prow = ["cncf-cla: yes", "size/L"];
const author = "ann";

describe("an open pull request", () => {
  it("of which nothing is known but that it is open has no blocker", () =>
    check({}, [], "ask how its review stands"));

  it("waits for lgtm, then approval, where the repository has Prow's labels", () => {
    const work = { labels: prow, reviewers: ["rob"], assignees: ["apo"] };
    const both = ["missing-lgtm reviewer rob", "missing-approval approver apo"];
    check({ work: [work] }, both, "review it");
    const reviewed = { ...work, labels: [...prow, "lgtm"] };
    check({ work: [reviewed] }, ["missing-approval approver apo"], "approve it");
  });

  it("waits for a review elsewhere, since its last push", () => {
    const events = [{ kind: "pushed", at: "2020-10-14T10:00:00Z" }] as const;
    const work = { review: "required", labels: ["area/test"], events, reviewers: ["rob"] } as const;
    check({ work: [work] }, ["missing-review reviewer rob 2020-10-14"], "review it");
  });

  it("is its author's move first", () => {
    const work: Partial<WorkItem> = {
      author,
      labels: [...prow, "needs-rebase", "do-not-merge/hold"],
      isDraft: true,
      createdAt: "2020-10-01T00:00:00Z",
      checks: [
        { name: "unit", state: "failure", isRequired: true, since: "2020-10-20T10:00:00Z" },
        { name: "lint", state: "failure", isRequired: false },
        { name: "e2e", state: "success", isRequired: true },
      ],
      events: [
        { kind: "labeled", what: "needs-rebase", at: "2020-10-18T10:00:00Z" },
        { kind: "labeled", what: "do-not-merge/hold", at: "2020-10-19T10:00:00Z", actor: "hal" },
      ],
    };
    check(
      { work: [work] },
      [
        "needs-rebase author ann 2020-10-18",
        "failing-check author ann 2020-10-20",
        "draft author ann 2020-10-01",
        "on-hold author hal 2020-10-19",
        "missing-lgtm reviewer 2020-10-01",
        "missing-approval approver 2020-10-01",
      ],
      "rebase it",
    );
  });

  it("whose review asks for changes waits for its author alone", () => {
    const events = [
      { kind: "reviewed", what: "changes-requested", at: "2020-10-15T10:00:00Z" },
    ] as const;
    const work = { author, review: "changes-requested", events } as const;
    check({ work: [work] }, ["changes-requested author ann 2020-10-15"], "answer the review");
  });

  it("of a newcomer waits for somebody to allow its tests", () =>
    check(
      { work: [{ labels: ["lgtm", "approved", "needs-ok-to-test"] }] },
      ["needs-ok-to-test reviewer"],
      "comment /ok-to-test",
    ));

  it("that nobody has touched for two weeks is idle", () => {
    const work = { author, activeAt: "2020-10-08T10:00:00Z" };
    check({ work: [work] }, ["idle author ann 2020-10-08"], "ask its author whether it goes on");
    check({ work: [{ activeAt: "2020-10-09T10:00:00Z" }] }, [], "ask how its review stands");
  });

  it("that is approved waits for the merge bot", () => {
    const ready = { labels: [...prow, "lgtm", "approved"] };
    check({ work: [ready] }, [], "wait for the merge");
    expect(riskOf({ work: [ready] }).next.move).toBe("merge bot");
    check({ work: [{ review: "approved" }] }, [], "wait for the merge");
  });

  it("needs the milestone once the code is frozen", () => {
    const asOf = "2020-11-13T10:00:00Z";
    const ready = { labels: [...prow, "lgtm", "approved"] };
    const add = "put it into v1.20, or ask for an exception";
    check({ asOf, work: [ready] }, ["no-milestone release team 2020-11-13"], add);
    check({ asOf, work: [{ ...ready, milestone: "v1.20" }] }, [], "wait for the merge");
  });
});

describe("an item", () => {
  it("that needs another waits for that first", () => {
    const item = { needs: [aRef(need)] };
    const issue = { ref: need, kind: "issue" } as const;
    check({ item, work: [{}, issue] }, ["unmet-need another item"], `finish ${need}`);
  });

  it("without a pull request waits for one", () => {
    const issue = {
      kind: "issue",
      createdAt: "2020-09-01T00:00:00Z",
      assignees: [author],
    } as const;
    check({ work: [issue] }, ["no-pull-request author ann 2020-09-01"], "open the pull request");
  });

  it("that soaks waits for time, and then for its next step", () => {
    const merged = { state: "merged", mergedAt: "2020-10-15T10:00:00Z" } as const;
    check(
      { item: { step: "test" }, work: [merged] },
      ["soaking nobody 2020-10-15"],
      "open the next step's pull request on 29 October 2020",
    );
    check(
      { item: { step: "test" }, work: [merged], asOf: "2020-11-02T08:00:00Z" },
      ["no-pull-request author 2020-10-15"],
      "open the next step's pull request",
    );
  });
});
