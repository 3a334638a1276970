/** The items of a key result as a table, group by group, with subtotals that are computed. */
import { longDate } from "../calendar.ts";
import type { AssessedGroup, AssessedItem, AssessedKeyResult } from "../domain/assessment.ts";
import type { Block, Inline, Row, Slide } from "../domain/deck.ts";
import { parseRef } from "../domain/ref.ts";
import { joined, link, strong, text } from "./inlines.ts";
import { fillIn } from "./narrative.ts";
import { paragraph, slide } from "./slides.ts";
import type { View } from "./view.ts";
import { shortRef, signed, standingStatus } from "./words.ts";

/** One slide for the items without a group, one for each group; none where there are no items. */
export function itemSlides(view: View, assessed: AssessedKeyResult): readonly Slide[] {
  return assessed.groups
    .filter(({ items }) => items.length > 0)
    .map((group) => groupSlide(view, assessed, group));
}

function groupSlide(view: View, assessed: AssessedKeyResult, group: AssessedGroup): Slide {
  const { keyResult } = assessed;
  const title = group.group.title ?? `The items of ${keyResult.id}`;
  const kicker = `${keyResult.id} ${keyResult.title}`;
  return slide(`${keyResult.id}-${title}`, title, groupBlocks(view, assessed, group), kicker);
}

/** The group's note, its items with their sum, and what people think of it. */
export function groupBlocks(
  view: View,
  { progress }: AssessedKeyResult,
  group: AssessedGroup,
): readonly Block[] {
  const hasAmounts = group.items.some(({ item }) => item.adds !== undefined);
  const { item, adds, stage, next } = columns;
  const rows = group.items.map((one) => itemRow(one, hasAmounts));
  const total = hasAmounts && group.items.length > 1 ? [totalRow(group, progress.unit)] : [];
  return [
    ...note(view, group),
    {
      kind: "table",
      columns: hasAmounts ? [item, adds, stage, next] : [item, stage, next],
      rows: [...rows, ...total],
    },
    ...outlook(group, progress.unit),
  ];
}

const columns = {
  item: { title: "Item", align: "start", weight: 4 },
  adds: { title: "Adds", align: "end", weight: 1 },
  stage: { title: "Stage", align: "start", weight: 1.8 },
  next: { title: "Why, and what it waits for", align: "start", weight: 5 },
} as const;

function note(view: View, { group }: AssessedGroup): readonly Block[] {
  return group.note === undefined
    ? []
    : [{ kind: "prose", markdown: fillIn(view, group.note.text) }];
}

function itemRow(assessed: AssessedItem, hasAmounts: boolean): Row {
  const { item } = assessed;
  const amount = item.adds === undefined ? [] : [text(signed(item.adds))];
  const cells = [
    titleCell(assessed),
    amount,
    [standingStatus(assessed.standing)],
    whyCell(assessed),
  ];
  return { cells: hasAmounts ? cells : cells.filter((cell) => cell !== amount) };
}

function titleCell({ item, links }: AssessedItem): readonly Inline[] {
  const [first, ...others] = links;
  const step = item.step === undefined ? [] : [text(` (${item.step})`)];
  return [
    link(item.title, first?.url),
    ...step,
    ...others.flatMap(({ ref, url }) => [text(", "), link(shown(ref), url)]),
  ];
}

function shown(key: string): string {
  const ref = parseRef(key);
  return ref === undefined ? key : shortRef(ref);
}

function whyCell(assessed: AssessedItem): readonly Inline[] {
  const { item, stage, standing, waitsFor, links, soaksUntil } = assessed;
  const waits = joined(
    waitsFor.map(({ ref, url }) => [link(shown(ref), url)]),
    ", ",
  );
  const parts: readonly (readonly Inline[])[] = [
    ...(item.override
      ? [[link(item.override.why, item.override.url), text(` (${item.override.who})`)]]
      : []),
    ...(waitsFor.length > 0 ? [[text("waits for "), ...waits]] : []),
    ...(soaksUntil === undefined ? [] : [[text(`soaks until ${longDate(soaksUntil)}`)]]),
    ...(item.override || waitsFor.length > 0 ? [] : [state(links)]),
    ...(standing !== stage && !item.override && stage === "written" ? [[text("written")]] : []),
    ...(item.note === undefined ? [] : [[text(item.note)]]),
  ];
  return joined(
    parts.filter((part) => part.length > 0),
    "; ",
  );
}

/** What is known of its references: `kubernetes#95713 open`. */
function state(links: AssessedItem["links"]): readonly Inline[] {
  return joined(
    links.map(({ ref, url, kind, state: stands }) => [
      text(kind === "issue" ? "issue " : ""),
      link(shown(ref), url),
      text(` ${stands ?? "unknown"}`),
    ]),
    ", ",
  );
}

function totalRow({ items, sum }: AssessedGroup, unit: string): Row {
  const words = [...new Set(items.map(({ standing }) => standing))];
  const parts = words.map((word) => {
    const under = items.filter(({ standing }) => standing === word);
    return `${word} ${under.reduce((total, { item }) => total + (item.adds ?? 0), 0)}`;
  });
  const split = words.length > 1 ? parts.join(", ") : "";
  return {
    role: "total",
    cells: [
      [strong("Sum")],
      [strong(signed(sum))],
      [],
      [text(split === "" ? unit : `${unit}: ${split}`)],
    ],
  };
}

function outlook({ group, sum }: AssessedGroup, unit: string): readonly Block[] {
  if (group.outlook === undefined) return [];
  return [
    paragraph([
      text("People's outlook: "),
      standingStatus(group.outlook),
      text(`, so these ${sum} ${unit} stand in no headline subtotal.`),
    ]),
  ];
}
