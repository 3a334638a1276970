/** The items that a plan lets the world find, put where the plan wants them. */
import { queryKey, type FoundItem, type ItemQuery } from "../domain/item-query.ts";
import type { Notice } from "../domain/notice.ts";
import type { Contribution, Group, KeyResult, Plan, StageOverride } from "../domain/plan.ts";
import { parseRef, refKey } from "../domain/ref.ts";
import type { Snapshot } from "../domain/snapshot.ts";

/**
 * The plan with the items that the snapshot says were found. One that the same key result lists
 * already, or another query of it has found, is not added again: it would be counted twice.
 */
export function withFoundItems(plan: Plan, snapshot: Snapshot): Plan {
  const groups = groupsOf(plan);
  if (groups.every(({ from }) => from === undefined)) return plan;
  const takenIds = new Set(groups.flatMap(({ items }) => items.map(({ id }) => id)));
  const objectives = plan.objectives.map((objective) => ({
    ...objective,
    keyResults: objective.keyResults.map((keyResult) =>
      expand({ plan, snapshot, takenIds }, keyResult),
    ),
  }));
  return { ...plan, objectives };
}

/** Queries of the plan about whose items the snapshot says nothing. */
export function queryNotices(plan: Plan, snapshot: Snapshot): readonly Notice[] {
  return groupsOf(plan).flatMap(({ title, from, at }): readonly Notice[] => {
    if (from === undefined || foundBy(from, snapshot) !== undefined) return [];
    const message = `no source says what ${wordsOf(from)} finds; its items are unknown`;
    return [
      { code: "query-unanswered", severity: "warning", subject: title ?? "a query", message, at },
    ];
  });
}

interface Context {
  readonly plan: Plan;
  readonly snapshot: Snapshot;
  /** Grows while items are added. */
  readonly takenIds: Set<string>;
}

function groupsOf({ objectives }: Plan): readonly Group[] {
  return objectives.flatMap(({ keyResults }) => keyResults.flatMap(({ groups }) => groups));
}

function expand(context: Context, keyResult: KeyResult): KeyResult {
  const listed = keyResult.groups.flatMap(({ items }) => items.flatMap(({ refs }) => refs));
  const takenRefs = new Set(listed.map(refKey));
  const groups = keyResult.groups.map((group) => {
    const { from } = group;
    if (from === undefined) return group;
    const found = foundBy(from, context.snapshot);
    if (found === undefined) return { ...group, items: [unknownItem(group, from)] };
    const items = found.filter(({ ref }) => ref === undefined || isFirst(takenRefs, ref));
    return { ...group, items: items.map((item) => itemOf(context, group, { from, item })) };
  });
  return { ...keyResult, groups };
}

function foundBy(from: ItemQuery, { found = [] }: Snapshot): readonly FoundItem[] | undefined {
  return found.find(({ query }) => query === queryKey(from))?.items;
}

function isFirst(taken: Set<string>, key: string): boolean {
  const isNew = !taken.has(key);
  taken.add(key);
  return isNew;
}

/** Stands for items that are there for all we know, so that nobody takes the rest for everything. */
function unknownItem({ at }: Group, from: ItemQuery): Contribution {
  const title = `What ${wordsOf(from)} finds`;
  const override = unknownStage("no source says what it finds");
  return { id: queryKey(from), title, refs: [], needs: [], replaces: [], override, at };
}

interface Hit {
  readonly from: ItemQuery;
  readonly item: FoundItem;
}

function itemOf({ plan, takenIds }: Context, { at }: Group, { from, item }: Hit): Contribution {
  const ref = item.ref === undefined ? undefined : parseRef(item.ref);
  const adds = typeof from.adds === "number" ? from.adds : item.adds;
  const { title } = item;
  return {
    id: freeId(takenIds, item.ref ?? title),
    title,
    refs: ref === undefined ? [] : [ref],
    ...(adds === undefined ? {} : { adds }),
    ...stepOf(plan, from, item),
    needs: [],
    replaces: [],
    at,
  };
}

/** A word of the board that is no step leaves open what a merged pull request means. */
function stepOf(
  { workflow }: Plan,
  from: ItemQuery,
  item: FoundItem,
): Pick<Contribution, "step" | "override"> {
  if (from.kind === "search") return from.step === undefined ? {} : { step: from.step };
  const word = item.step;
  if (word === undefined) return {};
  const known = workflow.find(({ step }) => step.toLowerCase() === word.toLowerCase());
  if (known !== undefined) return { step: known.step };
  return { override: unknownStage(`the board says "${word}", which is no step of the workflow`) };
}

function unknownStage(why: string): StageOverride {
  return { stage: "unknown", who: "release-deck", why };
}

function freeId(takenIds: Set<string>, id: string): string {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? id : `${id}#${count}`;
    if (isFirst(takenIds, candidate)) return candidate;
  }
}

function wordsOf(from: ItemQuery): string {
  return from.kind === "search"
    ? `the search "${from.text}"`
    : `the project ${from.owner}/${from.number}`;
}
