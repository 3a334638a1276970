/** The report to compare with, and the snapshot before it, which alone can show that a change came back. */
import {
  loadSnapshot,
  loadSnapshotOrNotice,
  newestAtOrBefore,
  type SnapshotFile,
} from "../archive/archive.ts";
import { parseAsOf } from "../archive/as-of.ts";
import type { AssessInput } from "../assess/assess.ts";
import { PlanError } from "../domain/errors.ts";
import type { Notice } from "../domain/notice.ts";
import { fileNameOf } from "../domain/place.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import { parsePlan } from "../plan/parse-plan.ts";
import type { Files } from "../ports.ts";
import { refuseOtherRelease } from "./other-release.ts";

export interface Earlier extends Pick<AssessInput, "since" | "older"> {
  /** Why a snapshot of the series could not be used. */
  readonly notices: readonly Notice[];
}

/** What a run is about, as far as comparing needs it. */
export interface Current {
  readonly series: readonly SnapshotFile[];
  readonly snapshot: Snapshot;
}

/**
 * What a person asked to compare with must be there and fit: a PlanError says what is wrong. The
 * snapshot before, which nobody asked for, is left out with a notice where it cannot be used.
 */
export async function loadEarlier(
  files: Files,
  current: Current,
  asked: string | undefined,
): Promise<Earlier> {
  const before = current.series.filter(({ asOf }) => asOf < current.snapshot.asOf);
  if (asked !== undefined) return loadAsked(files, current, askedPath(asked, before));
  const last = before.at(-1);
  return last === undefined ? { notices: [] } : loadLast(files, current, last.path);
}

function askedPath(asked: string, before: readonly SnapshotFile[]): string {
  if (asked.endsWith(".json")) return asked;
  const found = newestAtOrBefore(before, parseAsOf(asked));
  if (found !== undefined) return found.path;
  throw new PlanError(`there is no earlier snapshot at or before ${asked}`, {
    code: "snapshot-missing",
    hint: "--since takes a day, or a snapshot file",
  });
}

async function loadAsked(files: Files, current: Current, path: string): Promise<Earlier> {
  return compareWith(files, current, { path, snapshot: await loadSnapshot(files, path) });
}

async function loadLast(files: Files, current: Current, path: string): Promise<Earlier> {
  const found = await loadSnapshotOrNotice(files, path);
  if ("notice" in found) return { notices: [withoutFolder(found.notice, path)] };
  try {
    return await compareWith(files, current, { path, snapshot: found.snapshot });
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    const { code, message } = error;
    const notice: Notice = { code, severity: "warning", subject: path, message };
    return { notices: [withoutFolder(notice, path)] };
  }
}

/** Throws a PlanError for a snapshot of another release, one that is not earlier, or one whose plan is broken. */
async function compareWith(
  files: Files,
  current: Current,
  { path, snapshot }: { readonly path: string; readonly snapshot: Snapshot },
): Promise<Earlier> {
  refuseOtherRelease(current.snapshot.release, snapshot, path);
  refuseLater(snapshot, current.snapshot);
  const since = { plan: parsePlan(snapshot.plan.file, snapshot.plan.text), snapshot };
  return { since, ...(await loadOlder(files, current, snapshot)) };
}

async function loadOlder(
  files: Files,
  { series }: Current,
  since: Snapshot,
): Promise<Omit<Earlier, "since">> {
  const file = series.findLast(({ asOf }) => asOf < since.asOf);
  if (file === undefined) return { notices: [] };
  const found = await loadSnapshotOrNotice(files, file.path);
  if ("notice" in found) return { notices: [withoutFolder(found.notice, file.path)] };
  return { older: found.snapshot, notices: [] };
}

/** A notice ends in the deck, where the folders of one machine have no place. */
function withoutFolder(notice: Notice, path: string): Notice {
  const name = fileNameOf(path);
  return { ...notice, subject: name, message: notice.message.replaceAll(path, name) };
}

function refuseLater(since: Snapshot, current: Snapshot): void {
  if (since.asOf < current.asOf) return;
  throw new PlanError(`--since ${since.asOf} is not before ${current.asOf}`, {
    code: "since",
    hint: "compare with an earlier snapshot",
  });
}
