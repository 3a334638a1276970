/** How the columns of a table share its width. */
import { describe, expect, it } from "vitest";
import type { TableBlock } from "../../../../src/domain/deck.ts";
import { columnWidths } from "../../../../src/render/fit/column-widths.ts";
import { settings } from "../../../../src/render/fit/setting.ts";
import { shownDeck } from "../../../../src/render/shown-deck.ts";
import { aDeck, aSlide, aText } from "../../../builders/deck.ts";

const { bodyWidth } = settings.regular.measures;

function table(...rows: readonly (readonly string[])[]): TableBlock {
  const columns = (rows[0] ?? []).map(() => ({ title: "T", align: "start" as const }));
  return { kind: "table", columns, rows: rows.map((row) => ({ cells: row.map(cell) })) };
}

const cell = (word: string) => [aText(word)];

function widths(...row: readonly string[]): readonly number[] {
  const all = columnWidths(table(row), settings.regular);
  expect(all.reduce((sum, one) => sum + one, 0)).toBeCloseTo(bodyWidth);
  return all;
}

const words = (count: number) => "word ".repeat(count).trim();

describe("the columns of a table", () => {
  it("take more of the width the longer their lines are", () => {
    const [short = 0, long = 0, longer = 0] = widths(words(5), words(9), words(13));
    expect(short).toBeLessThan(long);
    expect(long).toBeLessThan(longer);
  });

  it("break nothing that is short, and words at a hyphen rather than inside", () => {
    const [date = 0, hyphened = 0, whole = 0] = widths(
      "23 November 2020",
      "a-".repeat(30),
      words(60),
    );
    const [alone = 0] = columnWidths(table(["23 November 2020", words(60)]), settings.regular);
    expect(date).toBeCloseTo(alone, 0);
    expect(hyphened).toBeLessThan(whole);
  });

  it("share what there is where all would need more", () => {
    const all = widths(..."abcdefgh".split("").map((letter) => letter.repeat(40)));
    expect(new Set(all.map(Math.round)).size).toBe(1);
  });
});

it("a column that says nothing is not shown", () => {
  const deck = aDeck({ slides: [aSlide({ blocks: [table(["a", " ", "c"], ["d", "", "f"])] })] });
  const [block] = shownDeck(deck).slides[0]?.blocks ?? [];
  expect(block).toMatchObject(table(["a", "c"], ["d", "f"]));
});
