/** The retrospective of 1.20, told from the team's last snapshot and the two before it. */
import { describe, expect, it } from "vitest";
import { compose } from "../../src/compose/compose.ts";
import { assessedExample } from "../builders/example.ts";
import { linesOf } from "../builders/deck-text.ts";

const assessment = await assessedExample("2020-11-23");
const { slides } = compose(assessment, { cut: "final" });

function linesOn(id: string): readonly string[] {
  return slides.filter((slide) => slide.id === id).flatMap(linesOf);
}

/** The first line on a slide that begins so. */
function check(id: string, beginning: string, expected: RegExp): void {
  const line = linesOn(id).find((one) => one.startsWith(beginning));
  expect(line).toMatch(expected);
}

describe("the retrospective of 1.20", () => {
  it("says what came of key result 1: 24 of 30, 32 with what was newly promoted, 0.8", () => {
    check("results", "KR1", /\| 30 \| 40 \| 24 of 30 endpoints landed\. .*\| 0\.8$/);
    check("results", "KR1", /With the 8 newly promoted, 32 are newly conformant/);
  });

  it("says that 12 of 12 proxy endpoints slipped, and why", () => {
    check("not-landed", "KR1 {Pod,Service}ProxyWithPath", /\| 12 of 12 \| slipped \| not among/);
  });

  it("knows promises that only earlier plans hold", () => {
    check("not-landed", "KR1 Proxy group", /7 of 7 \| left the plan \| not in the plan after 25/);
    expect(assessment.plan.text).not.toContain("proxy-group");
  });

  it("holds the forecasts against what came, and says where there was none", () => {
    check("forecast-kr1", "KR1", /^KR1 came to 24 of 30; the last forecast said 14, .* 0 to 26$/);
    check("forecast-kr1", "25 September 2020", /too little was known \| {2}\| {2}\| 24$/);
    check("forecast-kr1", "22 October 2020", /14 \| 0 to 26 \| 7 % for 30 \| 24, within$/);
  });

  it("tells what was restated from what was tested", () => {
    check("cycle-coverage", "1.20", /from 229 to 263 tested, \+32 by its own tests$/);
    check("cycle-coverage", "- 1.20", /tested \+2 of the step from 229 to 263, not by its own/);
  });

  it("says the rest, too", async () => {
    const ids = ["title", "results", "landed", "not-landed", "cycle-coverage", "schedule-moves"];
    const own = slides.filter(({ id }) => ids.includes(id) || id.startsWith("forecast"));
    const text = own.map((slide) => `${linesOf(slide).join("\n")}\n`).join("\n");
    await expect(text).toMatchFileSnapshot("retrospective/v1.20.txt");
  });

  it("looks back on the cycle, not on the last report", () => {
    expect(slides.filter(({ kicker = "" }) => kicker.startsWith("Since the report"))).toEqual([]);
  });
});
