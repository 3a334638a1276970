/** What landed of everything that was ever promised. */
import type { Block, Inline, Row } from "../../domain/deck.ts";
import type { ItemOutcome } from "../../domain/outcome.ts";
import type { Section } from "../contract.ts";
import { link, strong, text } from "../inlines.ts";
import { prose, slides } from "../slides.ts";
import type { View } from "../view.ts";

export const landed: Section = {
  kind: "landed",
  about: "Retrospective: what landed, by item.",
  compose(view, setting) {
    return slides({
      id: "landed",
      kicker: "What landed",
      title: setting.title ?? titleOf(view),
      blocks: [...table(view), ...prose(view, setting.text)],
    });
  },
};

/** `4 of 11 promised items landed, 3 in part`. */
function titleOf(view: View): readonly Inline[] {
  return [
    view.number("outcome.landed"),
    text(" of "),
    view.number("outcome.promised"),
    text(" promised items landed"),
    ...(view.value("outcome.inPart") === 0
      ? []
      : [text(", "), view.number("outcome.inPart"), text(" in part")]),
  ];
}

function table({ assessment: { outcome } }: View): readonly Block[] {
  const rows = outcome.items
    .filter(({ fate }) => fate === "landed" || fate === "in part")
    .map(rowOf);
  if (rows.length === 0) return [];
  const columns = [
    { title: "Item", align: "start", weight: 5 },
    { title: "Promised", align: "end", weight: 1.5 },
    { title: "Landed", align: "end", weight: 1.5 },
    { title: "As", align: "start", weight: 4 },
  ] as const;
  return [{ kind: "table", columns, rows }];
}

function rowOf({ keyResult, title, url, promised, landed: came, heirs }: ItemOutcome): Row {
  return {
    cells: [
      [strong(keyResult), text(" "), link(title, url)],
      [text(promised === undefined ? "" : `+${promised}`)],
      [text(came === undefined ? "" : `+${came}`)],
      [text(heirs.join(", "))],
    ],
  };
}
