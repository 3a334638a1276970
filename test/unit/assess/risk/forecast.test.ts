/** The forecast of a key result: its numbers, its level, what it says of what it does not know. */
import { describe, expect, it } from "vitest";
import type { AssessInput } from "../../../../src/assess/assess.ts";
import type { WorkItem } from "../../../../src/domain/facts.ts";
import type { Forecast } from "../../../../src/domain/risk.ts";
import { aPlanOf, assessed, namedValue } from "../../../builders/assessment.ts";
import { anItem } from "../../../builders/plan.ts";
import { aSnapshot, anEvent, aTimeline, aWorkItem } from "../../../builders/snapshot.ts";

const timeline = aTimeline({ events: [anEvent()] });
const young = { createdAt: "2020-10-19T00:00:00Z" };
const merged = { state: "merged", mergedAt: "2020-10-20T00:00:00Z" } as const;
const ready = { ...young, labels: ["lgtm", "approved"] };

/** A key result of items of 10 each, one for each of the facts. */
function inputOf(works: readonly Partial<WorkItem>[], asOf = "2020-10-22T08:00:00Z"): AssessInput {
  const refs = works.map((_, index) => `kubernetes/kubernetes#${index + 1}`);
  const items = refs.map((id) => anItem({ id, title: id, step: "promotion", adds: 10 }));
  const workItems = works.map((work, index) => aWorkItem({ ref: refs[index] ?? "", ...work }));
  return { plan: aPlanOf(items), snapshot: aSnapshot({ asOf, workItems, timeline }), asOf };
}

function forecastOf(input: AssessInput): Forecast {
  const forecast = assessed(input).objectives[0]?.keyResults[0]?.forecast;
  if (forecast === undefined) throw new Error("there is no forecast");
  return forecast;
}

describe("the forecast of a key result", () => {
  it("adds up what has landed and what may", () => {
    const forecast = forecastOf(inputOf([merged, ready, ready, young]));
    expect(forecast).toMatchObject({ base: 10, most: 40, p10: 30, p90: 40, level: "on track" });
    expect(forecast.goal.p).toBeCloseTo(0.95, 2);
    expect(forecast.sentence).toBe(
      "10 of 30 endpoints are in. Most likely 40 by Code Freeze (8 in 10 chance: 30 to 40). Goal 30: about over 19 in 20. On track.",
    );
  });

  it("says that a goal is out of reach, and offers nothing for it", () => {
    const forecast = forecastOf(inputOf([merged, young]));
    expect(forecast.goal).toEqual({ value: 30, p: 0, canBeReached: false });
    expect(forecast.sentence).toContain(
      "It cannot reach the goal with the listed items (max 20 of 30). Off track.",
    );
    expect(forecast.levers).toEqual([]);
  });

  it("says that a goal is reached", () => {
    const forecast = forecastOf(inputOf([merged, merged, merged]));
    expect(forecast.goal.p).toBe(1);
    expect(forecast.sentence).toContain("Goal 30 is reached.");
  });

  it("names what would help most, not what waits for something else", () => {
    const { levers } = forecastOf(inputOf([merged, young, young, {}]));
    expect(levers.map(({ item }) => item)).toHaveLength(3);
    expect(levers[0]?.step).toBeGreaterThan(0);
  });

  it("gives no number where facts are missing, but what it may be", () => {
    const input = inputOf([merged, {}, {}]);
    const forecast = forecastOf(input);
    expect(forecast).toMatchObject({ p10: 10, p50: undefined, p90: 30, level: "unknown" });
    expect(forecast.goal.p).toBeUndefined();
    expect(forecast.sentence).toBe(
      "10 of 30 endpoints are in. From 10 to 30 by Code Freeze: too little is known of some items. Goal 30: between under 1 in 20 and 6 in 10.",
    );
    expect(forecast.remarks).toEqual([
      "Odds of +20 are not known: the range runs from none of it to all.",
    ]);
    expect(namedValue(assessed(input), "KR1.pGoal")).toBeUndefined();
    expect(namedValue(assessed(input), "KR1.p10")).toBe(10);
  });

  it("changes its word only if the number is clearly past the line", () => {
    const works = [merged, merged, young];
    const { plan, snapshot } = inputOf(works, "2020-10-20T08:00:00Z");
    const since = { plan, snapshot };
    expect(forecastOf({ plan, snapshot, asOf: snapshot.asOf }).level).toBe("on track");
    const soon = { ...inputOf(works, "2020-10-21T08:00:00Z"), since };
    expect(forecastOf(soon)).toMatchObject({ level: "on track", computedLevel: "at risk" });
    const later = { ...inputOf(works, "2020-10-27T08:00:00Z"), since };
    expect(forecastOf(later)).toMatchObject({ level: "at risk", computedLevel: "at risk" });
    expect(forecastOf(later).remarks).toEqual([
      "The chance of the goal was 8 in 10 in the last report.",
      "Odds of +10 rest on little history.",
    ]);
  });

  it("asks for a decision in the last three days", () => {
    const old = { createdAt: "2020-01-01T00:00:00Z" };
    const works = [merged, old, old];
    const { remarks } = forecastOf(inputOf(works, "2020-11-11T08:00:00Z"));
    expect(remarks).toContain("Decide now: exception or next release.");
    expect(forecastOf(inputOf(works, "2020-11-01T08:00:00Z")).remarks).toEqual([
      "Odds of +20 rest on little history.",
    ]);
  });

  it("leaves its numbers unknown where no calendar holds the freeze", () => {
    const { plan, snapshot, asOf } = inputOf([young]);
    const { timeline: _, ...rest } = snapshot;
    const found = assessed({ plan, snapshot: rest, asOf });
    const number = found.numbers.find(({ name }) => name === "KR1.pGoal");
    expect(number).toMatchObject({ value: undefined, unit: "chance" });
    expect(number?.formula).toContain("no calendar holds the freeze");
  });

  it("is that of steps, too, each of which counts one", () => {
    const { plan, snapshot } = inputOf([merged, ready]);
    const [objective] = plan.objectives;
    const keyResults = objective?.keyResults.map((one) => ({
      ...one,
      kind: "checklist",
      settings: { goal: "all" },
    }));
    const checklist = { ...plan, objectives: [{ ...objective, keyResults }] } as typeof plan;
    expect(forecastOf({ plan: checklist, snapshot, asOf: snapshot.asOf })).toMatchObject({
      base: 1,
      most: 2,
      goal: { value: 2, canBeReached: true },
    });
  });
});

describe("the numbers of a forecast", () => {
  it("say how they were reached, and from what", () => {
    const found = assessed(inputOf([merged, young, young]));
    const number = found.numbers.find(({ name }) => name === "KR1.pGoal");
    expect(number?.formula).toMatch(
      /^chance of 30 or more by Code Freeze: what has landed plus what each open item adds, each with its odds, added up exactly under one shock that all share\. /,
    );
    expect(number?.inputs).toMatchObject([
      { label: "KR1.landed", value: 10 },
      { label: "kubernetes/kubernetes#2, +10", value: "4 to 8 in 10, little history" },
      { label: "kubernetes/kubernetes#3, +10" },
    ]);
  });
});
