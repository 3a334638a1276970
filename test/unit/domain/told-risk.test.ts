/** What programs are told of a chance: whole percent, and where little is known only a range. */
import { expect, it } from "vitest";
import type { Forecast, Odds } from "../../../src/domain/risk.ts";
import { toldForecast, toldRisk, withToldForecast } from "../../../src/domain/told-risk.ts";
import { assessedItem } from "../../builders/assessment.ts";
import { anItem } from "../../builders/plan.ts";
import { anEvent, aTimeline, aWorkItem } from "../../builders/snapshot.ts";

const { risk } = assessedItem(anItem(), {
  asOf: "2020-10-22T08:00:00Z",
  workItems: [aWorkItem({ createdAt: "2020-10-12T00:00:00Z" })],
  timeline: aTimeline({ events: [anEvent({ id: "code-freeze", date: "2020-11-12" })] }),
});

function check(odds: Partial<Odds>, expected: object): void {
  if (risk === undefined) throw new Error("the item is open");
  const { odds: told } = toldRisk({ ...risk, odds: { ...risk.odds, ...odds } });
  expect(told).toEqual({
    basis: risk.odds.basis,
    text: risk.odds.text,
    sentence: risk.odds.sentence,
    ...expected,
  });
}

it("little history gives a range and no number", () => {
  expect(risk?.odds).toMatchObject({ basis: "little history", p: expect.any(Number) as number });
  const [least, most] = risk?.odds.said ?? [];
  expect(most ?? 0).toBeGreaterThan((least ?? 1) + 0.1);
  check({}, { least, most });
});
it("one chance is told as such", () =>
  check({ said: [0.35, 0.35] }, { p: 0.35, least: 0.35, most: 0.35 }));
it("what is settled too", () => check({ said: [0, 0] }, { p: 0, least: 0, most: 0 }));

it("a forecast has no more digits than a percent, and no chance that is not known", () => {
  const lever = { item: "A", step: 0.01234, settled: 0.5678, sentence: "Next." };
  const forecast = {
    p50: 14,
    goal: { value: 30, p: 0.06789, canBeReached: true },
    stretch: { value: 40, p: undefined, canBeReached: true },
    levers: [lever],
  } as unknown as Forecast;
  expect(toldForecast(forecast)).toEqual({
    p50: 14,
    goal: { value: 30, p: 0.07, canBeReached: true },
    stretch: { value: 40, canBeReached: true },
    levers: [{ ...lever, step: 0.01, settled: 0.57 }],
  });
});

it("nor has what an earlier report said", () => {
  const goal = { value: 30, p: 0.06789, canBeReached: true };
  const said = { id: "KR1", forecast: { p50: 14, goal } };
  expect(withToldForecast(said)).toEqual({
    id: "KR1",
    forecast: { p50: 14, goal: { ...goal, p: 0.07 } },
  });
  const silent: { readonly id: string; readonly forecast?: (typeof said)["forecast"] } = {
    id: "KR2",
  };
  expect(withToldForecast(silent)).toEqual({ id: "KR2" });
});
