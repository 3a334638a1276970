/** A list in pieces: an item with what is nested in it, or, where that is long, a part of it. */
import type { ListBlock, ListItem } from "../../domain/deck.ts";
import { measures } from "../measures.ts";
import { maxParts, moreParts, type Part } from "./piece.ts";
import { shorten, textHeight, type Place } from "./shorten.ts";
import { styles } from "./text-runs.ts";

const maxLines = 6;
const maxDepth = 3;
/** An item that is higher than this, in px, is parted; how it begins is said again above each part. */
const maxItemHeight = 300;

export function listPieces({ items, first }: ListBlock): readonly Part[] {
  const shown = items.slice(0, maxParts).map((item) => shortItem(item, 1));
  const more = moreParts(items.length, maxParts, "items").map((inline) => ({ inlines: [inline] }));
  return [...shown, ...more].flatMap((item, index) => {
    const number = first === undefined ? {} : { first: first + index };
    return parted(item, 1).map((part) => ({
      block: { kind: "list" as const, items: [part], ...number },
      height: itemHeight(part, 1),
      gapInside: measures.itemGap,
    }));
  });
}

/** Items nested too deep stand beside their parent. */
function shortItem({ inlines, items = [] }: ListItem, depth: number): ListItem {
  const shown = { inlines: shorten(inlines, place(depth)) };
  if (items.length === 0) return shown;
  const nested = depth < maxDepth - 1 ? items : items.flatMap(flat);
  return { ...shown, items: nested.map((item) => shortItem(item, depth + 1)) };
}

function flat({ inlines, items = [] }: ListItem): readonly ListItem[] {
  return [{ inlines }, ...items.flatMap(flat)];
}

function place(depth: number): Place {
  const width = measures.measureWidth - depth * measures.itemIndent;
  return { style: styles.text, width, lines: maxLines };
}

function parted(item: ListItem, depth: number): readonly ListItem[] {
  if (item.items === undefined || itemHeight(item, depth) <= maxItemHeight) return [item];
  const inlines = shorten(item.inlines, { ...place(depth), lines: 1 });
  const parts: ListItem[][] = [];
  for (const nested of item.items.flatMap((one) => parted(one, depth + 1))) {
    const last = parts.at(-1);
    const grown = { inlines, items: [...(last ?? []), nested] };
    if (last === undefined || itemHeight(grown, depth) > maxItemHeight) parts.push([nested]);
    else last.push(nested);
  }
  const whole = inlines === item.inlines ? [] : [{ inlines: item.inlines }];
  return [...whole, ...parts.map((items) => ({ inlines, items }))];
}

function itemHeight({ inlines, items = [] }: ListItem, depth: number): number {
  const nested = items.map((item) => measures.itemGap + itemHeight(item, depth + 1));
  return nested.reduce((sum, height) => sum + height, textHeight(inlines, place(depth)));
}
