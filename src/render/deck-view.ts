/** The deck as the templates see it: plain data with every name present, each part naming its template. */
import type { Block, Deck, Figure, Inline, ListItem, Slide } from "../domain/deck.ts";
import { chartSvg, hasCaption } from "./charts/chart.ts";
import { figuresInRow } from "./fit/figure-pieces.ts";
import { settingOf, type Setting } from "./fit/setting.ts";
import { safeProseUrl } from "./safe-url.ts";
import { tableView } from "./table-view.ts";
import { safeMarkup } from "./templates.ts";

/** Data for `slide.hbs`, one for each slide of a deck that was fitted. */
export function slideViews(deck: Deck): readonly object[] {
  const count = deck.slides.length;
  return deck.slides.map((slide, index) => ({
    ...slideView(slide),
    footer: deck.footer,
    logo: logoView(deck.logo),
    number: index + 1,
    count,
  }));
}

/** The picture that every slide draws from one place. */
export function logoView(logo: Deck["logo"]): object | null {
  if (logo === undefined) return null;
  const { mediaType, base64, width, height } = logo;
  return { url: safeMarkup(`data:${mediaType};base64,${base64}`), width, height };
}

function slideView(slide: Slide): object {
  const { id, layout, kicker, title, part, blocks, notes } = slide;
  const setting = settingOf(slide);
  return {
    id,
    look: setting.name === undefined ? layout : `${layout} ${setting.name}`,
    isCover: layout === "title",
    kicker: kicker ?? null,
    title: inlineViews(title),
    part: part === undefined ? null : `(${part.number}/${part.of})`,
    blocks: blocks.map((block, index) => ({
      template: `blocks/${block.kind}`,
      ...blockView(block, `${id}.${index + 1}`, setting),
    })),
    notes: notes === undefined ? null : notes.map(inlineViews),
  };
}

function blockView(block: Block, id: string, setting: Setting): object {
  switch (block.kind) {
    case "paragraph":
      return { inlines: inlineViews(block.inlines), isSmall: block.size === "small" };
    case "heading":
      return { inlines: inlineViews(block.inlines) };
    case "callout":
      return { inlines: inlineViews(block.inlines), tone: block.tone };
    case "list":
      return { items: block.items.map(itemView), first: block.first ?? null };
    case "table":
      return tableView(block, inlineViews);
    case "figures":
      return {
        inRow: figuresInRow(block.figures, setting),
        figures: block.figures.map(figureView),
      };
    case "chart":
      return {
        caption: hasCaption(block.chart) ? block.chart.title : null,
        drawing: safeMarkup(chartSvg(block, id)),
      };
    case "prose":
      throw new Error("prose is read before it is written");
    default:
      return block satisfies never;
  }
}

function itemView({ inlines, items = [] }: ListItem): object {
  return { inlines: inlineViews(inlines), items: items.map(itemView) };
}

function figureView({ label, value, note }: Figure): object {
  const notes = note === undefined ? null : inlineViews(note);
  return { label, value: inlineViews(value), note: notes };
}

function inlineViews(inlines: readonly Inline[]): readonly object[] {
  return inlines.map((inline) => ({ template: `inlines/${inline.kind}`, ...inlineView(inline) }));
}

/** An address that a reader must not be sent to is null: the text stands without a link. */
function inlineView(inline: Inline): object {
  switch (inline.kind) {
    case "text":
      return { text: inline.text, full: inline.full ?? null };
    case "strong":
    case "code":
      return { text: inline.text };
    case "link":
      return { text: inline.text, url: safeProseUrl(inline.url) ?? null };
    case "number":
      return {
        text: inline.text,
        name: inline.name,
        url: (inline.url === undefined ? undefined : safeProseUrl(inline.url)) ?? null,
      };
    case "status":
      return { word: inline.word, tone: inline.tone };
    default:
      return inline satisfies never;
  }
}
