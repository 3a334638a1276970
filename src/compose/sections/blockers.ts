/** Items with something in their way: what it is, and whose move would end it. */
import { amountOf } from "../../domain/amount.ts";
import type { AssessedItem } from "../../domain/assessment.ts";
import type { Block, Inline, Row } from "../../domain/deck.ts";
import { holdsUp, type Blocker } from "../../domain/risk.ts";
import type { Section } from "../contract.ts";
import { joined, link, strong, text } from "../inlines.ts";
import { moveWords } from "../risk/next.ts";
import { list, prose, slides } from "../slides.ts";
import type { View } from "../view.ts";
import { capitalized, shortRef } from "../words.ts";

export const blockers: Section = {
  kind: "blockers",
  about: "Items that something is in the way of, and whose move would end it.",
  compose(view, setting) {
    const blocked = view.keyResults.flatMap(({ keyResult, groups }) =>
      groups
        .flatMap(({ items }) => items)
        .map((item) => ({ keyResult: keyResult.id, item, reasons: reasonsOf(item) }))
        .filter(({ reasons }) => reasons.length > 0),
    );
    return slides({
      id: "blockers",
      kicker: "Blockers",
      title: setting.title ?? titleOf(view),
      blocks: [...blockerBlocks(blocked), ...prose(view, setting.text)],
    });
  },
};

/** Items wait for others; what is held up beside that is counted where there is some. */
function titleOf(view: View): readonly Inline[] {
  const [waiting, held] = ["items.waiting", "items.held"].map((name) => Number(view.value(name)));
  if (held === undefined || held <= (waiting ?? 0)) {
    const words = waiting === 1 ? " item waits" : " items wait";
    return [view.number("items.waiting"), text(`${words} for something that is not done`)];
  }
  return [view.number("items.held"), text(held === 1 ? " item is held up" : " items are held up")];
}

/** Fewer make no table. */
const leastRows = 4;

function blockerBlocks(blocked: readonly Blocked[]): readonly Block[] {
  return blocked.length < leastRows ? list(blocked.map(blockerLine)) : [table(blocked)];
}

function table(blocked: readonly Blocked[]): Block {
  const columns = [
    { title: "Item", align: "start", weight: 4 },
    { title: "Adds", align: "end", weight: 1.2 },
    { title: "What is in the way", align: "start", weight: 5 },
    { title: "Whose move", align: "start", weight: 3 },
  ] as const;
  return { kind: "table", columns, rows: blocked.map(blockerRow) };
}

interface Blocked {
  /** Its id. */
  readonly keyResult: string;
  readonly item: AssessedItem;
  readonly reasons: readonly Reason[];
}

interface Reason {
  readonly what: readonly Inline[];
  /** Empty where it says itself what has to be done first. */
  readonly move: string;
}

/** What it waits for comes first; it stands there even where no freeze binds the item. */
function reasonsOf({ waitsFor, risk }: AssessedItem): readonly Reason[] {
  const others = risk?.blockers.filter((one) => holdsUp(one) && one.kind !== "unmet-need") ?? [];
  return [
    ...waitsFor.map((need) => ({ what: waitsForOne(need), move: "" })),
    ...others.map((one) => ({ what: blockerWords(one), move: moveWords(one) })),
  ];
}

function blockerRow(blocked: Blocked): Row {
  const { item } = blocked.item;
  return {
    cells: [
      nameOf(blocked),
      [text(amountOf(item))],
      whatOf(blocked),
      [text(capitalized(moveOf(blocked)))],
    ],
  };
}

/** `KR1 PodProxy redirect test +7: kubernetes#95128 open (reviewer ann)`. */
function blockerLine(blocked: Blocked): readonly Inline[] {
  const amount = amountOf(blocked.item.item);
  const move = moveOf(blocked);
  return [
    ...nameOf(blocked),
    text(amount === "" ? ": " : ` ${amount}: `),
    ...whatOf(blocked),
    text(move === "" ? "" : ` (${move})`),
  ];
}

function nameOf({ keyResult, item: { item, links } }: Blocked): readonly Inline[] {
  return [strong(keyResult), text(" "), link(item.title, links[0]?.url)];
}

function whatOf({ reasons }: Blocked): readonly Inline[] {
  return joined(
    reasons.map(({ what }) => what),
    "; ",
  );
}

function moveOf({ reasons }: Blocked): string {
  return [...new Set(reasons.map(({ move }) => move))].filter((move) => move !== "").join("; ");
}

function blockerWords({ what, ref, url }: Blocker): readonly Inline[] {
  return ref === undefined ? [text(what)] : [link(shortRef(ref), url), text(`: ${what}`)];
}

function waitsForOne({ ref, url, kind, state, title }: AssessedItem["waitsFor"][number]) {
  const name = kind === "issue" ? "issue " : "";
  const about = title === undefined ? "" : `: ${title}`;
  return [text(name), link(shortRef(ref), url), text(` ${state ?? "unknown"}${about}`)];
}
