/** What items had to wait for at the last report and need not any more. */
import type { ItemLink } from "../../domain/assessment.ts";
import type { NeedChange } from "../../domain/changes.ts";
import type { WorkItem } from "../../domain/facts.ts";
import { isUnmet } from "../items.ts";
import type { Pair } from "./pairs.ts";

/** Only what is known to be done: a need that people took out of the plan, or that no source knows now, was not resolved. */
export function needChanges(
  pairs: readonly Pair[],
  workItems: ReadonlyMap<string, WorkItem>,
): readonly NeedChange[] {
  return pairs.flatMap(({ now: { keyResult, assessed }, before }) => {
    const waited = before?.assessed.waitsFor ?? [];
    const resolved = waited.flatMap((link) => resolvedLink(link, workItems.get(link.ref)));
    return resolved.length === 0 ? [] : [{ keyResult, item: assessed.item, resolved }];
  });
}

function resolvedLink({ ref, url }: ItemLink, work: WorkItem | undefined): NeedChange["resolved"] {
  if (work?.state === undefined || isUnmet(work)) return [];
  return [{ ref, url, state: work.state }];
}
