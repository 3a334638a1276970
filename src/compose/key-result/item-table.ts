/** The items of a group as a table, with a subtotal that is computed. */
import { longDate, shortDate } from "../../calendar.ts";
import type { AssessedGroup, AssessedItem } from "../../domain/assessment.ts";
import { amountOf } from "../../domain/amount.ts";
import type { Block, Column, Inline, Row } from "../../domain/deck.ts";
import { joined, link, strong, text } from "../inlines.ts";
import { nextInlines } from "../risk/next.ts";
import type { View } from "../view.ts";
import { shortRef, riskStatus, signed, standingStatus } from "../words.ts";

/** Nothing where the group has no items. */
export function itemTable(view: View, group: AssessedGroup, unit: string): readonly Block[] {
  const { items } = group;
  if (items.length === 0) return [];
  const adding = items.filter(({ item }) => item.adds !== undefined).length;
  const clearing = items.filter(({ item }) => item.clears !== undefined).length;
  const amount = adding > 0 ? "Adds" : clearing > 0 ? "Clears" : undefined;
  const form = { amount, hasRisk: items.some(({ risk }) => risk !== undefined) };
  const rows = items.map((item) => itemRow(item, form));
  const sum = adding > 1 ? [sumRow(view, group, { unit, form })] : [];
  return [{ kind: "table", columns: columnsOf(form), rows: [...rows, ...sum] }];
}

/** Which columns a table has. */
interface Form {
  /** Title of the column of amounts; undefined: there is none. */
  readonly amount: string | undefined;
  readonly hasRisk: boolean;
}

function columnsOf({ amount, hasRisk }: Form): readonly Column[] {
  return [
    { title: "Item", align: "start", weight: hasRisk ? 4.6 : 5.4 },
    ...(amount === undefined
      ? []
      : [{ title: amount, align: "end", weight: hasRisk ? 1.2 : 1.4 } as const]),
    { title: "Stage", align: "start", weight: 1.8 },
    ...(hasRisk ? [{ title: "In time?", align: "start", weight: 2.8 } as const] : []),
    {
      title: hasRisk ? "Next move" : "Why, and what it waits for",
      align: "start",
      weight: hasRisk ? 3.4 : 5,
    },
  ];
}

function itemRow(assessed: AssessedItem, { amount, hasRisk }: Form): Row {
  return {
    cells: [
      titleCell(assessed),
      ...(amount === undefined ? [] : [[text(amountOf(assessed.item))]]),
      [standingStatus(assessed.standing)],
      ...(hasRisk ? [riskCell(assessed)] : []),
      joined(reasons(assessed), "; "),
    ],
  };
}

/** `▲ open 1 to 6 in 10, safe until 4 Nov`. */
function riskCell({ risk }: AssessedItem): readonly Inline[] {
  if (risk === undefined) return [];
  const { level, odds, lastSafeDay, lastDay } = risk;
  const isSettled = odds.basis === "fact" || odds.p === undefined;
  const chance = isSettled ? "" : ` ${odds.text}`;
  // Where nothing else remains the freeze itself is the last day.
  const isEarlier = lastSafeDay < lastDay && odds.basis !== "fact";
  const until = isEarlier ? `, safe until ${shortDate(lastSafeDay)}` : "";
  return [riskStatus(level), text(`${chance}${until}`)];
}

function titleCell({ item, links }: AssessedItem): readonly Inline[] {
  const [first, ...others] = links;
  const step = item.step === undefined ? [] : [text(` (${item.step})`)];
  return [
    link(item.title, first?.url),
    ...step,
    ...others.flatMap(({ ref, url }) => [text(", "), link(shortRef(ref), url)]),
  ];
}

/** A person's word, what it waits for, else what is known of its references; then what else to know. */
function reasons(assessed: AssessedItem): readonly (readonly Inline[])[] {
  const { item, stage, standing, soaksUntil } = assessed;
  const { note } = item;
  return [
    ...told(assessed),
    ...(soaksUntil === undefined ? [] : [[text(`soaks until ${longDate(soaksUntil)}`)]]),
    ...(standing === stage || stage === "blocked" ? [] : [[text(stage)]]),
    ...next(assessed),
    ...(note === undefined ? [] : [[text(note)]]),
  ];
}

function told({ item, waitsFor, links, risk }: AssessedItem): readonly (readonly Inline[])[] {
  const { override } = item;
  const isTold = override !== undefined || waitsFor.length > 0;
  return [
    ...(override ? [[link(override.why, override.url), text(` (${override.who})`)]] : []),
    ...(waitsFor.length > 0 ? [[text("waits for "), ...references(waitsFor)]] : []),
    ...(isTold || risk !== undefined || links.length === 0 ? [] : [states(links)]),
  ];
}

/** What it waits for says already what comes next. */
function next({ risk, waitsFor }: AssessedItem): readonly (readonly Inline[])[] {
  return risk === undefined || waitsFor.length > 0 ? [] : [nextInlines(risk.next)];
}

function references(links: AssessedItem["links"]): readonly Inline[] {
  return joined(
    links.map(({ ref, url }) => [link(shortRef(ref), url)]),
    ", ",
  );
}

/** What is known of its references: `kubernetes#95713 open`. */
function states(links: AssessedItem["links"]): readonly Inline[] {
  return joined(
    links.map(({ ref, url, kind, state }) => [
      text(kind === "issue" ? "issue " : ""),
      link(shortRef(ref), url),
      text(` ${state ?? "unknown"}`),
    ]),
    ", ",
  );
}

function sumRow(
  view: View,
  { items, sum, sumName }: AssessedGroup,
  { unit, form }: { readonly unit: string; readonly form: Form },
): Row {
  const words = [...new Set(items.map(({ standing }) => standing))];
  const parts = words.map((word) => {
    const under = items.filter(({ standing }) => standing === word);
    return `${word} ${under.reduce((total, { item }) => total + (item.adds ?? 0), 0)}`;
  });
  return {
    role: "total",
    cells: [
      [strong("Sum")],
      [view.number(sumName, signed(sum))],
      [],
      ...(form.hasRisk ? [[]] : []),
      [text(words.length > 1 ? `${unit}: ${parts.join(", ")}` : unit)],
    ],
  };
}
