/** Items that wait for somebody else, and for what. */
import { amountOf } from "../../domain/amount.ts";
import type { AssessedItem } from "../../domain/assessment.ts";
import type { Block, Inline, Row } from "../../domain/deck.ts";
import type { Section } from "../contract.ts";
import { joined, link, strong, text } from "../inlines.ts";
import { asksAbout } from "../notes/asks.ts";
import { prose, slides } from "../slides.ts";
import type { View } from "../view.ts";
import { shortRef } from "../words.ts";

export const blockers: Section = {
  kind: "blockers",
  about: "Items that wait for something that is not done.",
  compose(view, setting) {
    const waiting = view.keyResults.flatMap(({ keyResult, groups }) =>
      groups
        .flatMap(({ items }) => items)
        .filter(({ waitsFor }) => waitsFor.length > 0)
        .map((item) => ({ item, row: blockerRow(keyResult.id, item) })),
    );
    return slides({
      id: "blockers",
      kicker: "Blockers",
      title: setting.title ?? titleOf(view),
      blocks: [...table(waiting.map(({ row }) => row)), ...prose(view, setting.text)],
      notes: asksAbout(waiting.map(({ item }) => item)),
    });
  },
};

function titleOf(view: View): readonly Inline[] {
  const words = view.value("items.waiting") === 1 ? " item waits" : " items wait";
  return [view.number("items.waiting"), text(`${words} for something that is not done`)];
}

function table(rows: readonly Row[]): readonly Block[] {
  if (rows.length === 0) return [];
  const columns = [
    { title: "Item", align: "start", weight: 4 },
    { title: "Adds", align: "end", weight: 1 },
    { title: "Waits for", align: "start", weight: 5 },
  ] as const;
  return [{ kind: "table", columns, rows }];
}

function blockerRow(keyResult: string, { item, links, waitsFor }: AssessedItem): Row {
  return {
    cells: [
      [strong(keyResult), text(" "), link(item.title, links[0]?.url)],
      [text(amountOf(item))],
      joined(waitsFor.map(waitsForOne), ", "),
    ],
  };
}

function waitsForOne({ ref, url, kind, state, title }: AssessedItem["waitsFor"][number]) {
  const name = kind === "issue" ? "issue " : "";
  const about = title === undefined ? "" : `: ${title}`;
  return [text(name), link(shortRef(ref), url), text(` ${state ?? "unknown"}${about}`)];
}
