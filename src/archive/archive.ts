/** The snapshots of a plan on disk: one file each, named by its instant, added and never changed. */
import { PlanError } from "../domain/errors.ts";
import type { Notice } from "../domain/notice.ts";
import { checkedPlanName } from "../domain/plan-name.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import type { Instant } from "../domain/time.ts";
import type { Files } from "../ports.ts";
import { instantOf, stampOf } from "./as-of.ts";
import { formatSnapshot, parseSnapshot } from "./parse-snapshot.ts";

const maxSnapshotBytes = 16 * 1024 * 1024;
const ending = ".json";

/** A snapshot that is there, known by the name of its file only. */
export interface SnapshotFile {
  readonly asOf: Instant;
  readonly path: string;
}

/** Where a plan's snapshot lies: `<data>/snapshots/<plan>/2020-10-22T080000Z.json`. */
export function snapshotPath(data: string, planName: string, asOf: Instant): string {
  return `${folderOf(data, planName)}/${stampOf(asOf)}${ending}`;
}

/** All snapshots of a plan, the oldest first; none is opened. Files that are not named by an instant are no snapshots. */
export async function findSnapshots(
  files: Files,
  data: string,
  planName: string,
): Promise<readonly SnapshotFile[]> {
  const folder = folderOf(data, planName);
  const names = await files.list(folder);
  return names.flatMap((name) => {
    const asOf = instantInName(name);
    return asOf === undefined ? [] : [{ asOf, path: `${folder}/${name}` }];
  });
}

/** The last of `snapshots`, the oldest first, that is not after `asOf`. */
export function newestAtOrBefore(
  snapshots: readonly SnapshotFile[],
  asOf: Instant,
): SnapshotFile | undefined {
  return snapshots.findLast((snapshot) => snapshot.asOf <= asOf);
}

/**
 * Reads one snapshot. Throws a PlanError that names the file where it is missing, damaged, of another
 * format, or of another instant than its name says.
 */
export async function loadSnapshot(files: Files, path: string): Promise<Snapshot> {
  const text = await files.readText(path, maxSnapshotBytes);
  if (text === undefined) {
    const hint = "Check the name; the snapshots of a plan lie in snapshots/ of the data folder.";
    throw new PlanError(`there is no snapshot ${path}`, { code: "snapshot-missing", hint });
  }
  const snapshot = parseSnapshot(path, text);
  const named = instantInName(path.slice(path.lastIndexOf("/") + 1));
  if (named === undefined || named === snapshot.asOf) return snapshot;
  throw new PlanError(`${path} holds a snapshot as of ${snapshot.asOf}`, {
    code: "snapshot-misnamed",
    hint: "Give the file the name that it had.",
  });
}

/** Reads one snapshot of a series; one that `loadSnapshot` would refuse becomes a notice, and the series a gap. */
export async function loadSnapshotOrNotice(
  files: Files,
  path: string,
): Promise<{ readonly snapshot: Snapshot } | { readonly notice: Notice }> {
  try {
    return { snapshot: await loadSnapshot(files, path) };
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    const { code } = error;
    return { notice: { code, severity: "warning", subject: path, message: firstSaid(error) } };
  }
}

function firstSaid({ message, problems: [first] }: PlanError): string {
  if (first === undefined) return message;
  const place = first.at && ` (line ${first.at.line}, column ${first.at.column})`;
  return `${message}: ${first.message}${place ?? ""}`;
}

/** Adds a snapshot and gives its path. Throws a PlanError where there is one of the same instant: nothing is ever replaced. */
export async function writeSnapshot(
  files: Files,
  place: { readonly data: string; readonly planName: string },
  snapshot: Snapshot,
): Promise<string> {
  const path = snapshotPath(place.data, place.planName, snapshot.asOf);
  await files.create(path, new TextEncoder().encode(formatSnapshot(snapshot)));
  return path;
}

function folderOf(data: string, planName: string): string {
  return `${data}/snapshots/${checkedPlanName(planName)}`;
}

function instantInName(name: string): Instant | undefined {
  return name.endsWith(ending) ? instantOf(name.slice(0, -ending.length)) : undefined;
}
