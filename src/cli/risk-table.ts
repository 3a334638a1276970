/** The freeze risk of a plan as text: each key result with its odds, its open items the riskiest first. */
import { amountOf } from "../domain/amount.ts";
import type { AssessedItem, AssessedKeyResult, Assessment } from "../domain/assessment.ts";
import { oddsInWords, type FreezeRisk, type ItemRiskLevel } from "../domain/risk.ts";
import { painted, type Color } from "./colors.ts";
import { printable } from "./terminal.ts";

export function riskTable({ plan, asOf, objectives }: Assessment, hasColors: boolean): string {
  const keyResults = objectives.flatMap((objective) => objective.keyResults);
  const parts = keyResults.flatMap((one) => keyResultLines(one, hasColors));
  const lines = parts.length === 0 ? ["  nothing is open that a freeze binds"] : parts;
  return `${[printable(`${plan.name} as of ${asOf}`), ...lines].join("\n")}\n`;
}

function keyResultLines(
  { keyResult, forecast, groups }: AssessedKeyResult,
  hasColors: boolean,
): readonly string[] {
  const open = groups
    .flatMap(({ items }) => items)
    .flatMap(openItem)
    .toSorted(byRisk);
  if (forecast === undefined && open.length === 0) return [];
  const told = forecast === undefined ? [] : [forecast.sentence, ...forecast.remarks];
  const levers = forecast?.levers.map(({ sentence }) => sentence) ?? [];
  return [
    "",
    ...[`${keyResult.id} ${keyResult.title}`, ...told.map((line) => `  ${line}`)].map(printable),
    ...table(open, hasColors),
    ...levers.map((sentence) => printable(`  ${sentence}`)),
  ];
}

interface OpenItem {
  readonly item: AssessedItem;
  readonly risk: FreezeRisk;
}

function openItem(item: AssessedItem): readonly OpenItem[] {
  return item.risk === undefined ? [] : [{ item, risk: item.risk }];
}

/** Least likely first; what is not known stands where the middle of its range is. */
function byRisk({ risk: { odds: left } }: OpenItem, { risk: { odds: right } }: OpenItem): number {
  return left.least + left.most - right.least - right.most;
}

const heads = ["Adds", "Item", "Stage", "In time?", "", "Safe until", "Next move"];

function table(open: readonly OpenItem[], hasColors: boolean): readonly string[] {
  const rows = [heads, ...open.map(cellsOf)].map((row) => row.map(printable));
  const widths = heads.map((_, column) =>
    Math.max(...rows.map((row) => [...(row[column] ?? "")].length)),
  );
  return rows.map((row, index) => {
    const cells = row.map((cell, column) => {
      const padded = `${cell}${" ".repeat((widths[column] ?? 0) - [...cell].length)}`;
      const risk = open[index - 1]?.risk;
      const isWord = hasColors && column === 3 && risk !== undefined;
      return isWord ? painted(padded, colors[risk.level]) : padded;
    });
    return `  ${cells.join("  ").trimEnd()}`;
  });
}

function cellsOf({ item, risk }: OpenItem): readonly string[] {
  const { level, odds, lastSafeDay, next } = risk;
  const whose = [next.move, ...next.who].join(" ");
  return [
    amountOf(item.item),
    item.item.title,
    item.stage === item.standing ? item.stage : `${item.stage}, ${item.standing}`,
    level,
    odds.basis === "fact" || odds.p === undefined ? "" : oddsInWords(odds),
    lastSafeDay,
    `${next.action} (${whose}${next.since === undefined ? "" : `, since ${next.since}`})`,
  ];
}

const colors = {
  likely: "green",
  open: "yellow",
  unlikely: "red",
  "cannot make it": "red",
  missed: "red",
  unknown: "blue",
} as const satisfies Record<ItemRiskLevel, Color>;
