/** What crossed a line since the last post, for those who work on it. */
import { dayOf, longDate } from "../../calendar.ts";
import type { AssessedItem } from "../../domain/assessment.ts";
import type { CrossedLine } from "../../domain/crossed-line.ts";
import type { Block, Inline } from "../../domain/deck.ts";
import { link, strong, text } from "../inlines.ts";
import { keyResultLine } from "../key-result/line.ts";
import { nextInlines } from "../risk/next.ts";
import { headedList, paragraph } from "../slides.ts";
import type { View } from "../view.ts";
import { count, riskStatus } from "../words.ts";
import type { Cut } from "./contract.ts";
import { titlePage } from "./title-page.ts";

type Line = readonly Inline[];

export const reminder: Cut = {
  about: "what crossed a line since the last post: levels, last safe days, blockers, what slipped",
  slides: (view, reportUrl) => [titlePage(view, reportUrl, crossedBlocks(view))],
};

function crossedBlocks(view: View): readonly Block[] {
  const { crossed, changes } = view.assessment;
  if (changes === undefined) return [paragraph([text("There is nothing to compare with yet.")])];
  const since = longDate(dayOf(changes.since));
  if (crossed.length === 0) return [paragraph([text(`Nothing crossed a line since ${since}.`)])];
  const title = `${count(crossed.length, "line")} crossed since ${since}`;
  return headedList(
    title,
    crossed.map((line) => lineOf(view, line)),
  );
}

function lineOf(view: View, line: CrossedLine): Line {
  const { keyResult } = line;
  if (line.kind === "forecast") {
    const assessed = view.keyResults.find((one) => one.keyResult.id === keyResult);
    const now = assessed === undefined ? [strong(keyResult)] : keyResultLine(view, assessed);
    return [...now, text("; it was "), riskStatus(line.from)];
  }
  const item = itemOf(view, line.item.id);
  const title = link(line.item.title, item?.links[0]?.url);
  return [title, text(` (${keyResult}): `), ...itemWords(line, item)];
}

function itemWords(
  line: Exclude<CrossedLine, { readonly kind: "forecast" }>,
  item: AssessedItem | undefined,
): Line {
  switch (line.kind) {
    case "risk":
      return [riskStatus(line.to), text(", was "), riskStatus(line.from), ...nextWords(item)];
    case "last-safe-day":
      return [text(dayWords(line)), ...nextWords(item)];
    case "blocker":
      return [text(`${line.blocker.what}; `), ...nextInlines(line.blocker)];
    case "slipped":
      return [text("slipped")];
    default:
      return line satisfies never;
  }
}

/** What is near is today or tomorrow: its date says which. */
function dayWords({ day, isPast }: { readonly day: string; readonly isPast: boolean }): string {
  return isPast
    ? `its last safe day, ${longDate(day)}, has passed`
    : `${longDate(day)} is its last safe day`;
}

function nextWords(item: AssessedItem | undefined): Line {
  if (item?.risk === undefined || item.risk.next.move === "nobody") return [];
  return [text("; "), ...nextInlines(item.risk.next)];
}

function itemOf(view: View, id: string): AssessedItem | undefined {
  return view.keyResults
    .flatMap(({ groups }) => groups.flatMap(({ items }) => items))
    .find(({ item }) => item.id === id);
}
