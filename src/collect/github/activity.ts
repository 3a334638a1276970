/** When a person last did something about a pull request or an issue. */
import type { WorkEvent } from "../../domain/facts.ts";
import type { Instant } from "../../domain/time.ts";
import { hasNameOfProgram, isProgram } from "./people.ts";
import type { Item } from "./schema.ts";

/** The last comment, review or push by a person, else when a person opened it. */
export function lastActivity(item: Item, events: readonly WorkEvent[]): Instant | undefined {
  const isOfProgram = isProgram(item.author) ?? false;
  const comments = (item.comments?.nodes ?? [])
    .filter(({ author }) => isProgram(author) !== true)
    .map(({ createdAt }) => createdAt);
  const deeds = events
    .filter(({ kind }) => kind === "reviewed" || kind === "pushed")
    .filter(({ actor }) => !(actor === undefined ? isOfProgram : hasNameOfProgram(actor)))
    .map(({ at }) => at);
  const opened = isOfProgram ? undefined : item.createdAt;
  const all = [...comments, ...deeds, opened].filter((at) => at !== undefined);
  return all.toSorted().at(-1);
}
