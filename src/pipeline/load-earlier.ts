/** The earlier reports of the series: the one to compare with, the snapshot before it, and all of them as history. */
import {
  loadSnapshot,
  loadSnapshotOrNotice,
  newestAtOrBefore,
  type SnapshotFile,
} from "../archive/archive.ts";
import { parseAsOf } from "../archive/as-of.ts";
import type { AssessInput } from "../assess/assess.ts";
import type { PastReport } from "../assess/past-report.ts";
import { PlanError } from "../domain/errors.ts";
import type { Notice } from "../domain/notice.ts";
import { fileNameOf } from "../domain/place.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import type { Instant } from "../domain/time.ts";
import { parsePlan } from "../plan/parse-plan.ts";
import type { Files } from "../ports.ts";
import { refuseOtherRelease } from "./other-release.ts";

export interface Earlier extends Pick<AssessInput, "since" | "older" | "past"> {
  /** Why a snapshot of the series could not be used. */
  readonly notices: readonly Notice[];
}

/** What a run is about, as far as comparing needs it. */
export interface Current {
  readonly series: readonly SnapshotFile[];
  readonly snapshot: Snapshot;
  /** What the reports that were posted are as of. */
  readonly published: readonly Instant[];
}

/**
 * What a person asked to compare with must be there and fit: a PlanError says what is wrong. Any
 * other snapshot of the series that cannot be used is a gap in it, with a notice.
 */
export async function loadEarlier(
  files: Files,
  current: Current,
  asked: string | undefined,
): Promise<Earlier> {
  const before = current.series.filter(({ asOf }) => asOf < current.snapshot.asOf);
  const since = asked === undefined ? undefined : await loadAsked(files, current, asked);
  const found: Found[] = [];
  for (const { path } of before) found.push(await loadOrNotice(files, current, path));
  const past = found.flatMap(({ report }) => report ?? []);
  const last = lastReport(current, before);
  // Nobody asked for another one, so the last is not replaced by the one before it.
  const compared = asked === undefined ? found[last.index]?.report : since;
  const notices = found.flatMap(({ notice }) => notice ?? []);
  return {
    past,
    ...(compared === undefined ? {} : withOlder(compared, past)),
    notices: asked === undefined ? [...last.notices, ...notices] : notices,
  };
}

/** The snapshot of the last report that people have seen; the last of all where none was posted. */
function lastReport({ snapshot, published }: Current, before: readonly SnapshotFile[]) {
  const asOf = published
    .filter((one) => one < snapshot.asOf)
    .toSorted()
    .at(-1);
  const index = before.findIndex((file) => file.asOf === asOf);
  if (asOf === undefined || index >= 0) {
    return { index: asOf === undefined ? before.length - 1 : index, notices: [] };
  }
  const message = `the last report that was posted is as of ${asOf}, and its snapshot is not there: compared with the last that is`;
  const notice: Notice = { code: "snapshot-missing", severity: "warning", subject: asOf, message };
  return { index: before.length - 1, notices: [notice] };
}

function withOlder(since: PastReport, past: readonly PastReport[]): Omit<Earlier, "notices"> {
  const older = past.findLast(({ snapshot }) => snapshot.asOf < since.snapshot.asOf)?.snapshot;
  return { since, ...(older === undefined ? {} : { older }) };
}

interface Found {
  readonly report?: PastReport;
  readonly notice?: Notice;
}

async function loadAsked(files: Files, current: Current, asked: string): Promise<PastReport> {
  const path = askedPath(asked, current);
  const report = reportOf(current, path, await loadSnapshot(files, path));
  refuseLater(report.snapshot, current.snapshot);
  return report;
}

function askedPath(asked: string, { series, snapshot }: Current): string {
  if (asked.endsWith(".json")) return asked;
  const wanted = parseAsOf(asked);
  const before = series.filter(({ asOf }) => asOf < snapshot.asOf);
  const found = newestAtOrBefore(before, wanted);
  if (found !== undefined) return found.path;
  throw new PlanError(`there is no earlier snapshot at or before ${asked}`, {
    code: "snapshot-missing",
    hint: "--since takes a day, or a snapshot file",
  });
}

async function loadOrNotice(files: Files, current: Current, path: string): Promise<Found> {
  const found = await loadSnapshotOrNotice(files, path);
  if ("notice" in found) return { notice: withoutFolder(found.notice, path) };
  try {
    return { report: reportOf(current, path, found.snapshot) };
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    const { code, message } = error;
    const notice: Notice = { code, severity: "warning", subject: path, message };
    return { notice: withoutFolder(notice, path) };
  }
}

/** Throws a PlanError for a snapshot of another release, and for one whose plan is broken. */
function reportOf(current: Current, path: string, snapshot: Snapshot): PastReport {
  refuseOtherRelease(current.snapshot.release, snapshot, path);
  return { plan: parsePlan(snapshot.plan.file, snapshot.plan.text), snapshot };
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
