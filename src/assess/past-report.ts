/** An earlier report, as far as it is kept: its facts, and the plan that they were collected under. */
import type { Plan } from "../domain/plan.ts";
import type { Snapshot } from "../domain/snapshot.ts";

export interface PastReport {
  readonly plan: Plan;
  readonly snapshot: Snapshot;
}
