import { describe, expect, it } from "vitest";
import type { WorkItem } from "../../../../src/domain/facts.ts";
import type { Contribution } from "../../../../src/domain/plan.ts";
import { aPlanOf, assessed } from "../../../builders/assessment.ts";
import { anItem, aRef } from "../../../builders/plan.ts";
import { aSnapshot, aWorkItem } from "../../../builders/snapshot.ts";

const item = anItem({ id: "o/r#1", needs: [aRef("o/r#2"), aRef("o/r#3")] });

type States = Readonly<Record<string, Partial<WorkItem>>>;

const open = { "o/r#2": {}, "o/r#3": {} };

function side(asOf: string, one: Contribution, states: States) {
  const workItems = Object.entries({ "o/r#1": {}, ...states }).map(([ref, fields]) =>
    aWorkItem({ ref, ...fields }),
  );
  return { plan: aPlanOf([one]), snapshot: aSnapshot({ asOf, workItems }) };
}

/** The references that are said to be resolved, with their states. */
function check(now: States, expected: readonly string[], one = item): void {
  const since = side("2020-10-22T08:00:00Z", item, open);
  const { changes } = assessed({ ...side("2020-11-23T08:00:00Z", one, now), since });
  const found = changes?.needs.flatMap(({ resolved }) =>
    resolved.map(({ ref, state }) => `${ref} ${state}`),
  );
  expect(found).toEqual(expected);
}

describe("what an item waited for", () => {
  it("is resolved once it is merged or closed as completed", () => {
    check({ ...open, "o/r#2": { state: "merged" } }, ["o/r#2 merged"]);
    const closed = { kind: "issue", state: "closed", stateReason: "completed" } as const;
    check({ ...open, "o/r#3": closed }, ["o/r#3 closed"]);
  });

  it("is resolved too where the item itself has landed since", () => {
    const merged = { state: "merged" } as const;
    check({ ...open, "o/r#1": merged, "o/r#2": merged }, ["o/r#2 merged"]);
  });

  it("is not resolved while it is open, given up, unknown, or only taken out of the plan", () => {
    check(open, []);
    check({ ...open, "o/r#2": { state: "closed" } }, []);
    check({ "o/r#3": {} }, []);
    check(open, [], { ...item, needs: [] });
  });
});
