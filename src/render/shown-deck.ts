/** The deck with every text ready to be shown: prose read, lines single, nothing invisible. */
import type { Chart } from "../domain/chart.ts";
import type { Block, Deck, Inline, ListItem, Row, Slide } from "../domain/deck.ts";
import { displayText } from "./display-text.ts";
import { proseBlocks } from "./prose.ts";
import { withoutBlankColumns } from "./table-shape.ts";

export function shownDeck(deck: Deck): Deck {
  return {
    ...deck,
    title: displayText(deck.title, 256),
    footer: displayText(deck.footer, 100),
    slides: deck.slides.map(shownSlide),
  };
}

function shownSlide(slide: Slide): Slide {
  const { kicker, notes, ...rest } = slide;
  return {
    ...rest,
    ...(kicker === undefined ? {} : { kicker: displayText(kicker) }),
    ...(notes === undefined ? {} : { notes: notes.map(shownInlines) }),
    title: shownInlines(slide.title),
    blocks: slide.blocks.flatMap(shownBlocks),
  };
}

function shownBlocks(block: Block): readonly Block[] {
  switch (block.kind) {
    case "prose":
      return proseBlocks(block.markdown).flatMap(shownBlocks);
    case "paragraph":
    case "heading":
    case "callout":
      return [{ ...block, inlines: shownInlines(block.inlines) }];
    case "list":
      return [{ ...block, items: block.items.map(shownItem) }];
    case "table":
      return [
        withoutBlankColumns({
          ...block,
          columns: block.columns.map((one) => ({ ...one, title: displayText(one.title) })),
          rows: block.rows.map(shownRow),
        }),
      ];
    case "figures":
      return [
        {
          ...block,
          figures: block.figures.map(({ label, value, note }) => ({
            label: displayText(label),
            value: shownInlines(value),
            ...(note === undefined ? {} : { note: shownInlines(note) }),
          })),
        },
      ];
    case "chart":
      return [
        { ...block, chart: shownChart(block.chart), description: displayText(block.description) },
      ];
    default:
      return block satisfies never;
  }
}

function shownItem({ inlines, items }: ListItem): ListItem {
  const shown = { inlines: shownInlines(inlines) };
  return items === undefined ? shown : { ...shown, items: items.map(shownItem) };
}

function shownRow(row: Row): Row {
  return { ...row, cells: row.cells.map(shownInlines) };
}

function shownChart(chart: Chart): Chart {
  const title = displayText(chart.title);
  switch (chart.kind) {
    case "progress": {
      const segments = chart.segments.map(({ standing, value }) => {
        return { standing: displayText(standing), value };
      });
      return { ...chart, title, segments, marks: chart.marks.map(labelled) };
    }
    case "columns": {
      const columns = chart.columns.map((column) => {
        return { ...labelled(column), top: displayText(column.top) };
      });
      return { ...chart, title, series: chart.series.map(labelled), columns };
    }
    case "calendar":
      return {
        ...chart,
        title,
        marks: chart.marks.map(labelled),
        spans: chart.spans.map(labelled),
      };
    case "burn-up":
      return { ...chart, title, end: labelled(chart.end), marks: chart.marks.map(labelled) };
    case "odds":
      return { ...chart, title, rows: chart.rows.map(labelled) };
    default:
      return chart satisfies never;
  }
}

function labelled<Labelled extends { readonly label: string }>(one: Labelled): Labelled {
  return { ...one, label: displayText(one.label) };
}

/** Spaces at the ends of an inline part it from its neighbors, so they are kept. */
function shownInlines(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.map((inline) =>
    inline.kind === "status"
      ? { ...inline, word: displayText(inline.word) }
      : { ...inline, text: spaced(inline.text) },
  );
}

function spaced(text: string): string {
  const shown = displayText(text.trim());
  if (shown === "") return text === "" ? "" : " ";
  return `${/^\s/.test(text) ? " " : ""}${shown}${/\s$/.test(text) ? " " : ""}`;
}
