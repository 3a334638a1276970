/** From tables with outcomes to the report, its text and its picture. */
import { describe, expect, it } from "vitest";
import { judge } from "../../../../src/forecast/scoring/judge.ts";
import { reliabilityPicture } from "../../../../src/forecast/scoring/picture.ts";
import { reportText } from "../../../../src/forecast/scoring/report-text.ts";
import { reportOn } from "../../../../src/forecast/scoring/report.ts";
import { rivals, type Rival, type Verdict } from "../../../../src/forecast/scoring/verdict.ts";

const day = 1440;

/** 100 items of one release: the forecast knows, the others say 30 %. */
function verdictsOf(release: string, isGated: boolean): readonly Verdict[] {
  return Array.from({ length: 100 }, (_, index) => {
    const happened = index % 10 < 3;
    const chance = (rival: Rival) => (rival === "forecast" ? (happened ? 0.85 : 0.05) : 0.3);
    const chances = Object.fromEntries(rivals.map((rival) => [rival, chance(rival)]));
    const days = index % 2 === 0 ? 7 : 14;
    return { release, days, isGated, happened, chances };
  });
}

describe("judging", () => {
  const rows = [
    ["1", 0, 3 * day],
    ["2", 10 * day, 100 * day],
    ["3", 90 * day, ""],
    ["4", 95 * day, ""],
  ].map(([number, created, merged]) => `o/r,${number},${created},${merged},${merged}`);
  const verdicts = judge({
    history: { file: "history.csv", text: `repo,number,created,merged,closed\n${rows.join("\n")}` },
    items: {
      file: "items.csv",
      text: `repo,number,now,freeze,gate\no/r,3,${100 * day},${107 * day},none\no/r,4,${100 * day},${107 * day},none`,
    },
    answers: { file: "answers.csv", text: "repo,number,y\no/r,3,1" },
    meta: { file: "meta.json", text: '{"release": "1.20", "freezes": []}' },
  });

  it("leaves out items without an outcome", () => expect(verdicts.length).toBe(1));
  it("says what each rule says", () => {
    const [verdict] = verdicts;
    expect(verdict).toMatchObject({ release: "1.20", days: 7, isGated: false, happened: true });
    // Nothing was open at earlier landmarks but the second, of which nothing was merged within a week.
    expect(verdict?.chances["own base rate"]).toBeCloseTo(1 / (3 + 3), 10);
    // Merged ones took 3 and 90 days; this one is ten days old and has seven left.
    expect(verdict?.chances["cycle-time percentile"]).toBeCloseTo(1.5 / 3, 10);
    expect(verdict?.chances["conditional cycle time"]).toBeCloseTo(1 - 1.5 / 2, 10);
    // Nothing so old was open at an earlier landmark.
    expect(verdict?.chances["shipped tables only"]).toBe(verdict?.chances.forecast);
  });
});

describe("the report", () => {
  const verdicts = [...verdictsOf("1.20", true), ...verdictsOf("1.21", false)];
  const report = reportOn(verdicts);

  it("has all items, and those with and without a gate", () => {
    expect(report.parts.map(({ name, count, observed }) => [name, count, observed])).toEqual([
      ["all", 200, 0.3],
      ["with a gate", 100, 0.3],
      ["without a gate", 100, 0.3],
    ]);
    expect(reportOn(verdictsOf("1.20", true)).parts.map(({ name }) => name)).toEqual(["all"]);
  });
  it("scores every rival, its lead and each horizon", () => {
    const [forecast, base] = report.parts[0]?.rivals ?? [];
    expect(forecast?.brier).toBeCloseTo(0.3 * 0.0225 + 0.7 * 0.0025, 10);
    expect(forecast?.lead.value).toBe(0);
    expect(base?.brier).toBeCloseTo(0.21, 10);
    expect(base?.lead.value).toBeCloseTo((forecast?.brier ?? NaN) - 0.21, 10);
    expect(forecast?.byDays.map(({ days }) => days)).toEqual([14, 7]);
  });
  it("is told as tables", () => {
    const text = reportText(report);
    expect(text).toContain("200 forecasts of 2 releases, 30 % in time");
    expect(text).toMatch(/^forecast {2,}0\.0085/m);
    expect(text).toMatch(/^0 to 10 % +140 +5 % +0 % +-5\.0 points$/m);
    expect(text).toMatch(/^80 to 90 % +60 +85 % +100 % +too few$/m);
  });
  it("says where there is too little to judge", () => {
    expect(reportText(reportOn(verdicts.slice(0, 49)))).toContain(
      "49 forecasts of 1 release, 31 % in time: too few to judge",
    );
  });
  it("leaves out rules that nobody could ask", () => {
    const bare = verdicts.map(({ chances, ...verdict }) => ({
      ...verdict,
      chances: { forecast: chances.forecast ?? NaN, "share that came": 0.3 },
    }));
    const [all] = reportOn(bare).parts;
    expect(all?.rivals.map(({ name }) => name)).toEqual(["forecast", "share that came"]);
  });
  it("gives no interval for one release", () => {
    const text = reportText(reportOn(verdictsOf("1.20", true)));
    expect(text).toMatch(/^forecast +0\.0085 +not known /m);
    expect(text).not.toContain("NaN");
  });
  it("is drawn with a panel for each part and a dot for each tenth", () => {
    const picture = reliabilityPicture(report);
    expect(picture.match(/<circle/g)?.length).toBe(6);
    expect(picture).toContain(
      "Items with a gate: said 5 %, came 0 % of 70; said 85 %, came 100 % of 30.",
    );
    expect(picture).not.toContain("NaN");
  });
});
