import { describe, expect, it } from "vitest";
import type { Enhancement } from "../../../src/domain/facts.ts";
import { aPlanOf, assessed } from "../../builders/assessment.ts";
import { anItem, aRef } from "../../builders/plan.ts";
import { aSnapshot, aWorkItem } from "../../builders/snapshot.ts";

const ref = "kubernetes/enhancements#1333";

function anEnhancement(fields: Partial<Enhancement> = {}): Enhancement {
  return {
    ref,
    title: "A proposal",
    status: "implementable",
    stage: "beta",
    release: "1.20",
    milestones: {},
    url: "https://example.org/kep.yaml",
    source: "deck",
    ...fields,
  };
}

interface Case {
  readonly freeze?: string;
  readonly refs?: readonly string[];
}

/** The item that is the proposal, in the plan of 1.20, its issue open. */
function check(
  enhancement: Enhancement,
  expected: readonly [stage: string, because: string],
  { freeze = "enhancements-freeze", refs = [ref] }: Case = {},
): void {
  const plan = aPlanOf([anItem({ id: ref, refs: refs.map(aRef) })], { freeze });
  const workItems = [aWorkItem({ ref, kind: "issue" }), aWorkItem()];
  const snapshot = aSnapshot({ enhancements: [enhancement], workItems });
  const items = assessed({ plan, snapshot }).objectives.flatMap(({ keyResults }) =>
    keyResults.flatMap(({ groups }) => groups.flatMap((group) => group.items)),
  );
  expect(items.map(({ stage, because }) => [stage, because])).toEqual([expected]);
}

describe("a proposal that shall be in by the enhancements freeze", () => {
  it.each<[string, Partial<Enhancement>]>([
    ["implementable", {}],
    ["implemented", { status: "implemented" }],
    ["implementable", { release: "1.21", milestones: { beta: "1.20" } }],
  ])("is in where it is %s and planned for the release", (status, fields) => {
    check(anEnhancement(fields), ["landed", `its proposal is ${status} and planned for 1.20`]);
  });

  it("is planned as long as it is provisional, or nobody knows what it is", () => {
    const because = "its proposal is provisional and planned for 1.20";
    check(anEnhancement({ status: "provisional" }), ["planned", because]);
    const { status: _, ...unknown } = anEnhancement();
    check(unknown, ["planned", "its proposal is of no known status and planned for 1.20"]);
  });

  it("has slipped where it is planned for a later release", () => {
    const later = anEnhancement({ release: "1.21" });
    check(later, ["slipped", "its proposal is planned for 1.21"]);
    const stage = anEnhancement({ release: "1.19", milestones: { beta: "1.22" } });
    check(stage, ["slipped", "its proposal is planned for 1.22"]);
  });

  it("is not in where it is planned for an earlier release, or for none", () => {
    const because = "its proposal is not planned for 1.20 yet";
    check(anEnhancement({ release: "1.9" }), ["planned", because]);
    const { release: _, ...none } = anEnhancement();
    check(none, ["planned", because]);
  });
});

describe("any proposal", () => {
  it.each([
    ["deferred", "slipped"],
    ["rejected", "dropped"],
    ["withdrawn", "dropped"],
    ["removed", "dropped"],
    ["replaced", "replaced"],
    ["superseded", "replaced"],
  ])("that is %s is %s", (status, stage) => {
    const expected = [stage, `its proposal is ${status}`] as const;
    check(anEnhancement({ status }), expected);
    check(anEnhancement({ status }), expected, { freeze: "code-freeze" });
  });

  it("does not say whether it is built: its issue does", () => {
    const because = `${ref} open; no pull request yet`;
    check(anEnhancement({ status: "implemented" }), ["planned", because], {
      freeze: "code-freeze",
    });
  });

  it("is one of several references of an item that is more than it", () => {
    const pull = "kubernetes/kubernetes#95713";
    check(anEnhancement({ status: "withdrawn" }), ["written", `${pull} open`], {
      refs: [ref, pull],
    });
  });
});
