/** People's texts that speak of how things stand and say the same as in the last report. */
import type { StaleText } from "../../domain/changes.ts";
import type { Prose } from "../../domain/place.ts";
import { placeholderPattern } from "../../domain/placeholder.ts";
import type { Plan } from "../../domain/plan.ts";
import { namedTexts } from "../named-texts.ts";
import type { PastReport } from "../past-report.ts";

/** `past` are the reports before this one, the oldest first. The texts that are longest unchanged come first. */
export function staleTexts(plan: Plan, past: readonly PastReport[]): readonly StaleText[] {
  const reports = past.map((report) => ({
    asOf: report.snapshot.asOf,
    texts: new Set(namedTexts(report.plan).map(({ prose }) => plain(prose))),
  }));
  return namedTexts(plan)
    .filter(({ prose }) => carriesClaim(prose.text))
    .flatMap(({ what, prose }) => {
      const changed = reports.findLastIndex(({ texts }) => !texts.has(plain(prose)));
      const first = reports[changed + 1];
      return first === undefined ? [] : [{ what, since: first.asOf, at: prose.at }];
    })
    .toSorted((left, right) => (left.since < right.since ? -1 : left.since > right.since ? 1 : 0));
}

/** Lines that were broken elsewhere say the same. */
function plain({ text }: Prose): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Words of which a reader takes that they are of today. */
const ofToday =
  /\b(?:now|today|still|yet|currently|soon|again|next|waiting|waits|blocked|in progress|in review|being|on target|on track|this week)\b/i;

const workAddress = /\/(?:pull|issues)\/\d+/;

/** A figure, a word of today, or a link to work: what all else says may well be true for longer. */
function carriesClaim(text: string): boolean {
  const written = text.replace(placeholderPattern, " ");
  const read = written.replace(/\]\([^)]*\)|https?:\/\/\S+/g, " ");
  return /\d/.test(read) || ofToday.test(read) || workAddress.test(written);
}
