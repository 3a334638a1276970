/** Asks a second time whether pull requests can be merged: GitHub works it out only when it is asked. */
import { settle } from "../settle.ts";
import { mergeableQuestion } from "./queries.ts";
import type { ItemRead } from "./read-items.ts";
import { mergeableSchema } from "./schema.ts";
import type { Reader } from "./session.ts";

/** What GitHub takes with one question. Those beyond it stay unknown until the next run. */
const maxIds = 100;

/** What GitHub says now about the open ones of which it did not know before, by their id; one question at most. */
export async function readMergeability(
  reader: Reader,
  items: readonly ItemRead[],
): Promise<ReadonlyMap<string, string>> {
  const ids = items
    .filter(({ item }) => item.state === "OPEN" && item.mergeable === "UNKNOWN")
    .map(({ item }) => item.id)
    .slice(0, maxIds);
  if (ids.length === 0) return new Map();
  // Without an answer it stays unknown, which is what it was.
  const { value } = await settle(reader.ask(mergeableQuestion(ids)));
  if (value === undefined || "tooHeavy" in value) return new Map();
  const told = mergeableSchema.catch([]).parse(value.data["nodes"]);
  return new Map(
    told.flatMap((node) =>
      node?.id === undefined || node.mergeable === undefined ? [] : [[node.id, node.mergeable]],
    ),
  );
}
