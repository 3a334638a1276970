/** From the world to a snapshot in the archive. */
import {
  findSnapshots,
  loadSnapshotOrNotice,
  writeSnapshot,
  type SnapshotFile,
} from "../archive/archive.ts";
import { checkSnapshot } from "../archive/schema.ts";
import { collect, type SourceEvent } from "../collect/collect.ts";
import type { Plan } from "../domain/plan.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import type { Instant } from "../domain/time.ts";
import { parsePlan } from "../plan/parse-plan.ts";
import type { Files, Pause, Web } from "../ports.ts";
import type { PlanText } from "./load-inputs.ts";
import { sourcesOf } from "./plan-sources.ts";

export type { SourceEvent } from "../collect/collect.ts";

/** The world as collecting needs it. */
export interface CollectEffects {
  readonly files: Files;
  readonly web: Web;
  readonly pause: Pause;
  tell(event: SourceEvent): void;
}

export interface CollectInput {
  readonly plan: PlanText;
  /** Folder that holds `snapshots/`. */
  readonly data: string;
  /** The one "now" of the whole run. */
  readonly asOf: Instant;
}

export interface CollectedSnapshot {
  readonly path: string;
  readonly snapshot: Snapshot;
}

/**
 * Reads all sources of the plan and adds what they say to the archive. Throws a PlanError for a plan
 * that cannot be used, before anything is asked of the net, and a SourceError where a required source failed.
 */
export async function collectSnapshot(
  effects: CollectEffects,
  { plan: { file, text }, data, asOf }: CollectInput,
): Promise<CollectedSnapshot> {
  const plan = parsePlan(file, text);
  const sources = sourcesOf(plan);
  const series = await findSnapshots(effects.files, data, plan.name);
  const earlier = series.filter((file) => file.asOf < asOf);
  const previous = await newestReadable(effects.files, earlier, plan);
  const world = { ...effects, faultsOf };
  const run = { plan, asOf, ...(previous && { previous }) };
  const snapshot = await collect(world, run, sources);
  const path = await writeSnapshot(effects.files, { data, planName: plan.name }, snapshot);
  return { path, snapshot };
}

/** The newest that can be read: a damaged one is a gap, which `check` names. */
async function newestReadable(
  files: Files,
  series: readonly SnapshotFile[],
  { release }: Plan,
): Promise<Snapshot | undefined> {
  for (const file of series.toReversed()) {
    const found = await loadSnapshotOrNotice(files, file.path);
    if ("snapshot" in found && found.snapshot.release === release) return found.snapshot;
  }
  return undefined;
}

function faultsOf(snapshot: Snapshot) {
  const checked = checkSnapshot(snapshot);
  return "faults" in checked ? checked.faults : [];
}
