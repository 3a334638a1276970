/** The items of a group as a table, with a computed sum where they stand under several words. */
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
  const form = {
    amount: amountTitle(items),
    hasRisk: items.some(({ risk }) => risk !== undefined),
  };
  const rows = items.map((item) => itemRow(item, form));
  const sum = sumRow(view, group, { unit, form });
  return [{ kind: "table", columns: columnsOf(form), rows: [...rows, ...sum] }];
}

function amountTitle(items: readonly AssessedItem[]): string | undefined {
  if (items.some(({ item }) => item.adds !== undefined)) return "Adds";
  return items.some(({ item }) => item.clears !== undefined) ? "Clears" : undefined;
}

/** Which columns a table has. */
interface Form {
  /** Title of the column of amounts; undefined: there is none. */
  readonly amount: string | undefined;
  readonly hasRisk: boolean;
}

function columnsOf({ amount, hasRisk }: Form): readonly Column[] {
  return [
    { title: "Item", align: "start", weight: hasRisk ? 4 : 4.6 },
    ...(amount === undefined
      ? []
      : [{ title: amount, align: "end", weight: hasRisk ? 1.2 : 1.4 } as const]),
    { title: "Stage", align: "start", weight: 1.8 },
    ...(hasRisk ? [{ title: "In time?", align: "start", weight: 3.2 } as const] : []),
    {
      title: hasRisk ? "Next move" : "Why, and what it waits for",
      align: "start",
      weight: hasRisk ? 4.4 : 5.8,
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

/** `▲ open: 1 to 6 in 10`. */
function riskCell({ risk }: AssessedItem): readonly Inline[] {
  if (risk === undefined) return [];
  const { level, odds } = risk;
  const isSettled = odds.basis === "fact" || odds.p === undefined;
  return [riskStatus(level), text(isSettled ? "" : `: ${odds.text}`)];
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
    ...safeUntil(assessed),
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

/** Where nothing else remains the freeze itself is the last day. */
function safeUntil({ risk }: AssessedItem): readonly (readonly Inline[])[] {
  if (risk === undefined || risk.odds.basis === "fact") return [];
  const { lastSafeDay, lastDay } = risk;
  return lastSafeDay < lastDay ? [[text(`safe until ${shortDate(lastSafeDay)}`)]] : [];
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

/** Where all stand under one word the headline has the sum. */
function sumRow(
  view: View,
  { items, sum, sumName }: AssessedGroup,
  { unit, form }: { readonly unit: string; readonly form: Form },
): readonly Row[] {
  const adding = items.filter(({ item }) => item.adds !== undefined);
  const words = [...new Set(adding.map(({ standing }) => standing))];
  if (words.length < 2) return [];
  const parts = words.map((word) => {
    const under = adding.filter(({ standing }) => standing === word);
    return `${word} ${under.reduce((total, { item }) => total + (item.adds ?? 0), 0)}`;
  });
  const cells = [
    [strong("Sum")],
    [view.number(sumName, signed(sum))],
    [],
    ...(form.hasRisk ? [[]] : []),
    [text(`${unit}: ${parts.join(", ")}`)],
  ];
  return [{ role: "total", cells }];
}
