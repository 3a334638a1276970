import { describe, expect, it } from "vitest";
import type { Contribution } from "../../../src/domain/plan.ts";
import { assessed, assessedItem, namedValue } from "../../builders/assessment.ts";
import { aGroup, aKeyResult, anItem, anObjective, aPlan, aRef } from "../../builders/plan.ts";
import { aSnapshot, aSource, aWorkItem } from "../../builders/snapshot.ts";

const ref = "kubernetes/kubernetes#95713";

describe("an outlook", () => {
  /** An item of a group that is thought unlikely. */
  function standingOf(item: Partial<Contribution>, state: "open" | "merged" | "closed" = "open") {
    const group = aGroup({ outlook: "unlikely", items: [anItem(item)] });
    const plan = aPlan({
      objectives: [anObjective({ keyResults: [aKeyResult({ groups: [group] })] })],
    });
    const snapshot = aSnapshot({ workItems: [aWorkItem({ state })] });
    const { objectives } = assessed({ plan, snapshot });
    return objectives[0]?.keyResults[0]?.groups[0]?.items[0]?.standing;
  }

  it("is the word under which an open item counts", () => {
    expect(standingOf({})).toBe("unlikely");
    expect(standingOf({ needs: [aRef(ref)] })).toBe("unlikely");
  });

  it("of the item comes before that of its group", () => {
    expect(standingOf({ outlook: "maybe" })).toBe("maybe");
  });

  it("says nothing about what is done or given up", () => {
    expect(standingOf({}, "merged")).toBe("landed");
    expect(standingOf({}, "closed")).toBe("dropped");
    for (const stage of ["counted", "replaced", "slipped"] as const) {
      expect(standingOf({ override: { stage, who: "Ann", why: "so" } })).toBe(stage);
    }
  });
});

describe("the links of an item", () => {
  it("lead where the facts say, with what is known", () => {
    const work = aWorkItem({ state: "merged", title: "Promote it" });
    expect(assessedItem(anItem(), { workItems: [work] }).links).toEqual([
      {
        ref,
        url: "https://github.com/kubernetes/kubernetes/pull/95713",
        kind: "pull-request",
        state: "merged",
        title: "Promote it",
      },
    ]);
  });

  it("lead to the comment, and to GitHub where nothing is known", () => {
    const comment = aRef(`https://github.com/kubernetes/kubernetes/pull/95713#issuecomment-708`);
    expect(assessedItem(anItem({ refs: [comment] })).links).toEqual([
      { ref, url: "https://github.com/kubernetes/kubernetes/issues/95713#issuecomment-708" },
    ]);
  });
});

describe("what an item waits for", () => {
  const needs = [aRef("kubernetes/test-infra#19613")];
  const needed = aWorkItem({ ref: "kubernetes/test-infra#19613", kind: "issue" });

  function check(state: "open" | "merged" | "closed", expected: readonly string[]): void {
    const workItems = [aWorkItem({ state }), needed];
    const found = assessedItem(anItem({ needs }), { workItems });
    expect(found.waitsFor.map((link) => link.ref)).toEqual(expected);
  }

  it("is told until the item is done or given up", () => {
    check("open", ["kubernetes/test-infra#19613"]);
    check("merged", []);
    check("closed", []);
  });

  it("is counted over all items", () => {
    const keyResult = aKeyResult({ groups: [aGroup({ items: [anItem({ needs }), anItem()] })] });
    const plan = aPlan({ objectives: [anObjective({ keyResults: [keyResult] })] });
    const nobody = assessed({ plan, snapshot: aSnapshot({ workItems: [aWorkItem()] }) });
    expect(namedValue(nobody, "items.waiting")).toBe(0);
    const one = assessed({ plan, snapshot: aSnapshot({ workItems: [aWorkItem(), needed] }) });
    expect(namedValue(one, "items.waiting")).toBe(1);
  });
});

describe("the sources of an item", () => {
  it("are those of its references and of what it waits for, each once", () => {
    const sources = [aSource(), aSource({ id: "b", url: "https://example.org/b" })];
    const needed = aWorkItem({ ref: "o/r#2", source: "b" });
    const workItems = [aWorkItem(), aWorkItem({ ref: "o/r#3" }), needed];
    const item = anItem({ refs: [aRef(ref), aRef("o/r#3")], needs: [aRef("o/r#2")] });
    const found = assessedItem(item, { sources, workItems });
    expect(found.sources.map(({ url }) => url)).toEqual([
      "https://example.org/deck",
      "https://example.org/b",
    ]);
  });
});
