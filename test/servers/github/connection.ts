/** A list as GitHub gives it out: page by page, by cursors. */
import { RefusalError, type Thing } from "./world.ts";

export interface Paging {
  readonly first?: number;
  readonly last?: number;
  readonly after?: string;
  readonly before?: string;
}

/** All that any of the schema's connections has; each asks for the fields that it knows. */
export function connectionOf(all: readonly unknown[], paging: Paging): Thing {
  const from = paging.after === undefined ? 0 : indexOf(paging.after) + 1;
  const to = paging.before === undefined ? all.length : indexOf(paging.before);
  const start = paging.last === undefined ? from : Math.max(from, to - paging.last);
  const end = paging.first === undefined ? to : Math.min(to, from + paging.first);
  const nodes = all.slice(start, end);
  return {
    nodes,
    edges: nodes.map((node, index) => ({ node, cursor: cursorOf(start + index) })),
    totalCount: all.length,
    filteredCount: all.length,
    pageCount: nodes.length,
    issueCount: all.length,
    pageInfo: {
      hasNextPage: end < all.length,
      hasPreviousPage: start > 0,
      startCursor: nodes.length === 0 ? null : cursorOf(start),
      endCursor: nodes.length === 0 ? null : cursorOf(end - 1),
    },
  };
}

function cursorOf(index: number): string {
  return Buffer.from(`cursor:v2:${index}`).toString("base64");
}

function indexOf(cursor: string): number {
  const [, index] = /^cursor:v2:(\d+)$/.exec(Buffer.from(cursor, "base64").toString()) ?? [];
  if (index !== undefined) return Number(index);
  const message = `\`${cursor}\` does not appear to be a valid cursor.`;
  throw new RefusalError({ type: "INVALID_CURSOR_ARGUMENTS", message });
}
