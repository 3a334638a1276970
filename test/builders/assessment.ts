/** Assessments of small plans and snapshots, made by the stage itself. */
import { assess, type AssessInput } from "../../src/assess/assess.ts";
import type { AssessedItem, Assessment } from "../../src/domain/assessment.ts";
import type { Contribution, KeyResult, Plan } from "../../src/domain/plan.ts";
import type { Snapshot } from "../../src/domain/snapshot.ts";
import { aGroup, aKeyResult, anObjective, aPlan } from "./plan.ts";
import { aSnapshot } from "./snapshot.ts";

/** A plan with one key result, whose items stand in one group without a title. */
export function aPlanOf(items: readonly Contribution[], fields: Partial<KeyResult> = {}): Plan {
  const keyResult = aKeyResult({ groups: [aGroup({ items })], ...fields });
  return aPlan({ objectives: [anObjective({ keyResults: [keyResult] })] });
}

/** As `assess`, on a plan and a snapshot that need not be said; as of the snapshot's instant. */
export function assessed(fields: Partial<AssessInput> = {}): Assessment {
  const { plan = aPlan(), snapshot = aSnapshot(), ...others } = fields;
  return assess({ plan, snapshot, asOf: snapshot.asOf, ...others });
}

/** The one item of a plan, assessed. */
export function assessedItem(item: Contribution, snapshot: Partial<Snapshot> = {}): AssessedItem {
  const { objectives } = assessed({ plan: aPlanOf([item]), snapshot: aSnapshot(snapshot) });
  const found = objectives[0]?.keyResults[0]?.groups[0]?.items[0];
  if (found === undefined) throw new Error("the plan has no item");
  return found;
}

/** The value of a named number. Throws where there is none of that name. */
export function namedValue({ numbers }: Assessment, name: string): number | string | undefined {
  const found = numbers.find((number) => number.name === name);
  if (found === undefined) throw new Error(`there is no number ${name}`);
  return found.value;
}

/** The first item of the first key result. */
export function firstItem({ objectives: [objective] }: Assessment): AssessedItem | undefined {
  return objective?.keyResults[0]?.groups[0]?.items[0];
}
