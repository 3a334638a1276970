/** Items that wait for somebody else, and for what. */
import type { AssessedItem } from "../../domain/assessment.ts";
import type { Row } from "../../domain/deck.ts";
import type { Section } from "../contract.ts";
import { joined, link, strong, text } from "../inlines.ts";
import { prose, slide } from "../slides.ts";
import { count, signed } from "../words.ts";

export const blockers: Section = {
  kind: "blockers",
  about: "Items that wait for something that is not done.",
  compose(view, setting) {
    const rows = view.assessment.objectives.flatMap(({ keyResults }) =>
      keyResults.flatMap(({ keyResult, groups }) =>
        groups.flatMap(({ items }) =>
          items.filter(isWaiting).map((item) => blockerRow(keyResult.id, item)),
        ),
      ),
    );
    const own = prose(view, setting);
    if (rows.length === 0 && own.length === 0) return [];
    const title =
      setting.title ??
      `${count(rows.length, "item")} ${rows.length === 1 ? "waits" : "wait"} for something else`;
    return [slide("blockers", title, [...table(rows), ...own], "Blockers")];
  },
};

function isWaiting({ waitsFor, stage }: AssessedItem): boolean {
  return waitsFor.length > 0 && stage !== "dropped" && stage !== "replaced";
}

function table(rows: readonly Row[]) {
  if (rows.length === 0) return [];
  const columns = [
    { title: "Item", align: "start", weight: 4 },
    { title: "Adds", align: "end", weight: 1 },
    { title: "Waits for", align: "start", weight: 5 },
  ] as const;
  return [{ kind: "table", columns, rows } as const];
}

function blockerRow(keyResult: string, { item, links, waitsFor }: AssessedItem): Row {
  const waits = waitsFor.map(({ ref, url, kind, state, title }) => [
    link(ref, url),
    text(
      ` ${[kind === "issue" ? "issue" : "", state ?? "unknown"].join(" ").trim()}${title === undefined ? "" : `: ${title}`}`,
    ),
  ]);
  return {
    cells: [
      [strong(keyResult), text(" "), link(item.title, links[0]?.url)],
      item.adds === undefined ? [] : [text(signed(item.adds))],
      joined(waits, ", "),
    ],
  };
}
