/** The open items of a key result as dots on one scale, the likeliest first. */
import { amountOf } from "../../domain/amount.ts";
import type { AssessedKeyResult } from "../../domain/assessment.ts";
import type { OddsChart } from "../../domain/chart.ts";
import type { Block } from "../../domain/deck.ts";

/** More than a page holds; the tables of items tell the odds of all. */
const mostRows = 12;

/** Nothing where no item is open. */
export function oddsChart({ keyResult, groups }: AssessedKeyResult): readonly Block[] {
  const all = groups
    .flatMap(({ items }) => items)
    .flatMap(({ item, risk }): OddsChart["rows"] => {
      if (risk === undefined) return [];
      const { odds, level } = risk;
      const { p, said, text } = odds;
      const label = [amountOf(item), item.title].join(" ").trim();
      return [{ label, p, least: said[0], most: said[1], text, level }];
    })
    .toSorted((left, right) => middleOf(right) - middleOf(left));
  if (all.length === 0) return [];
  const rows = all.slice(0, mostRows);
  const which = rows.length < all.length ? `, the first ${mostRows} of ${all.length}` : "";
  const title = `Items of ${keyResult.id} by how likely they are in time${which}`;
  const description = rows
    .map(({ label, level, text }) => `${label}: ${level}, ${text}`)
    .join("; ");
  return [{ kind: "chart", chart: { kind: "odds", title, rows }, description }];
}

function middleOf({ p, least, most }: OddsChart["rows"][number]): number {
  return p ?? (least + most) / 2;
}
