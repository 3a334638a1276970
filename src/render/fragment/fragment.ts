/**
 * The deck as HTML to be pasted into a document or sent by e-mail: headings, lists and tables with
 * inline looks. It loads nothing, runs nothing, and what is text in the deck is text in it.
 */
import type { Block, Deck, ListBlock, ListItem, TableBlock } from "../../domain/deck.ts";
import { element, escaped, soft, toneInks } from "./element.ts";
import { inlineHtml } from "./inline.ts";

/** Takes a deck whose texts are ready to be shown. */
export function fragment(deck: Deck): string {
  const [first] = deck.slides;
  const opening = first?.layout === "title" ? [] : [element("h1", escaped(deck.title))];
  const sections = deck.slides.flatMap(({ title, blocks }, index) => {
    const level = index === 0 && first?.layout === "title" ? "h1" : "h2";
    return [element(level, inlineHtml(title) || "(untitled)"), ...blocks.map(blockHtml)];
  });
  const footer = element("p", escaped(deck.footer), { style: soft });
  const content = [...opening, ...sections, footer].filter((html) => html !== "").join("\n");
  return `${element("div", `\n${content}\n`, { lang: deck.language })}\n`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return element("p", inlineHtml(block.inlines), block.size === "small" ? { style: soft } : {});
    case "heading":
      return element("h3", inlineHtml(block.inlines));
    case "list":
      return listHtml(block);
    case "table":
      return tableHtml(block);
    case "figures":
      return element(
        "ul",
        block.figures
          .map(({ label, value, note = [] }) => {
            const more = note.length === 0 ? "" : ` — ${inlineHtml(note)}`;
            const figure = element("b", inlineHtml(value));
            return element("li", `${escaped(label)}: ${figure}${more}`);
          })
          .join("\n"),
      );
    case "callout":
      return element("p", inlineHtml(block.inlines), {
        style: `border-left:4px solid ${toneInks[block.tone]};padding-left:8px`,
      });
    case "chart":
      return element("p", escaped(block.description));
    case "prose":
      throw new Error("prose is read before a deck is written");
    default:
      return block satisfies never;
  }
}

function listHtml({ items, first }: Pick<ListBlock, "items" | "first">): string {
  const content = items.map(itemHtml).join("\n");
  if (first === undefined) return element("ul", content);
  return element("ol", content, first === 1 ? {} : { start: String(first) });
}

function itemHtml({ inlines, items = [] }: ListItem): string {
  return element("li", inlineHtml(inlines) + (items.length === 0 ? "" : listHtml({ items })));
}

function tableHtml({ columns, rows }: TableBlock): string {
  const alignOf = (at: number) => (columns[at]?.align === "end" ? "right" : "left");
  const head = columns.map(({ title }, at) =>
    element("th", escaped(title), { style: `text-align:${alignOf(at)}` }),
  );
  const body = rows.map(({ cells, role = "normal" }) => {
    const weight = role === "normal" ? "" : ";font-weight:bold";
    const row = cells.map((cell, at) =>
      element("td", inlineHtml(cell), { style: `text-align:${alignOf(at)}${weight}` }),
    );
    return element("tr", row.join(""));
  });
  const top = element("thead", element("tr", head.join("")));
  return element("table", `${top}\n${element("tbody", body.join("\n"))}`);
}
