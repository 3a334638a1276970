/** The example as the command reads it: the figures that the team published, by assessment and by deck. */
import { describe, expect, it } from "vitest";
import { compose } from "../../src/compose/compose.ts";
import type { Assessment } from "../../src/domain/assessment.ts";
import { assessedExample } from "../builders/example.ts";
import { namedValue } from "../builders/assessment.ts";
import { inlinesOf, textOf } from "../builders/deck-text.ts";

const october = await assessedExample("2020-10-22");
const november = await assessedExample("2020-11-23");

describe("as of 22 October 2020", () => {
  it.each([
    ["KR1.goal", 30],
    ["KR1.stretch", 40],
    ["KR1.landed", 0],
    ["KR1.written", 19],
    ["KR1.planned", 4],
    ["KR1.maybe", 10],
    ["KR1.blocked", 7],
    ["KR1.unlikely", 14],
    ["KR1.score", 0],
    ["KR1.p10", 0],
    ["KR1.p50", 14],
    ["KR1.p90", 26],
    ["KR1.pGoal", 0.07],
    ["KR1.pStretch", 0.01],
    ["items.held", 3],
    ["KR2.goal", "1.15"],
    ["KR2.frontier", "1.15"],
    ["KR2.firstDirty", "1.14"],
    ["KR2.remaining.1.14", 5],
    ["KR2.ifLanded.frontier", "1.12"],
    ["KR2.ifLanded.firstDirty", "1.11"],
    ["KR2.ifLanded.firstDebt", 2],
    ["release.codeFreeze", "2020-11-12"],
    ["release.testFreeze", "2020-11-23"],
    ["release.date", "2020-12-08"],
    ["release.daysToCodeFreeze", 21],
    ["jobs.passing", 1],
    ["jobs.failing", 1],
    ["items.waiting", 3],
    ["changes.restated", 11],
  ])("%s is %s", (name, expected) => {
    expect(namedValue(october, name)).toBe(expected);
  });

  it("says both senses of back to", () => {
    const [, , statements] = statementsOf(october, "KR2");
    expect(statements).toEqual([
      "clean back to 1.15; 1.14 is the first with debt (5)",
      "landing Priority Lifecycle would clean back to 1.12; 1.11 is the first with debt (2)",
      "chance of no debt back to 1.14 by Test freeze: 0.79, little history",
    ]);
  });

  it("tells the one restatement of cumulative figures as one", () => {
    expect(october.changes?.coverage?.restated).toMatchObject([{ field: "tested", by: 1 }]);
    expect(october.changes?.coverage?.tested).toEqual({
      from: 229,
      to: 235,
      progress: 5,
      restated: 1,
    });
  });
});

describe("as of 23 November 2020", () => {
  it.each([
    ["1.14", 68, 274, 342, 19.88],
    ["1.15", 75, 267, 342, 21.93],
    ["1.16", 116, 253, 369, 31.44],
    ["1.17", 143, 226, 369, 38.75],
    ["1.18", 153, 216, 369, 41.46],
    ["1.19", 231, 179, 410, 56.34],
    ["1.20", 263, 155, 418, 62.92],
  ])("%s: %d tested, %d untested of %d, %d %%", (release, ...expected) => {
    const fields = ["tested", "untested", "total", "percent"];
    const found = fields.map((field) => namedValue(november, `coverage.${release}.${field}`));
    expect(found).toEqual(expected);
  });

  it.each([
    ["KR1.landed", 24],
    ["KR1.counted", 24],
    ["KR1.score", 0.8],
    ["KR1.pGoal", 0],
    ["KR1.p50", 24],
    ["KR2.frontier", "1.12"],
    ["KR2.firstDirty", "1.11"],
    ["KR2.remaining.1.11", 2],
    ["KR2.remaining.1.10", 5],
    ["KR4.current", 0],
    ["coverage.1.20.newConformant", 32],
    ["coverage.1.20.promoted", 8],
    ["coverage.1.20.newWithTests", 8],
    ["coverage.1.20.points", 6.58],
    ["coverage.newlyIneligible", 14],
    ["coverage.newlyTested", 27],
    ["changes.landed", 7],
    ["changes.slipped", 2],
    ["changes.dropped", 2],
  ])("%s is %s", (name, expected) => {
    expect(namedValue(november, name)).toBe(expected);
  });

  it("splits what counts into promoted and ineligible, with nothing left over", () => {
    expect(november.changes?.coverage?.total).toEqual({
      from: 424,
      to: 418,
      promoted: 8,
      ineligible: -14,
      restated: 0,
    });
  });

  it("shows what people changed in the plan as scope", () => {
    const scope = november.changes?.scope.map(
      ({ kind, what, from, to }) => `${kind} ${what}: ${from ?? ""} → ${to ?? ""}`,
    );
    expect(scope).toEqual([
      "resized Pod+PodStatus Lifecycle: +4 → +1",
      "resized AppV1Deployment Lifecycle: +6 → +5",
      "added PriorityClass endpoints:  → +5",
      "split Event endpoints: +7 → +1 Delete a collection of Events, +5 Event resource lifecycle",
    ]);
  });
});

