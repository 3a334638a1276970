/** The items of a key result: loose ones and groups of them, in the order of the plan. */
import type { ItemQuery } from "../domain/item-query.ts";
import type { Contribution, Group } from "../domain/plan.ts";
import { defaults } from "./defaults.ts";
import {
  check,
  placeOf,
  proseAt,
  readEntries,
  reportUnknown,
  textAt,
  type Draft,
} from "./draft.ts";
import { groupSchema, itemSchema, type WrittenQuery } from "./schema.ts";
import { writtenAt, type Path } from "./written.ts";

/** What reading an item takes from the rest of the plan. */
export interface ItemContext {
  readonly draft: Draft;
  /** Names of the workflow's steps; undefined where the workflow itself has mistakes. */
  readonly steps: readonly string[] | undefined;
  /** How often an id was asked for so far. */
  readonly takenIds: Map<string, number>;
}

/** The groups at a path. Items between groups form groups without a title. */
export function readGroups(context: ItemContext, path: Path): readonly Group[] {
  const groups: Group[] = [];
  let loose: Contribution[] = [];
  const closeLoose = () => {
    const [first] = loose;
    if (first) groups.push({ items: loose, at: first.at });
    loose = [];
  };
  for (const entry of readEntries(context.draft, path, (at) => readEntry(context, at))) {
    if ("items" in entry) {
      closeLoose();
      groups.push(entry);
    } else loose.push(entry);
  }
  closeLoose();
  return groups;
}

function readEntry(context: ItemContext, path: Path): Group | Contribution | undefined {
  const keys = writtenAt(context.draft.root, path)?.entries;
  const isGroup = keys?.has("group") || keys?.has("items") || keys?.has("from");
  return isGroup ? readGroup(context, path) : readItem(context, path);
}

function readGroup(context: ItemContext, path: Path): Group | undefined {
  const { draft } = context;
  const checked = check(draft, groupSchema, path);
  const items = readEntries(draft, [...path, "items"], (at) => readItem(context, at));
  if (checked === undefined) return undefined;
  const { group: title, outlook } = checked;
  const note = proseAt(draft, [...path, "note"]);
  const from = checked.from && queryOf(checked.from);
  if (from?.kind === "search") checkStep(context, [...path, "from", "step"]);
  return {
    title,
    ...(note && { note }),
    ...(outlook && { outlook }),
    ...(from && { from }),
    items,
    at: placeOf(draft, path),
  };
}

/** As the schema gives it: with a query or a project, never both, and without fields for a query. */
function queryOf({ query, project = "", adds, ...step }: WrittenQuery): ItemQuery {
  if (query !== undefined) {
    return { kind: "search", text: query, ...(typeof adds === "number" && { adds }), ...step };
  }
  const [owner = "", number] = project.split("/");
  return {
    kind: "project",
    owner,
    number: Number(number),
    ...(adds !== undefined && { adds }),
    ...step,
  };
}

function readItem(context: ItemContext, path: Path): Contribution | undefined {
  const { draft } = context;
  const checked = check(draft, itemSchema, path);
  checkStep(context, [...path, "step"]);
  if (checked === undefined) return undefined;
  const { id, title, ref, refs: several, needs = [], replaces = [], ...rest } = checked;
  const refs = [...(ref ? [ref] : []), ...(several ?? [])];
  return {
    id: freeId(context.takenIds, id ?? defaults.itemId(title, refs)),
    title,
    refs,
    needs,
    replaces,
    at: placeOf(draft, path),
    ...rest,
  };
}

function checkStep({ draft, steps }: ItemContext, path: Path): void {
  const step = textAt(draft, path);
  if (step !== undefined && steps !== undefined && !steps.includes(step)) {
    reportUnknown(draft, path, steps);
  }
}

/** The id, with `#2`, `#3`… for the second, third… item that asks for the same one. */
function freeId(takenIds: Map<string, number>, id: string): string {
  const count = (takenIds.get(id) ?? 0) + 1;
  takenIds.set(id, count);
  return count === 1 ? id : freeId(takenIds, `${id}#${count}`);
}
