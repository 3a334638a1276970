/** From a plan and its facts to what they mean. Pure: the same plan, snapshots and instant give the same assessment. */
import type { Assessment, Changes } from "../domain/assessment.ts";
import type { NamedNumber } from "../domain/number.ts";
import type { Plan } from "../domain/plan.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import type { Instant } from "../domain/time.ts";
import { changesBetween, type Side } from "./changes/changes.ts";
import { exceptionNotices } from "./exceptions.ts";
import { withFoundItems } from "./found-items.ts";
import { goNoGo } from "./go-no-go.ts";
import { lint } from "./lint/lint.ts";
import { numberFamilies } from "./numbers/registry.ts";
import { assessObjective } from "./objectives.ts";
import { provenanceOf } from "./provenance.ts";
import { qualityNotices } from "./quality.ts";
import { workItemsByRef } from "./work-items.ts";

export interface AssessInput {
  readonly plan: Plan;
  readonly snapshot: Snapshot;
  /** The one "now" of the whole run. */
  readonly asOf: Instant;
  /** The last report, to say what changed since. */
  readonly since?: { readonly plan: Plan; readonly snapshot: Snapshot };
  /** The snapshot before `since`: only it can show that a change came back. */
  readonly older?: Snapshot;
}

/** Never throws on a plan and snapshots that passed their schemas. */
export function assess(input: AssessInput): Assessment {
  const { snapshot, asOf } = input;
  const plan = withFoundItems(input.plan, snapshot);
  const found = assessSide(plan, snapshot, asOf);
  const changes = changesOf(input, found.side);
  const keyResults = found.side.objectives.flatMap((one) => one.keyResults);
  const provenance = provenanceOf(snapshot.sources);
  const context = { keyResults, snapshot, asOf, changes, provenance };
  const numbers = sorted([
    ...found.numbers,
    ...numberFamilies.flatMap((family) => family.numbers(context)),
  ]);
  const signal = goNoGo(snapshot);
  const assessment: Assessment = {
    plan,
    release: plan.release,
    asOf,
    objectives: found.side.objectives,
    numbers,
    jobs: snapshot.jobs,
    ...(signal === undefined ? {} : { goNoGo: signal }),
    meetings: snapshot.meetings ?? [],
    sources: snapshot.sources,
    ...(snapshot.coverage === undefined ? {} : { coverage: snapshot.coverage }),
    ...(snapshot.timeline === undefined ? {} : { timeline: snapshot.timeline }),
    ...(changes === undefined ? {} : { changes }),
    notices: [
      ...snapshot.notices,
      ...qualityNotices(plan, snapshot, asOf),
      ...exceptionNotices(plan, snapshot),
    ],
  };
  return { ...assessment, notices: [...assessment.notices, ...lint(assessment)] };
}

function assessSide(plan: Plan, snapshot: Snapshot, asOf: Instant) {
  const provenance = provenanceOf(snapshot.sources);
  const workItems = workItemsByRef(snapshot);
  const context = { plan, asOf, workItems, provenance, facts: snapshot };
  const found = plan.objectives.map((objective) => assessObjective(context, snapshot, objective));
  const side: Side = { plan, snapshot, objectives: found.map(({ assessed }) => assessed) };
  return { side, numbers: found.flatMap(({ numbers }) => numbers) };
}

function changesOf({ since, older }: AssessInput, now: Side): Changes | undefined {
  if (since === undefined) return undefined;
  const plan = withFoundItems(since.plan, since.snapshot);
  const before = assessSide(plan, since.snapshot, since.snapshot.asOf).side;
  return changesBetween(before, now, older);
}

function sorted(numbers: readonly NamedNumber[]): readonly NamedNumber[] {
  return numbers.toSorted((left, right) => (left.name < right.name ? -1 : 1));
}
