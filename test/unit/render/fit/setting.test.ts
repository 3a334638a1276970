/** In which size slides are set: as large as costs no page and no word. */
import { expect, test } from "vitest";
import type { Block, Row, Slide } from "../../../../src/domain/deck.ts";
import { fit } from "../../../../src/render/fit/fit.ts";
import { larger } from "../../../../src/render/fit/setting.ts";
import { aDeck, aSlide, aText } from "../../../builders/deck.ts";

/** The settings of the pages when larger ones may be taken. */
function settingsOf(blocks: readonly Block[], fields: Partial<Slide> = {}) {
  const deck = aDeck({ slides: [aSlide({ blocks, ...fields })] });
  return fit(deck, larger).slides.map(({ setting }) => setting);
}

function list(count: number): Block {
  const items = Array.from({ length: count }, (_, at) => ({ inlines: [aText(`item ${at + 1}`)] }));
  return { kind: "list", items };
}

function table(words: readonly string[]): Block {
  const columns = ["Item", "State"].map((title) => ({ title, align: "start" as const }));
  const rows = words.map((word): Row => ({ cells: [[aText(word)], [aText("x")]] }));
  return { kind: "table", columns, rows };
}

/** A chart that reads well only on most of a page, as its upright labels need. */
const chart: Block = {
  kind: "chart",
  description: "",
  chart: {
    kind: "columns",
    title: "Debt",
    unit: "endpoints",
    series: ["a", "b", "c"].map((name) => ({ label: name.repeat(40), tone: "bad" })),
    columns: Array.from({ length: 40 }, (_, at) => ({
      label: `release ${at}`,
      values: [at],
      top: `${at} endpoints`,
    })),
  },
};

test("little text stands beside its title, a table is set larger, what is much is regular", () => {
  expect(settingsOf([list(4)])).toEqual(["aside"]);
  expect(settingsOf([table(["a", "b"])])).toEqual(["large"]);
  expect(settingsOf([table([..."abcdefghi"])])).toEqual(["medium"]);
  expect(settingsOf([list(11)])).toEqual([undefined]);
  expect(settingsOf([list(4)], { layout: "statement" })).toEqual(["large"]);
});

test("a larger setting costs no page and no word", () => {
  expect(settingsOf([list(14)])).toEqual(["large", "large"]);
  expect(settingsOf([list(20)])).toEqual(["medium", "medium"]);
  expect(settingsOf([list(22)])).toEqual([undefined, undefined]);
  const long = aText("word ".repeat(60).trim());
  expect(settingsOf([{ kind: "heading", inlines: [aText("x".repeat(150))] }])).toEqual([undefined]);
  expect(settingsOf([list(2)], { title: [long] })).toEqual(["large"]);
});

test("a chart that large text would leave too little room keeps the regular size", () => {
  expect(settingsOf([chart, list(1)])).toEqual([undefined]);
});

test("a column is wide enough for its title, whatever stands beside it", () => {
  const words = "word ".repeat(40).trim();
  const columns = [
    { title: "Item", align: "start", weight: 9 },
    { title: "Clears", align: "start", weight: 1 },
    { title: "Why", align: "start", weight: 9 },
  ] as const;
  const rows = [{ cells: [[aText(words)], [aText("1")], [aText(words)]] }];
  const [first] = fit(
    aDeck({ slides: [aSlide({ blocks: [{ kind: "table", columns, rows }] })] }),
  ).slides;
  const [block] = first?.blocks ?? [];
  expect(block?.kind === "table" && block.columns.map(({ title }) => title)).toEqual([
    "Item",
    "Clears",
    "Why",
  ]);
});
