/** Checks and commit statuses in one form. */
import type { Check } from "../../domain/facts.ts";
import { known } from "./known.ts";
import type { CheckNode } from "./schema.ts";

/** A status of the newest commit has a context where a check has a name, and one word in the place of two. */
export function checkOf(node: CheckNode): Check {
  const { name, context, conclusion, status, state, isRequired } = node;
  const isDone = status === undefined || status === "COMPLETED";
  return known<Check>({
    name: name ?? context ?? "a check without a name",
    state: (isDone ? states.get(conclusion ?? state) : undefined) ?? "pending",
    isRequired,
    url: node.detailsUrl ?? node.targetUrl,
    since: node.completedAt ?? node.startedAt ?? node.createdAt,
  });
}

/** A word that is not known here is no success: who waits for it still waits. */
const states: ReadonlyMap<string | undefined, Check["state"]> = new Map([
  ["SUCCESS", "success"],
  ["NEUTRAL", "neutral"],
  ["SKIPPED", "neutral"],
  ["FAILURE", "failure"],
  ["ERROR", "failure"],
  ["TIMED_OUT", "failure"],
  ["CANCELLED", "failure"],
  ["ACTION_REQUIRED", "failure"],
  ["STARTUP_FAILURE", "failure"],
]);
