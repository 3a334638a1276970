/** A list in pieces: an item with what is nested in it, or, where that is long, a part of it. */
import type { ListBlock, ListItem } from "../../domain/deck.ts";
import { maxParts, moreParts, type Part } from "./piece.ts";
import type { Setting } from "./setting.ts";
import { shorten, textHeight, type Place } from "./shorten.ts";

const maxLines = 6;
const maxDepth = 3;
/** An item that is higher than this, in px, is parted; how it begins is said again above each part. */
const maxItemHeight = 300;

export function listPieces({ items, first }: ListBlock, setting: Setting): readonly Part[] {
  const outer: Level = { ...setting, depth: 1 };
  const shown = items.slice(0, maxParts).map((item) => shortItem(item, outer));
  const more = moreParts(items.length, maxParts, "items").map((inline) => ({ inlines: [inline] }));
  return [...shown, ...more].flatMap((item, index) => {
    const number = first === undefined ? {} : { first: first + index };
    return parted(item, outer).map((part) => ({
      block: { kind: "list" as const, items: [part], ...number },
      height: itemHeight(part, outer),
      gapInside: setting.measures.itemGap,
    }));
  });
}

interface Level extends Setting {
  /** 1 for the outermost list. */
  readonly depth: number;
}

const below = (level: Level): Level => ({ ...level, depth: level.depth + 1 });

/** Items nested too deep stand beside their parent. */
function shortItem({ inlines, items = [] }: ListItem, level: Level): ListItem {
  const shown = { inlines: shorten(inlines, place(level)) };
  if (items.length === 0) return shown;
  const nested = level.depth < maxDepth - 1 ? items : items.flatMap(flat);
  return { ...shown, items: nested.map((item) => shortItem(item, below(level))) };
}

function flat({ inlines, items = [] }: ListItem): readonly ListItem[] {
  return [{ inlines }, ...items.flatMap(flat)];
}

function place({ measures, styles, depth }: Level): Place {
  const width = measures.measureWidth - depth * measures.itemIndent;
  return { style: styles.text, width, lines: maxLines };
}

function parted(item: ListItem, level: Level): readonly ListItem[] {
  if (item.items === undefined || itemHeight(item, level) <= maxItemHeight) return [item];
  const inlines = shorten(item.inlines, { ...place(level), lines: 1 });
  const parts: ListItem[][] = [];
  for (const nested of item.items.flatMap((one) => parted(one, below(level)))) {
    const last = parts.at(-1);
    const grown = { inlines, items: [...(last ?? []), nested] };
    if (last === undefined || itemHeight(grown, level) > maxItemHeight) parts.push([nested]);
    else last.push(nested);
  }
  const whole = inlines === item.inlines ? [] : [{ inlines: item.inlines }];
  return [...whole, ...parts.map((items) => ({ inlines, items }))];
}

function itemHeight({ inlines, items = [] }: ListItem, level: Level): number {
  const nested = items.map((item) => level.measures.itemGap + itemHeight(item, below(level)));
  return nested.reduce((sum, height) => sum + height, textHeight(inlines, place(level)));
}
