/** What all items of a plan share when their risk is told. */
import type { WorkItem } from "../../domain/facts.ts";
import type { Plan } from "../../domain/plan.ts";
import type { Snapshot } from "../../domain/snapshot.ts";
import type { Instant } from "../../domain/time.ts";
import type { ReferenceOf } from "./past.ts";

export interface RiskContext {
  readonly plan: Plan;
  readonly asOf: Instant;
  readonly workItems: ReadonlyMap<string, WorkItem>;
  readonly facts: Pick<Snapshot, "exceptions" | "timeline">;
  readonly referenceOf: ReferenceOf;
}
