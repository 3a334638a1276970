import { describe, expect, it } from "vitest";
import type { WorkItem } from "../../../src/domain/facts.ts";
import type { Contribution } from "../../../src/domain/plan.ts";
import { assessedItem } from "../../builders/assessment.ts";
import { anItem } from "../../builders/plan.ts";
import { aCoverage, aWorkItem } from "../../builders/snapshot.ts";

const ref = "kubernetes/kubernetes#95713";

describe("an item that names what it adds", () => {
  const item = { endpoints: ["create", "delete"] };
  const merged = [aWorkItem({ state: "merged" })];

  /** The same item, with coverage in which these are tested since a release. */
  function checkCounted(
    tested: Readonly<Record<string, string | undefined>>,
    facts: { readonly item?: Partial<Contribution>; readonly work?: readonly WorkItem[] },
    ...expected: readonly [stage: string, because: string]
  ): void {
    const endpoints = Object.entries(tested).map(([name, since]) => ({
      name,
      promoted: "1.9",
      ...(since === undefined ? {} : { tested: since }),
    }));
    const snapshot = { workItems: facts.work ?? [], coverage: aCoverage({ endpoints }) };
    const [stage, because] = expected;
    expect(assessedItem(anItem({ ...item, ...facts.item }), snapshot)).toMatchObject({
      stage,
      because,
    });
  }

  const both = { create: "1.20", delete: "1.19", other: undefined };

  it("is counted once it has landed and all of them are tested", () => {
    const words = `${ref} merged; the plan names no step, so it is the last`;
    const landed = { work: merged };
    checkCounted(both, landed, "counted", `${words}; 2 of 2 endpoints are tested in 1.20`);
    const late = { ...both, create: "1.21" };
    checkCounted(late, landed, "landed", `${words}; 1 of 2 endpoints are tested in 1.20`);
    const untested = { ...both, delete: undefined };
    checkCounted(untested, landed, "landed", `${words}; 1 of 2 endpoints are tested in 1.20`);
    checkCounted({}, landed, "landed", `${words}; 0 of 2 endpoints are tested in 1.20`);
  });

  it("is not counted for somebody else's test while its own is open", () => {
    const words = `${ref} open; 2 of 2 endpoints are tested in 1.20`;
    checkCounted(both, { work: [aWorkItem()] }, "written", words);
  });

  it("is counted by the coverage alone where it has no reference", () => {
    const words = "no pull request is named yet; 2 of 2 endpoints are tested in 1.20";
    checkCounted(both, { item: { refs: [] } }, "counted", words);
  });

  it("is not counted where the coverage does not list what counts", () => {
    const found = assessedItem(anItem(item), { workItems: merged, coverage: aCoverage() });
    expect(found).toMatchObject({ stage: "landed" });
    expect(found.because).not.toContain("tested");
  });
});
