/** What the words mean that a deck uses for where work stands and how likely it is, for whoever reads it first. */
import type { Block } from "../domain/deck.ts";
import { strong, text } from "./inlines.ts";
import { isOpen } from "./risk/forecast.ts";
import type { View } from "./view.ts";

/** Words that say themselves what they mean are left out. */
const meanings = {
  open: "may be in time or not",
  "cannot make it": "the calendar leaves no time for the steps that remain",
  "on track": "the goal will probably be met by its deadline",
  "at risk": "the goal may be met by its deadline or not",
  "off track": "the goal will probably not be met by its deadline",
  planned: "nobody has opened a pull request yet",
  written: "a pull request is open",
  ready: "reviewed and approved, only to be merged",
  merged: "its pull request is merged, a later step remains",
  soaking: "merged, and must run for a while before its next step",
  landed: "its last pull request is merged",
  counted: "landed, and the coverage shows it",
  maybe: "people expect that it may not come",
  unlikely: "people expect that it will not come, or the odds say so",
  blocked: "waits for something that is not done",
  slipped: "does not come in this release",
  excepted: "may still come after the freeze",
  "safe until": "the last day to finish this step and still have the usual time for those after it",
  restated: "changed by its source afterwards: nobody worked on it",
} as const;

/** Those of the words that this deck uses, as a table; nothing where it uses none. */
export function wordTable(view: View): readonly Block[] {
  const used = wordsIn(view);
  const rows = Object.entries(meanings)
    .filter(([word]) => used.has(word))
    .map(([word, meaning]) => ({ cells: [[strong(word)], [text(meaning)]] }));
  if (rows.length === 0) return [];
  const columns = [
    { title: "Word", align: "start", weight: 1 },
    { title: "What it means", align: "start", weight: 5 },
  ] as const;
  return [{ kind: "table", columns, rows }];
}

function wordsIn({ keyResults, assessment: { changes } }: View): ReadonlySet<string> {
  const items = keyResults.flatMap(({ groups }) => groups.flatMap((group) => group.items));
  const risks = items.flatMap(({ risk }) => risk ?? []);
  const isPressed = risks.some(({ lastSafeDay, lastDay }) => lastSafeDay < lastDay);
  const restated = changes?.coverage?.restated.length ?? 0;
  return new Set([
    ...items.map(({ standing }) => standing),
    ...risks.map(({ level }) => level),
    ...keyResults.filter(isOpen).map(({ forecast }) => forecast.level),
    ...(isPressed ? ["safe until"] : []),
    ...(restated > 0 ? ["restated"] : []),
  ]);
}
