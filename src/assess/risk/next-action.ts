/** The one thing to do next for an item, and whose move it is. */
import type { AssessedItem } from "../../domain/assessment.ts";
import type { WorkItem } from "../../domain/facts.ts";
import type { Blocker, NextAction } from "../../domain/risk.ts";
import { isMergeReady } from "./approval.ts";

/** The first blocker is the one to end first; where there is none, what is known of its references decides. */
export function nextActionOf(
  { links }: AssessedItem,
  blockers: readonly Blocker[],
  works: readonly WorkItem[],
): NextAction {
  const [first] = blockers;
  if (first !== undefined) return actionOf(first);
  const open = works.find(({ state }) => state === "open");
  const [link] = links;
  const about = open ?? link;
  const where = about === undefined ? {} : { ref: about.ref, url: about.url };
  if (open !== undefined && isMergeReady(open))
    return { action: "wait for the merge", move: "merge bot", who: [], ...where };
  const action = open === undefined ? "say how it stands" : "ask how its review stands";
  return { action, move: "author", who: open?.author === undefined ? [] : [open.author], ...where };
}

function actionOf({ action, move, who, since, ref, url }: Blocker): NextAction {
  return {
    action,
    move,
    who,
    ...(since === undefined ? {} : { since }),
    ...(ref === undefined ? {} : { ref }),
    ...(url === undefined ? {} : { url }),
  };
}
