/** A plan and a snapshot, or two snapshots, of different releases say nothing about each other. */
import { PlanError } from "../domain/errors.ts";
import type { Release } from "../domain/release.ts";
import type { Snapshot } from "../domain/snapshot.ts";

/** Throws a PlanError that names the snapshot's file where it is not about the release of the report. */
export function refuseOtherRelease(release: Release, snapshot: Snapshot, path: string): void {
  if (snapshot.release === release) return;
  throw new PlanError(`${path} is about release ${snapshot.release}, the report about ${release}`, {
    code: "snapshot-of-another-release",
    hint: "choose another snapshot with --snapshot, --since or --data",
  });
}