describe.each([
  ["October", october],
  ["November", november],
])("the deck of %s", (_, assessment) => {
  const deck = compose(assessment);
  const numbers = deck.slides.flatMap(inlinesOf).filter((inline) => inline.kind === "number");

  it("names only numbers that there are, and links those that have a source", () => {
    const byName = new Map(assessment.numbers.map((number) => [number.name, number]));
    expect(numbers.filter(({ name }) => !byName.has(name))).toEqual([]);
    const unlinked = numbers.filter(
      ({ name, url }) => url === undefined && (byName.get(name)?.sources ?? []).length > 0,
    );
    expect(unlinked).toEqual([]);
  });

  it("says of each number what it is", () => {
    const wrong = numbers.filter(({ name, text }) => !shows(text, namedValue(assessment, name)));
    expect(wrong).toEqual([]);
  });

  it("has ids that are anchors, each once, and no folder of this machine", () => {
    const ids = deck.slides.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(JSON.stringify(deck)).not.toContain(import.meta.dirname);
  });
});

describe("the titles of the slides", () => {
  const titles = (assessment: Assessment) =>
    compose(assessment).slides.map(({ title }) => textOf(title));

  it("say what there is to take away", () => {
    expect(titles(october)).toEqual(
      expect.arrayContaining([
        "KR1: 0 of 30 endpoints landed, 19 written",
        "KR1 off track: 0 of 8 items likely in time, 5 unlikely",
        "KR2: clean back to 1.15; 1.14 is the first with debt (5)",
        "Debt: clean back to 1.15; 1.14 is the first with debt (5)",
        "Intermittent flakes: +10 endpoints",
        "Proxy redirect: +14 endpoints",
        "55.42% of 424 eligible endpoints are tested",
        "3 items wait for something that is not done",
        "CI jobs: 1 passing, 1 failing",
        "Code freeze in 21 days",
        "11 figures were restated after the fact: this is not progress",
      ]),
    );
    expect(titles(november)).toEqual(
      expect.arrayContaining([
        "7 items landed, 2 slipped, 2 dropped",
        "KR1: 24 of 30 endpoints landed",
        "62.92% of 418 eligible endpoints are tested",
        "Test freeze in less than a day",
        "KR1 still needs 6 of 30 endpoints",
      ]),
    );
  });
});

/** A number as the deck shows it: with a sign, with places, a chance or a date in words, `less than a day` for 0. */
function shows(text: string, value: number | string | undefined): boolean {
  if (value === undefined) return text === "unknown";
  if (typeof value === "string") return text === value || longDateOf(value) === text;
  if (text === "less than a day") return value === 0;
  if (text === "under 1 in 20") return value < 0.05;
  if (text.endsWith(" %")) return text === `${Math.round(value * 100)} %`;
  return Number(text.replace("−", "-").replace("+", "").replace("%", "")) === value;
}

function longDateOf(day: string): string {
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
  return Number.isNaN(Date.parse(day)) ? "" : format.format(new Date(day));
}

/** Id, title and the sentences of a key result, numbers filled in. */
function statementsOf(assessment: Assessment, id: string): readonly [string, string, string[]] {
  const found = assessment.objectives
    .flatMap(({ keyResults }) => keyResults)
    .find(({ keyResult }) => keyResult.id === id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  const texts = found.progress.statements.map((statement) =>
    statement
      .map((part) =>
        typeof part === "string" ? part : (part.text ?? String(namedValue(assessment, part.number))),
      )
      .join(""),
  );
  return [id, found.keyResult.title, texts];
}

