/** What a forecast says of itself. */
import { describe, expect, it } from "vitest";
import { inPercent } from "../../../src/domain/chance.ts";
import type { Basis, ItemForecast } from "../../../src/forecast/item.ts";
import { changeSentence, itemSentence } from "../../../src/forecast/sentences.ts";
import { inTens, inTensRange } from "../../../src/forecast/words.ts";

const own: Basis = {
  kind: "own history",
  gate: "hard-gate",
  open: 112,
  merged: 65,
  ageClass: 2,
  deadlines: 6,
  days: 14,
};

function check(some: Partial<ItemForecast>, expected: string) {
  const forecast = { p: 0.59, unseen: 0.59, ageDays: 10, daysLeft: 14, basis: own, ...some };
  expect(itemSentence(forecast)).toBe(expected);
}

describe("an item", () => {
  it("from its own freezes", () =>
    check(
      {},
      "About 6 in 10: of 112 pull requests as old as this one, open 14 days before the last 6 freezes, 65 merged in time.",
    ));
  it("without a gate", () =>
    check(
      { basis: { ...own, gate: "none", deadlines: 0, days: 1 } },
      "About 6 in 10: of 112 pull requests as old as this one, watched for 1 day within the last two years, 65 merged in time.",
    ));
  it("with little history, as a range", () =>
    check(
      { p: 0.4, unseen: 0.4, basis: { ...own, kind: "thin", open: 6 } },
      "2 to 6 in 10, little history: mostly from reference projects (only 6 similar cases here).",
    ));
  it("with none", () =>
    check(
      { p: 0.14, unseen: 0.14, basis: { ...own, kind: "reference projects", open: 0 } },
      "At most 3 in 10, little history: from reference projects only (no similar case here).",
    ));
  it("whose state says more than its age", () => {
    check(
      { p: 0.9 },
      "About 9 in 10: of 112 pull requests as old as this one, open 14 days before the last 6 freezes, 65 merged in time; its state makes it likelier.",
    );
  });
});

describe("words for probabilities", () => {
  it.each([
    [0.01, "under 1 in 20", "under 1 in 20"],
    [0.0618, "1 in 16", "6 %"],
    [0.149, "1 in 7", "15 %"],
    [0.15, "2 in 10", "15 %"],
    [0.55, "6 in 10", "55 %"],
    [0.949, "9 in 10", "95 %"],
    [0.99, "over 19 in 20", "over 19 in 20"],
  ])("%d is %s or %s", (p, tens, percent) => {
    expect(inTens(p)).toBe(tens);
    expect(inPercent(p)).toBe(percent);
  });
  it("a range narrows with the cases behind it", () => {
    expect(inTensRange(0.5, 10)).toBe("3 to 7 in 10");
    expect(inTensRange(0.5, 40)).toBe("4 to 6 in 10");
    expect(inTensRange(0.9, 10)).toBe("at least 7 in 10");
  });
});

describe("a change", () => {
  it("is told with what happened", () =>
    expect(changeSentence(0.2, 0.4, ["#95713 merged", "#95503 idle for 9 days"])).toBe(
      "was 2 in 10 in the last report; #95713 merged, #95503 idle for 9 days",
    ));
  it("is told without reasons where the number moved", () =>
    expect(changeSentence(0.2, 0.3, [])).toBe("was 2 in 10 in the last report"));
  it("is not told where nothing moved", () =>
    expect(changeSentence(0.2, 0.21, [])).toBeUndefined());
});
