import { describe, expect, test } from "vitest";
import { queryNotices, withFoundItems } from "../../../src/assess/found-items.ts";
import { queryKey, type FoundItem, type ItemQuery } from "../../../src/domain/item-query.ts";
import type { Contribution, Group } from "../../../src/domain/plan.ts";
import type { Snapshot } from "../../../src/domain/snapshot.ts";
import { aGroup, aKeyResult, anItem, anObjective, aPlan, aRef } from "../../builders/plan.ts";
import { aSnapshot } from "../../builders/snapshot.ts";

const search: ItemQuery = { kind: "search", text: "is:pr", adds: 2, step: "test" };
const board: ItemQuery = {
  kind: "project",
  owner: "acme",
  number: 7,
  adds: "Endpoints",
  step: "Stage",
};

function planWith(...groups: readonly Group[]) {
  return aPlan({ objectives: [anObjective({ keyResults: [aKeyResult({ groups })] })] });
}

function having(from: ItemQuery, items: readonly FoundItem[]): Snapshot {
  return aSnapshot({ found: [{ query: queryKey(from), items, source: "deck" }] });
}

function itemsOf(plan: ReturnType<typeof withFoundItems>): readonly Contribution[] {
  return plan.objectives.flatMap(({ keyResults }) =>
    keyResults.flatMap(({ groups }) => groups.flatMap(({ items }) => items)),
  );
}

function check(
  from: ItemQuery,
  found: readonly FoundItem[],
  expected: readonly Partial<Contribution>[],
) {
  const items = itemsOf(withFoundItems(planWith(aGroup({ items: [], from })), having(from, found)));
  expect(items).toEqual(expected.map((item) => expect.objectContaining(item)));
}

describe("what a search found", () => {
  test("adds what the plan says, at the step that it says", () =>
    check(
      search,
      [{ title: "A", ref: "acme/kit#1" }],
      [{ id: "acme/kit#1", title: "A", refs: [aRef("acme/kit#1")], adds: 2, step: "test" }],
    ));

  test("may be nothing", () => check(search, [], []));

  test("and one key result lists already is not counted twice", () => {
    const listed = aGroup({ items: [anItem({ id: "acme/kit#1" })] });
    const plan = planWith(
      listed,
      aGroup({ items: [], from: search }),
      aGroup({ items: [], from: search }),
    );
    const found = having(search, [
      { title: "A", ref: "acme/kit#1" },
      { title: "B", ref: "acme/kit#2" },
    ]);
    expect(itemsOf(withFoundItems(plan, found)).map(({ id }) => id)).toEqual([
      "acme/kit#1",
      "acme/kit#2",
    ]);
  });

  test("has an id of its own where another key result has the same item", () => {
    const keyResults = ["KR1", "KR2"].map((id) =>
      aKeyResult({ id, groups: [aGroup({ items: [], from: search })] }),
    );
    const plan = aPlan({ objectives: [anObjective({ keyResults })] });
    const found = having(search, [{ title: "A", ref: "acme/kit#1" }]);
    const ids = itemsOf(withFoundItems(plan, found)).map(({ id }) => id);
    expect(ids).toEqual(["acme/kit#1", "acme/kit#1#2"]);
  });
});

describe("what a board holds", () => {
  test("adds what its field says, at the step of its field in any case", () =>
    check(
      board,
      [{ title: "A", ref: "acme/kit#1", adds: 5, step: "Promotion" }],
      [{ title: "A", adds: 5, step: "promotion" }],
    ));

  test("adds the same each where the plan gives a number", () =>
    check({ ...board, adds: 1 }, [{ title: "A", adds: 5 }], [{ adds: 1 }]));

  test("may be a draft without a reference", () =>
    check(board, [{ title: "A" }], [{ id: "A", refs: [] }]));

  test("stands nowhere known where the board has a word of its own", () =>
    check(
      board,
      [{ title: "A", step: "Icebox" }],
      [
        {
          override: {
            stage: "unknown",
            who: "release-deck",
            why: 'the board says "Icebox", which is no step of the workflow',
          },
        },
      ],
    ));
});

describe("a query that no source has answered", () => {
  const plan = planWith(aGroup({ title: "In the pipeline", items: [], from: search }));

  test("has one item of which nothing is known", () => {
    const [item, ...others] = itemsOf(withFoundItems(plan, aSnapshot()));
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      title: 'What the search "is:pr" finds',
      refs: [],
      override: { stage: "unknown" },
    });
  });

  test("is told", () => {
    expect(queryNotices(plan, aSnapshot())).toMatchObject([
      { code: "query-unanswered", severity: "warning", subject: "In the pipeline" },
    ]);
    expect(queryNotices(plan, having(search, []))).toEqual([]);
  });
});

test("a plan without queries stays as it is", () => {
  const plan = planWith(aGroup());
  expect(withFoundItems(plan, aSnapshot())).toBe(plan);
});
