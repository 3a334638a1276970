/** The pull requests and issues of a snapshot by reference. */
import type { WorkItem } from "../domain/facts.ts";
import type { Snapshot } from "../domain/snapshot.ts";

/** Under their own references, and under those that the plan has of them from before they moved. */
export function workItemsByRef({ workItems }: Snapshot): ReadonlyMap<string, WorkItem> {
  const moved = workItems.flatMap((work) =>
    work.movedFrom === undefined ? [] : [[work.movedFrom, work] as const],
  );
  return new Map([...moved, ...workItems.map((work) => [work.ref, work] as const)]);
}
