/** The items of a key result with their stages, group by group. */
import type { AssessedGroup, AssessedItem, ItemLink } from "../domain/assessment.ts";
import type { WorkItem } from "../domain/facts.ts";
import type { Contribution, KeyResult } from "../domain/plan.ts";
import { refKey, type Ref } from "../domain/ref.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import { isDone, isSettled, type Outlook, type Stage, type Standing } from "../domain/stage.ts";
import { countedOf } from "./counted.ts";
import { stageByEnhancement } from "./enhancement-stage.ts";
import { exceptionOf } from "./exceptions.ts";
import { distinct, type ProvenanceOf } from "./provenance.ts";
import type { RiskContext } from "./risk/context.ts";
import { freezeOf, type Freeze } from "./risk/deadline.ts";
import { riskOf } from "./risk/item-risk.ts";
import { stageOf, type StageFacts } from "./stage.ts";

export interface ItemContext extends RiskContext {
  readonly provenance: ProvenanceOf;
  readonly facts: Pick<Snapshot, "exceptions" | "enhancements" | "timeline" | "coverage">;
}

/** The groups of a key result; their sums are named by their place: titles need not differ. */
export function assessGroups(
  context: ItemContext,
  { id, groups, freeze }: KeyResult,
): readonly AssessedGroup[] {
  const binding = freezeOf(context.facts.timeline, freeze);
  return groups.map((group, index) => ({
    group,
    items: group.items
      .map((item) => assessItem(context, { item, freeze }, group.outlook))
      .map((item) => withRisk(context, item, binding)),
    sum: group.items.reduce((sum, { adds }) => sum + (adds ?? 0), 0),
    sumName: `${id}.group${index + 1}`,
  }));
}

function withRisk(
  context: ItemContext,
  assessed: AssessedItem,
  freeze: Freeze | undefined,
): AssessedItem {
  const risk = freeze && riskOf(context, freeze, assessed);
  return risk === undefined ? assessed : { ...assessed, risk };
}

interface Bound {
  readonly item: Contribution;
  /** Id of the event that binds its key result. */
  readonly freeze: string | undefined;
}

function assessItem(
  context: ItemContext,
  { item, freeze }: Bound,
  groupOutlook: Outlook | undefined,
): AssessedItem {
  const find = (ref: Ref) => context.workItems.get(refKey(ref));
  const known = item.refs.flatMap((ref) => find(ref) ?? []);
  const needed = item.needs.filter((ref) => isUnmet(find(ref)));
  const { asOf, plan } = context;
  const unmet = needed.map(refKey);
  const { sources, ...others } = otherFacts(context, { item, freeze });
  const finding = stageOf({ item, workflow: plan.workflow, asOf, known, unmet, ...others });
  const waitsFor = isOver(finding.stage) ? [] : needed;
  const works = [...known, ...waitsFor.flatMap((ref) => find(ref) ?? [])];
  return {
    item,
    ...finding,
    standing: standingOf(finding.stage, item.outlook ?? groupOutlook),
    waitsFor: waitsFor.map((ref) => linkTo(ref, find(ref))),
    links: item.refs.map((ref) => linkTo(ref, find(ref))),
    sources: distinct(
      [...works.map(({ source }) => source), ...sources].flatMap((id) => context.provenance(id)),
    ),
  };
}

/** What is known of an item beside its references. */
function otherFacts(
  { facts, asOf, plan }: ItemContext,
  { item, freeze }: Bound,
): Pick<StageFacts, "told" | "exception" | "counted"> & { readonly sources: readonly string[] } {
  const [ref, ...more] = item.refs.map(refKey);
  const proposal = facts.enhancements?.find((one) => one.ref === ref && more.length === 0);
  const told = proposal && stageByEnhancement(proposal, { release: plan.release, freeze });
  const exception = exceptionOf(facts, { item, freeze, asOf });
  const counted = countedOf(facts, item, plan.release);
  return {
    ...(told === undefined ? {} : { told }),
    ...(exception === undefined ? {} : { exception }),
    ...(counted === undefined ? {} : { counted }),
    sources: [proposal?.source, exception?.source, counted?.source].filter(
      (source) => source !== undefined,
    ),
  };
}

/** Only what is known not to be done holds an item up; what no source knows is no reason. */
export function isUnmet(work: WorkItem | undefined): boolean {
  if (work?.state === "open") return true;
  const wasGivenUp = work?.kind === "pull-request" || work?.stateReason === "not-planned";
  return work?.state === "closed" && wasGivenUp;
}

/** Done or given up: it waits for nothing. */
function isOver(stage: Stage): boolean {
  return isDone(stage) || stage === "dropped" || stage === "replaced";
}

/** An outlook is about the future: it does not count for what is done or settled. */
function standingOf(stage: Stage, outlook: Outlook | undefined): Standing {
  return isSettled(stage) || outlook === undefined ? stage : outlook;
}

function linkTo(ref: Ref, work: WorkItem | undefined): ItemLink {
  const comment = ref.comment === undefined ? "" : `#issuecomment-${ref.comment}`;
  // GitHub leads from the address of an issue to the pull request of that number.
  const base = work?.url ?? `https://github.com/${ref.repo}/issues/${ref.number}`;
  return { ref: refKey(ref), url: `${base}${comment}`, ...facts(work) };
}

function facts(work: WorkItem | undefined): Pick<ItemLink, "kind" | "state" | "title"> {
  if (work === undefined) return {};
  const { kind, state, title } = work;
  return {
    kind,
    ...(state === undefined ? {} : { state }),
    ...(title === undefined ? {} : { title }),
  };
}
