/** What finds the items of a group, in the place of a list that people keep; and what it found. */

/** Either kind, as a plan writes it under `from`. */
export type ItemQuery = SearchQuery | ProjectQuery;

/** A search as on GitHub: `repo:kubernetes/kubernetes label:area/conformance milestone:v1.20`. */
export interface SearchQuery {
  readonly kind: "search";
  readonly text: string;
  /** What each of the items adds to the key result, in its unit. */
  readonly adds?: number;
  /** The workflow step of all of them. */
  readonly step?: string;
}

/** A board of GitHub Projects, e.g. `kubernetes/241`. */
export interface ProjectQuery {
  readonly kind: "project";
  readonly owner: string;
  readonly number: number;
  /** The board's number field that says what an item adds; a number where each adds the same. */
  readonly adds?: string | number;
  /** The board's field that says which workflow step an item has come to. */
  readonly step?: string;
}

/** What a query of the plan found. */
export interface FoundItems {
  /** Its key: see `queryKey`. */
  readonly query: string;
  /** In the order of the answer. */
  readonly items: readonly FoundItem[];
  readonly source: string;
}

/** One hit: a pull request or issue, or a draft on a board, which has no reference yet. */
export interface FoundItem {
  readonly title: string;
  /** `owner/name#123`. */
  readonly ref?: string;
  /** What the board's fields say. */
  readonly adds?: number;
  readonly step?: string;
}

/** One for all that is asked of the world by the query: under it a snapshot keeps what was found. */
export function queryKey(query: ItemQuery): string {
  if (query.kind === "search") return `search ${query.text}`;
  const { owner, number, adds, step } = query;
  const fields = [typeof adds === "string" ? adds : "", step ?? ""].map((field) =>
    JSON.stringify(field),
  );
  return `project ${owner}/${number} ${fields.join(" ")}`;
}

/** Whether no source says what the query of the group finds: then one item stands for all of them. */
export function isUnanswered({ from, items }: QueriedGroup): boolean {
  return from !== undefined && items.some(({ id }) => id === queryKey(from));
}

interface QueriedGroup {
  readonly from?: ItemQuery;
  readonly items: readonly { readonly id: string }[];
}
