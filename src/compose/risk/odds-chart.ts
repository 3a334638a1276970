/** The open items of a key result as dots on one scale, the likeliest first. */
import { amountOf } from "../../domain/amount.ts";
import type { AssessedKeyResult } from "../../domain/assessment.ts";
import type { OddsChart } from "../../domain/chart.ts";
import type { Block } from "../../domain/deck.ts";

/** Nothing where no item is open. */
export function oddsChart({ keyResult, groups }: AssessedKeyResult): readonly Block[] {
  const rows = groups
    .flatMap(({ items }) => items)
    .flatMap(({ item, risk }): OddsChart["rows"] => {
      if (risk === undefined) return [];
      const { odds, level } = risk;
      const { least, most, text } = odds;
      return [{ label: [amountOf(item), item.title].join(" ").trim(), least, most, text, level }];
    })
    .toSorted((left, right) => right.most + right.least - left.most - left.least);
  if (rows.length === 0) return [];
  const title = `Items of ${keyResult.id} by how likely they are in time`;
  const description = rows
    .map(({ label, level, text }) => `${label}: ${level}, ${text}`)
    .join("; ");
  return [{ kind: "chart", chart: { kind: "odds", title, rows }, description }];
}
