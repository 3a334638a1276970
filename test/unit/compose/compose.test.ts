import { describe, expect, it } from "vitest";
import { compose } from "../../../src/compose/compose.ts";
import { sections } from "../../../src/compose/registry.ts";
import type { Plan, SectionSetting } from "../../../src/domain/plan.ts";
import { assessed } from "../../builders/assessment.ts";
import { textOf } from "../../builders/deck-text.ts";
import { aGroup, aKeyResult, anItem, anObjective, aPlan, aProse } from "../../builders/plan.ts";
import { aSnapshot } from "../../builders/snapshot.ts";

const at = { file: "v1.20.yaml", line: 1, column: 1 };

function setting(kind: string, fields: Partial<SectionSetting> = {}): SectionSetting {
  return { kind, isHidden: false, at, ...fields };
}

function deckOf(plan: Partial<Plan>) {
  const whole = aPlan({ objectives: [], ...plan });
  return compose(assessed({ plan: whole, snapshot: aSnapshot({ sources: [] }) }));
}

/** The slides of a plan's sections, by id; those that say only what is missing are left out. */
function check(settings: readonly SectionSetting[], ...expected: readonly string[]): void {
  const ids = deckOf({ sections: settings }).slides.map(({ id }) => id);
  expect(ids.filter((id) => id !== "findings")).toEqual(expected);
}

const narrative = (title: string) => setting("narrative", { title, text: aProse("words") });

describe("the deck", () => {
  it("knows its title, language, release, day and foot", () => {
    const { slides: _, ...rest } = deckOf({ title: "Our v1.20" });
    expect(rest).toEqual({
      title: "Our v1.20",
      language: "en",
      release: "1.20",
      asOf: "2020-10-22T08:00:00Z",
      footer: "Our v1.20 · as of 22 October 2020",
    });
  });

  it("of a plan with nothing in it has a first and a last slide", () => {
    check([], "title", "questions");
  });
});

describe("the order of sections", () => {
  it("is that of the plan; what it leaves out stands after what comes before it by default", () => {
    check(
      [setting("questions"), narrative("Conclusion"), setting("title")],
      "questions",
      "conclusion",
      "title",
    );
    check([narrative("Conclusion")], "title", "conclusion", "questions");
  });

  it("loses what the plan hides, and what follows it keeps its place", () => {
    check([setting("title", { isHidden: true })], "questions");
    check([setting("questions", { isHidden: true })], "title");
  });

  it("may repeat a kind", () => {
    check(
      [setting("title"), narrative("One"), narrative("Two"), setting("questions")],
      "title",
      "one",
      "two",
      "questions",
    );
  });
});

describe("the appendix", () => {
  const one = narrative("One");

  it("stands behind all other sections, with its name over each slide", () => {
    check([setting("narrative", { ...one, isAppendix: true })], "title", "questions", "one");
    const { slides } = deckOf({ sections: [setting("narrative", { ...one, isAppendix: true })] });
    expect(slides.slice(-2).map(({ kicker }) => kicker)).toEqual([
      "Appendix",
      "Appendix: Data quality",
    ]);
  });

  it("holds the quality of the data unless the plan says that it does not", () => {
    const idsOf = (sections: readonly SectionSetting[]) =>
      deckOf({ sections }).slides.map(({ id }) => id);
    expect(idsOf([])).toEqual(["title", "questions", "findings"]);
    const asOthers = setting("data-quality", { isAppendix: false });
    expect(idsOf([asOthers])).toEqual(["title", "findings", "questions"]);
  });

  it("holds tables of more items than two slides take", () => {
    const ids = (count: number) => {
      const items = Array.from({ length: count }, (_, at) => anItem({ id: `item ${at}` }));
      const keyResults = [aKeyResult({ groups: [aGroup({ items })] })];
      const { slides } = deckOf({ objectives: [anObjective({ keyResults })] });
      return slides.map(({ id }) => id);
    };
    expect(ids(16).indexOf("kr1-items")).toBeLessThan(ids(16).indexOf("questions"));
    expect(ids(17).indexOf("kr1-items")).toBeGreaterThan(ids(17).indexOf("questions"));
  });
});

describe("ids of slides", () => {
  it("differ, whatever the titles", () => {
    check(
      [
        narrative("a"),
        narrative("a"),
        narrative("a-2"),
        narrative("A!"),
        setting("title"),
        setting("questions"),
      ],
      "a",
      "a-2",
      "a-2-2",
      "a-3",
      "title",
      "questions",
    );
  });

  it("are small letters, digits and dashes, and never empty", () => {
    check(
      [
        narrative("Größe & Maß: 1.20"),
        narrative("发布"),
        narrative("x".repeat(60)),
        narrative(`${"y".repeat(39)} z`),
        setting("title"),
        setting("questions"),
      ],
      "gro-e-ma-1-20",
      "slide",
      "x".repeat(40),
      "y".repeat(39),
      "title",
      "questions",
    );
  });
});

describe("people's title and text", () => {
  const kinds = sections.map(({ kind }) => kind).filter((kind) => kind !== "narrative");

  it.each(kinds)("of section %s are shown even where there is nothing else to say", (kind) => {
    const text = aProse("Still under discussion.");
    const { slides } = deckOf({ sections: [setting(kind, { title: "Our words", text })] });
    const shown = slides.filter(({ blocks }) =>
      blocks.some((block) => block.kind === "prose" && block.markdown === text.text),
    );
    expect(shown.map(({ title }) => textOf(title))).toEqual(["Our words"]);
  });
});
