/** The items of a key result with their stages, group by group. */
import type { AssessedGroup, AssessedItem, ItemLink } from "../domain/assessment.ts";
import type { WorkItem } from "../domain/facts.ts";
import type { Contribution, Group, Plan } from "../domain/plan.ts";
import { refKey, type Ref } from "../domain/ref.ts";
import { isDone, type Outlook, type Stage, type Standing } from "../domain/stage.ts";
import type { Instant } from "../domain/time.ts";
import { distinct, type ProvenanceOf } from "./provenance.ts";
import { stageOf } from "./stage.ts";

export interface ItemContext {
  readonly plan: Plan;
  readonly asOf: Instant;
  readonly workItems: ReadonlyMap<string, WorkItem>;
  readonly provenance: ProvenanceOf;
}

export function assessGroup(context: ItemContext, group: Group): AssessedGroup {
  return {
    group,
    items: group.items.map((item) => assessItem(context, item, group.outlook)),
    sum: group.items.reduce((sum, { adds }) => sum + (adds ?? 0), 0),
  };
}

function assessItem(
  context: ItemContext,
  item: Contribution,
  groupOutlook: Outlook | undefined,
): AssessedItem {
  const find = (ref: Ref) => context.workItems.get(refKey(ref));
  const found = item.refs.map(find);
  const waitsFor = item.needs.filter((ref) => isUnmet(find(ref)));
  const { workflow } = context.plan;
  const unmet = waitsFor.map(refKey);
  const { soaksUntil, ...finding } = stageOf({ item, workflow, asOf: context.asOf, found, unmet });
  return {
    item,
    ...finding,
    ...(soaksUntil === undefined ? {} : { soaksUntil }),
    standing: standingOf(finding.stage, item.outlook ?? groupOutlook),
    waitsFor: waitsFor.map((ref) => linkTo(ref, find(ref))),
    links: item.refs.map((ref) => linkTo(ref, find(ref))),
    sources: distinct(
      [...found, ...waitsFor.map(find)].flatMap((work) => context.provenance(work?.source)),
    ),
  };
}

/** Only what is known to be open holds an item up; what no source knows is no reason. */
function isUnmet(work: WorkItem | undefined): boolean {
  return work?.state === "open";
}

/** An outlook is about the future: it does not count for what is done or settled. */
function standingOf(stage: Stage, outlook: Outlook | undefined): Standing {
  const isSettled = isDone(stage) || ["dropped", "replaced", "slipped"].includes(stage);
  return isSettled || outlook === undefined ? stage : outlook;
}

function linkTo(ref: Ref, work: WorkItem | undefined): ItemLink {
  const comment = ref.comment === undefined ? "" : `#issuecomment-${ref.comment}`;
  const folder = work?.kind === "pull-request" ? "pull" : "issues";
  const base = work?.url ?? `https://github.com/${ref.repo}/${folder}/${ref.number}`;
  return {
    ref: refKey(ref),
    url: `${base}${comment}`,
    ...(work === undefined ? {} : { kind: work.kind }),
    ...(work?.state === undefined ? {} : { state: work.state }),
    ...(work?.title === undefined ? {} : { title: work.title }),
  };
}
