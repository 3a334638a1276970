import { describe, expect, it } from "vitest";
import type { KeyResult, Objective } from "../../../src/domain/plan.ts";
import { assessed, namedValue } from "../../builders/assessment.ts";
import { aGroup, aKeyResult, anItem, anObjective, aPlan } from "../../builders/plan.ts";
import { aSnapshot, aWorkItem } from "../../builders/snapshot.ts";

/** A key result whose score is `score`, or not known. */
function scored(id: string, score: number | undefined): KeyResult {
  const current = { value: score, on: "2020-10-20", who: "Ann", why: "so" };
  const settings = score === undefined ? { goal: 1 } : { goal: 1, current };
  return aKeyResult({ id, kind: "value", settings });
}

function assess(fields: Partial<Objective>) {
  return assessed({ plan: aPlan({ objectives: [anObjective(fields)] }) });
}

describe("the score of an objective", () => {
  function check(scores: readonly (number | undefined)[], expected: number | undefined): void {
    const keyResults = scores.map((score, index) => scored(`KR${index + 1}`, score));
    expect(namedValue(assess({ keyResults }), "O1.score")).toBe(expected);
  }

  it("is the mean of its key results, rounded to two places", () => {
    check([0.8, 1], 0.9);
    check([1, 0, 0], 0.33);
    check([1, 1, 0], 0.67);
  });

  it("is not known while one of them is not, or where there is none", () => {
    check([1, undefined], undefined);
    check([], undefined);
  });

  it("may be set by a person; what was computed stands beside it", () => {
    const override = { score: 0.4, who: "Ann", why: "major direction change" };
    const { objectives, numbers } = assess({ keyResults: [scored("KR1", 1)], override });
    expect(objectives[0]?.score).toEqual({
      value: 0.4,
      computed: 1,
      formula: "mean of its key results' scores",
      overriddenBy: { who: "Ann", why: "major direction change" },
    });
    expect(numbers.find(({ name }) => name === "O1.score")?.formula).toBe(
      "set by Ann: major direction change (computed: 1, mean of its key results' scores)",
    );
  });

  it("takes the overrides of its key results", () => {
    const override = { score: 0.5, who: "Ann", why: "so" };
    const keyResults = [{ ...scored("KR1", 1), override }, scored("KR2", 1)];
    expect(namedValue(assess({ keyResults }), "O1.score")).toBe(0.75);
  });
});

describe("the numbers of a key result", () => {
  const group = aGroup({
    title: "Proxy",
    items: [anItem(), anItem({ id: "b", title: "B", adds: 5 })],
  });
  const keyResult = aKeyResult({
    groups: [aGroup(), group],
    at: { file: "/home/ann/plans/v1.20.yaml", line: 38, column: 9 },
  });
  const plan = aPlan({ objectives: [anObjective({ keyResults: [keyResult] })] });
  const snapshot = aSnapshot({ workItems: [aWorkItem({ state: "merged" })] });
  const { numbers } = assessed({ plan, snapshot });
  const find = (name: string) => numbers.find((number) => number.name === name);

  it("say that the goal is stated in the plan, without the machine's folders", () => {
    expect(find("KR1.goal")).toEqual({
      name: "KR1.goal",
      value: 30,
      unit: "endpoints",
      formula: "stated in the plan",
      inputs: [{ label: "plan v1.20.yaml", value: "line 38" }],
      sources: [],
    });
    expect(JSON.stringify(numbers)).not.toContain("/home/ann");
  });

  it("hold the score with what it is made of", () => {
    expect(find("KR1.score")).toMatchObject({
      value: 0.47,
      unit: "score",
      inputs: [
        { label: "KR1.landed", value: 14 },
        { label: "KR1.goal", value: 30 },
      ],
    });
  });

  it("hold the sum of each group, whatever became of its items", () => {
    expect(find("KR1.group1")).toMatchObject({ value: 7 });
    expect(find("KR1.group2")).toMatchObject({
      value: 12,
      formula: 'sum of what the items of "Proxy" add, whatever became of them',
    });
  });

  it("are sorted by name, each once, with each source once", () => {
    const names = numbers.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)].toSorted());
    expect(find("KR1.landed")?.sources).toHaveLength(1);
  });
});

it("refuses a kind that the plan could not have read", () => {
  const keyResults = [aKeyResult({ kind: "wish" })];
  expect(() => assess({ keyResults })).toThrow("no kind of key result is called wish");
});
