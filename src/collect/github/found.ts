/** What a query of a plan finds, before its facts are read. */
import type { FoundItem } from "../../domain/item-query.ts";
import type { FoundNode } from "./schema.ts";
import { keyOf } from "./work-item.ts";

export interface Found {
  readonly items: readonly FoundItem[];
  /** What keeps it from being all that there is, each in a sentence. */
  readonly findings: readonly string[];
}

/** Undefined for a hit without a title, which no issue is. */
export function foundItemOf({ title, number, repository }: FoundNode): FoundItem | undefined {
  if (title === undefined) return undefined;
  const isIssue = number !== undefined && repository !== undefined;
  const ref = isIssue ? keyOf({ number, repository }) : undefined;
  return { title, ...(ref === undefined ? {} : { ref }) };
}
