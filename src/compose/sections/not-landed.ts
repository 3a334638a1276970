/** What slipped, was dropped, left the plan or fell short; why, and where it goes. */
import type { Block, Inline, Row } from "../../domain/deck.ts";
import type { ItemOutcome } from "../../domain/outcome.ts";
import type { Section } from "../contract.ts";
import { joined, link, status, strong, text } from "../inlines.ts";
import { prose, slides } from "../slides.ts";
import type { View } from "../view.ts";

export const notLanded: Section = {
  kind: "not-landed",
  about: "Retrospective: what did not land, how much of it, why, and to which release it goes.",
  compose(view, setting) {
    return slides({
      id: "not-landed",
      kicker: "What did not land",
      title: setting.title ?? titleOf(view),
      blocks: [...table(view), ...prose(view, setting.text)],
    });
  },
};

type Fate = ItemOutcome["fate"];

/** In the order in which they are told. */
const told: readonly (readonly [fate: Fate, number: string, words: string])[] = [
  ["slipped", "slipped", "slipped"],
  ["open", "open", "still open"],
  ["dropped", "dropped", "dropped"],
  ["left the plan", "left", "left the plan"],
  ["in part", "inPart", "landed in part"],
  ["replaced", "replaced", "replaced"],
];

/** `2 items slipped, 2 dropped, 1 left the plan, 3 landed in part`. */
function titleOf(view: View): readonly Inline[] {
  const parts = told
    .map(([, name, words]) => ({ name: `outcome.${name}`, words }))
    .filter(({ name }) => view.value(name) !== 0)
    .map(({ name, words }, index) => {
      const noun = index > 0 ? "" : view.value(name) === 1 ? " item" : " items";
      return [view.number(name), text(`${noun} ${words}`)];
    });
  return joined(parts, ", ");
}

function table({ assessment: { outcome } }: View): readonly Block[] {
  const items = told.flatMap(([fate]) => outcome.items.filter((item) => item.fate === fate));
  if (items.length === 0) return [];
  const hasNext = items.some(({ to }) => to !== undefined);
  const columns = [
    { title: "Item", align: "start", weight: 4 },
    { title: "Missing", align: "end", weight: 1.6 },
    { title: "Became", align: "start", weight: 2 },
    { title: "Why", align: "start", weight: 5 },
    ...(hasNext ? [{ title: "Goes to", align: "start", weight: 1.3 } as const] : []),
  ] as const;
  return [{ kind: "table", columns, rows: items.map((item) => rowOf(item, hasNext)) }];
}

function rowOf(item: ItemOutcome, hasNext: boolean): Row {
  const { keyResult, title, url, fate, why, whyUrl, to } = item;
  return {
    cells: [
      [strong(keyResult), text(" "), link(title, url)],
      [text(missingWords(item))],
      [status(fate === "open" ? `open: ${item.stage}` : fate, toneOf(fate))],
      [link(why, whyUrl)],
      ...(hasNext ? [[text(to === undefined ? "" : `v${to}`)]] : []),
    ],
  };
}

/** `12 of 12`; nothing for an item without an amount, and for one that another stands for. */
function missingWords({ missing, promised, fate }: ItemOutcome): string {
  if (missing === undefined || fate === "replaced") return "";
  return `${missing} of ${promised}`;
}

function toneOf(fate: Fate): "bad" | "warning" | "neutral" {
  if (fate === "slipped" || fate === "open") return "bad";
  return fate === "in part" ? "warning" : "neutral";
}
