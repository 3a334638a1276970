/** The groups of a key result's items, on slides of their own or below something else. */
import type { AssessedGroup, AssessedKeyResult } from "../../domain/assessment.ts";
import type { Block, Inline, Slide } from "../../domain/deck.ts";
import { text } from "../inlines.ts";
import { asksAbout } from "../notes/asks.ts";
import { footnote, prose, slides } from "../slides.ts";
import type { View } from "../view.ts";
import { signed, standingStatus } from "../words.ts";
import { itemTable } from "./item-table.ts";

/** A table of more items takes more than two slides: a room sees their sum, and turns to them when it asks. */
const mostItems = 16;

export function groupSlides(
  view: View,
  assessed: AssessedKeyResult,
  { group, kicker }: { readonly group: AssessedGroup; readonly kicker: string },
): readonly Slide[] {
  const { id } = assessed.keyResult;
  const { title } = group.group;
  return slides({
    id: `${id}-${title ?? "items"}`,
    kicker,
    title: [text(title ?? `${id} item by item`), ...sum(view, group, assessed.progress.unit)],
    blocks: groupBlocks(view, assessed, group),
    ...(group.items.length > mostItems ? { isAppendix: true } : {}),
    notes: asksAbout(group.items),
  });
}

/** `: +10 endpoints`; nothing where the items add nothing. */
function sum(view: View, group: AssessedGroup, unit: string): readonly Inline[] {
  const hasSum = group.items.some(({ item }) => item.adds !== undefined);
  if (!hasSum) return [];
  return [text(": "), view.number(group.sumName, signed(group.sum)), text(` ${unit}`)];
}

/** The group's note, its items, and what people think of it. */
export function groupBlocks(
  view: View,
  { keyResult, progress }: AssessedKeyResult,
  group: AssessedGroup,
): readonly Block[] {
  return [
    ...prose(view, group.group.note),
    ...itemTable(view, group, progress.unit),
    ...outlook(view, keyResult.id, group),
  ];
}

function outlook(view: View, id: string, { group, items }: AssessedGroup): readonly Block[] {
  if (group.outlook === undefined || items.length === 0) return [];
  const words = [text("People's outlook: "), standingStatus(group.outlook)];
  const isApart = view.value(`${id}.${group.outlook}`) !== undefined;
  return [footnote(isApart ? [...words, text("; in no headline figure")] : words)];
}
