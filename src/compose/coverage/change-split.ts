/** The change of the newest coverage since the last report, split as large figures: progress apart from what counts. */
import { longDate } from "../../calendar.ts";
import type { Changes, CoverageChange } from "../../domain/changes.ts";
import type { Block } from "../../domain/deck.ts";
import { text } from "../inlines.ts";
import { footnote } from "../slides.ts";
import { signed } from "../words.ts";

/** Nothing where nothing changed, or no source tells the parts. */
export function changeSplit(
  changes: Pick<Changes, "since" | "coverage"> | undefined,
): readonly Block[] {
  const change = changes?.coverage;
  if (changes === undefined || change === undefined) return [];
  const parts = partsOf(change).filter(([, by = 0]) => by !== 0);
  if (parts.length === 0) return [];
  const figures = parts.map(([label, by = 0]) => ({ label, value: [text(signed(by))] }));
  const since = longDate(changes.since.slice(0, 10));
  return [
    { kind: "figures", figures },
    footnote([text(`Change of ${change.release} since the report of ${since}`)]),
  ];
}

type Part = readonly [label: string, by: number | undefined];

/** What is made eligible again counts against what no longer is. */
function partsOf({ tested, total }: CoverageChange): readonly Part[] {
  const { ineligible = 0 } = total;
  return [
    ["Tested more", tested.progress],
    ["Promoted", total.promoted],
    [ineligible > 0 ? "Made eligible" : "Made ineligible", ineligible],
    ["Restated", tested.restated],
  ];
}
