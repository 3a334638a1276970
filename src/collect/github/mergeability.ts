/** Asks a second time whether pull requests can be merged: GitHub works it out only when it is asked. */
import { settle } from "../settle.ts";
import { mergeableQuestion } from "./queries.ts";
import type { ItemRead } from "./read-items.ts";
import { mergeableSchema } from "./schema.ts";
import type { Reader } from "./session.ts";

/** What GitHub takes with one question. Those beyond it stay unknown until the next run. */
const maxIds = 100;

export interface Mergeability {
  /** GitHub's word by the id of the pull request. */
  readonly words: ReadonlyMap<string, string>;
  /** Why it was not told. */
  readonly failure?: string;
}

/** What GitHub says now of the open ones of which it did not know before; one question at most. */
export async function readMergeability(
  reader: Reader,
  items: readonly ItemRead[],
): Promise<Mergeability> {
  const ids = items
    .filter(({ item }) => item.state === "OPEN" && item.mergeable === "UNKNOWN")
    .map(({ item }) => item.id)
    .slice(0, maxIds);
  if (ids.length === 0) return { words: new Map() };
  const { value, failure } = await settle(reader.ask(mergeableQuestion(ids)));
  if (failure !== undefined) return { words: new Map(), failure: failure.message };
  if ("tooHeavy" in value) return { words: new Map(), failure: value.tooHeavy };
  const told = mergeableSchema.safeParse(value.data["nodes"]);
  if (!told.success) return { words: new Map(), failure: "its answer holds no such list" };
  const words = told.data.flatMap((node) =>
    node?.id === undefined || node.mergeable === undefined
      ? []
      : [[node.id, node.mergeable] as const],
  );
  return { words: new Map(words) };
}
