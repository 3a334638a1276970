import { expect, it } from "vitest";
import { aPlanOf, assessed } from "../../builders/assessment.ts";
import { anItem } from "../../builders/plan.ts";
import { aSnapshot, aWorkItem } from "../../builders/snapshot.ts";

const item = anItem();

function report(day: string, goal: number, state: "open" | "merged") {
  const snapshot = aSnapshot({ asOf: `${day}T08:00:00Z`, workItems: [aWorkItem({ state })] });
  return { plan: aPlanOf([item], { settings: { goal } }), snapshot };
}

it("is empty without earlier reports", () => {
  expect(assessed().history).toEqual([]);
});

it("has every earlier report under the plan of its day, the oldest first", () => {
  const past = [report("2020-09-25", 40, "open"), report("2020-10-22", 30, "merged")];
  const { history } = assessed({ ...report("2020-11-23", 30, "merged"), past });
  expect(
    history.map(({ asOf, keyResults: [one] }) => [asOf, one?.goal, one?.current, one?.landed]),
  ).toEqual([
    ["2020-09-25T08:00:00Z", 40, 0, 0],
    ["2020-10-22T08:00:00Z", 30, 7, 7],
  ]);
  expect(history[0]?.keyResults[0]?.subtotals).toEqual([{ standing: "written", value: 7 }]);
});

it("has no sum for a kind whose items do not add up", () => {
  const plan = aPlanOf([], { kind: "value", settings: { goal: 1, current: 0.4, as: "x" } });
  const { history } = assessed({ past: [{ plan, snapshot: aSnapshot() }] });
  expect(history[0]?.keyResults[0]).toMatchObject({ kind: "value", landed: undefined });
});
