import { describe, expect, it } from "vitest";
import { staleTexts } from "../../../../src/assess/changes/stale-texts.ts";
import type { Plan } from "../../../../src/domain/plan.ts";
import { assessed } from "../../../builders/assessment.ts";
import { aGroup, aKeyResult, anObjective, aPlan, aProse } from "../../../builders/plan.ts";
import { aSnapshot } from "../../../builders/snapshot.ts";

/** A plan with one narrative. */
function saying(text: string, title = "Conclusion"): Plan {
  const at = { file: "v1.20.yaml", line: 9, column: 7 };
  const section = { kind: "narrative", title, text: { ...aProse(text), at }, isHidden: false, at };
  return aPlan({ sections: [section] });
}

const days = ["2020-09-25", "2020-10-08", "2020-10-22"];

/** The texts of three reports, and what is said of today's. */
function check(past: readonly Plan[], now: Plan, expected: readonly string[]): void {
  const reports = past.map((plan, index) => ({
    plan,
    snapshot: aSnapshot({ asOf: `${days[index]}T08:00:00Z` }),
  }));
  const found = staleTexts(now, reports);
  expect(found.map(({ what, since }) => `${what} ${since.slice(0, 10)}`)).toEqual(expected);
}

const flakes = "3 flakes are open.";

describe("a text is stale", () => {
  it("since the first of the reports in a row that said the same", () => {
    const [one, other] = [saying(flakes), saying("2 flakes are open.")];
    check([one, one, one], one, ['"Conclusion" 2020-09-25']);
    check([other, one, one], one, ['"Conclusion" 2020-10-08']);
    check([one, other, one], one, ['"Conclusion" 2020-10-22']);
    check([one, one, other], one, []);
    check([], one, []);
  });

  it("also under another title, and where its lines are broken elsewhere", () => {
    check([saying("3 flakes\nare open.\n")], saying(flakes, "Flakes"), ['"Flakes" 2020-09-25']);
  });

  it.each([
    flakes,
    "We still wait for reviews.",
    "See [the fix](https://github.com/o/r/pull/7).",
    "{{KR1.landed}} landed: on target.",
  ])("where it speaks of how things stand: %s", (text) => {
    check([saying(text)], saying(text), ['"Conclusion" 2020-09-25']);
  });

  it.each([
    "We keep our approach.",
    "{{KR1.landed}} of {{KR1.goal}}",
    "How [we work](https://example.org/2020/10/page).",
  ])("but not where it may be true for longer: %s", (text) => {
    check([saying(text)], saying(text), []);
  });
});

it("names every kind of text, those that are longest unchanged first", () => {
  const text = aProse(flakes);
  const at = text.at;
  const group = aGroup({ title: "Flakes", note: aProse("4 of 7"), items: [] });
  const keyResults = [aKeyResult({ note: aProse("5 of 7"), groups: [group] })];
  const plan = aPlan({
    intro: text,
    objectives: [anObjective({ note: aProse("6 of 7"), keyResults })],
    sections: [
      { kind: "timeline", text: aProse("7 of 7"), isHidden: false, at },
      { kind: "narrative", text: aProse("8 of 8"), isHidden: true, at },
    ],
  });
  check([aPlan({ intro: text }), plan], plan, [
    "the intro 2020-09-25",
    "the note of O1 2020-10-08",
    "the note of KR1 2020-10-08",
    "the note of Flakes in KR1 2020-10-08",
    "the section timeline 2020-10-08",
  ]);
});

it("is one finding for each report since which texts are as they were", () => {
  const text = aProse(flakes);
  const plan = aPlan({ intro: text, objectives: [anObjective({ note: text, keyResults: [] })] });
  const report = { plan, snapshot: aSnapshot({ asOf: "2020-09-25T08:00:00Z" }) };
  const { notices } = assessed({ plan, since: report, past: [report] });
  expect(notices.filter(({ code }) => code === "not-updated")).toEqual([
    {
      code: "not-updated",
      severity: "info",
      subject: "the intro, the note of O1",
      message: "not updated since 25 September 2020",
      at: text.at,
    },
  ]);
});
