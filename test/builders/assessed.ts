/** Small assessed items and groups for tests, with the stage said instead of derived. */
import type { AssessedGroup, AssessedItem } from "../../src/domain/assessment.ts";
import type { Contribution } from "../../src/domain/plan.ts";
import type { Stage, Standing } from "../../src/domain/stage.ts";
import { aGroup, anItem } from "./plan.ts";

/** An item at a stage; `standing` where it counts under another word. */
export function anAssessedItem(
  stage: Stage,
  fields: Partial<Contribution> = {},
  standing: Standing = stage,
): AssessedItem {
  const item = anItem(fields);
  const title = item.title;
  const url = `https://github.com/kubernetes/kubernetes/pull/${title.length}`;
  return {
    item,
    stage,
    standing,
    because: `it is ${stage}`,
    waitsFor: [],
    links: [{ ref: "kubernetes/kubernetes#1", url }],
    sources: [{ title, url, retrievedAt: "2020-10-22T08:00:00Z" }],
  };
}

/** A group of assessed items without a title. */
export function anAssessedGroup(
  items: readonly AssessedItem[],
  fields: Partial<AssessedGroup> = {},
): AssessedGroup {
  return {
    group: aGroup({ items: items.map(({ item }) => item) }),
    items,
    sum: items.reduce((sum, { item }) => sum + (item.adds ?? 0), 0),
    sumName: "KR1.group1",
    ...fields,
  };
}
