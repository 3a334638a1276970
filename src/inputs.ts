/** Which plan and which snapshots a run is about. */
import {
  findSnapshots,
  loadSnapshot,
  loadSnapshotOrNotice,
  newestAtOrBefore,
  type SnapshotFile,
} from "./archive/archive.ts";
import { parseAsOf } from "./archive/as-of.ts";
import type { AssessInput } from "./assess/assess.ts";
import { PlanError } from "./domain/errors.ts";
import type { Notice } from "./domain/notice.ts";
import type { Plan } from "./domain/plan.ts";
import type { Snapshot } from "./domain/snapshot.ts";
import type { Instant } from "./domain/time.ts";
import { parsePlan, planName } from "./plan/parse-plan.ts";
import type { Files } from "./ports.ts";

/** A plan as it was read: the name under which its places are reported, and its text. */
export interface PlanText {
  readonly file: string;
  readonly text: string;
}

/** What a person may choose about the snapshots. */
export interface SnapshotChoice {
  /** Folder that holds `snapshots/`. */
  readonly data: string;
  /** A day or an instant: the past report of then, with the plan of then. */
  readonly asOf?: string;
  /** A snapshot file, in the place of the newest. */
  readonly snapshot?: string;
  /** A snapshot file or a day to compare with, in the place of the snapshot before. */
  readonly since?: string;
}

/** Everything that a run is made from. */
export interface Inputs extends AssessInput {
  /** Files that were read, for the manifest. */
  readonly read: readonly {
    readonly kind: "snapshot" | "earlier-snapshot";
    readonly path: string;
  }[];
  readonly notices: readonly Notice[];
}

/** Throws a PlanError with the place for a plan, a choice or a snapshot that cannot be used. */
export async function loadInputs(
  files: Files,
  planText: PlanText,
  choice: SnapshotChoice,
): Promise<Inputs> {
  // Today's plan is read even for a past report only where that report needs it: it may be broken.
  const today = choice.asOf === undefined ? readPlan(planText) : undefined;
  const series = await findSnapshots(files, choice.data, planName(planText.file));
  const chosen = choose(choice, series, planText);
  const snapshot = await loadSnapshot(files, chosen.path);
  const plan = today ?? readPlan(snapshot.plan);
  refuseOtherRelease(plan, snapshot, chosen.path);
  const asOf = latest(snapshot.asOf, chosen.asOf);
  const since = await loadSince(files, choice, series, snapshot);
  return {
    plan,
    snapshot,
    asOf,
    ...since,
    read: [{ kind: "snapshot", path: chosen.path }, ...since.read],
  };
}

function readPlan({ file, text }: PlanText): Plan {
  return parsePlan(file, text);
}

interface Chosen {
  readonly path: string;
  /** The day that was asked for, where one was. */
  readonly asOf: Instant | undefined;
}

function choose(choice: SnapshotChoice, series: readonly SnapshotFile[], plan: PlanText): Chosen {
  const asOf = choice.asOf === undefined ? undefined : parseAsOf(choice.asOf);
  if (choice.snapshot !== undefined) return { path: choice.snapshot, asOf };
  const found = asOf === undefined ? series.at(-1) : newestAtOrBefore(series, asOf);
  if (found !== undefined) return { path: found.path, asOf };
  const folder = `${choice.data}/snapshots/${planName(plan.file)}`;
  const [oldest] = series;
  throw new PlanError(
    oldest === undefined
      ? `there is no snapshot in ${folder}`
      : `there is no snapshot at or before ${asOf}; the oldest is of ${oldest.asOf}`,
    {
      code: "snapshot-missing",
      hint: "--data names the folder that holds snapshots/, --snapshot a file",
    },
  );
}

function refuseOtherRelease(plan: Plan, snapshot: Snapshot, path: string): void {
  if (plan.release === snapshot.release) return;
  throw new PlanError(
    `${path} is about release ${snapshot.release}, the plan ${plan.file} about ${plan.release}`,
    {
      code: "snapshot-of-another-release",
      hint: "choose another snapshot with --snapshot or --data",
    },
  );
}

/** A snapshot after the day that was asked for would tell of its future. */
function latest(snapshotAsOf: Instant, asked: Instant | undefined): Instant {
  if (asked === undefined || asked.slice(0, 10) === snapshotAsOf.slice(0, 10)) return snapshotAsOf;
  if (asked > snapshotAsOf) return asked;
  throw new PlanError(`the snapshot is of ${snapshotAsOf}, after the day that was asked for`, {
    code: "snapshot-from-the-future",
    hint: "leave --as-of out, or name an earlier snapshot",
  });
}

interface Since {
  readonly since?: { readonly plan: Plan; readonly snapshot: Snapshot };
  readonly older: readonly Snapshot[];
  readonly read: Inputs["read"];
  readonly notices: readonly Notice[];
}

const alone: Since = { older: [], read: [], notices: [] };

/** The report to compare with, and the one before it, which alone can show that a change came back. */
async function loadSince(
  files: Files,
  choice: SnapshotChoice,
  series: readonly SnapshotFile[],
  current: Snapshot,
): Promise<Since> {
  const path = sincePath(choice, series, current);
  if (path === undefined) return alone;
  const found = await loadSnapshotOrNotice(files, path);
  if ("notice" in found) return { ...alone, notices: [found.notice] };
  const { snapshot } = found;
  refuseLater(snapshot, current);
  const before = series.findLast(({ asOf }) => asOf < snapshot.asOf);
  const older = before === undefined ? undefined : await loadSnapshotOrNotice(files, before.path);
  return {
    since: { plan: readPlan(snapshot.plan), snapshot },
    older: older !== undefined && "snapshot" in older ? [older.snapshot] : [],
    read: [path, ...(before === undefined ? [] : [before.path])].map((read) => ({
      kind: "earlier-snapshot",
      path: read,
    })),
    notices: older !== undefined && "notice" in older ? [older.notice] : [],
  };
}

function sincePath(
  { since }: SnapshotChoice,
  series: readonly SnapshotFile[],
  current: Snapshot,
): string | undefined {
  const earlier = series.filter(({ asOf }) => asOf < current.asOf);
  if (since === undefined) return earlier.at(-1)?.path;
  if (since.endsWith(".json")) return since;
  const found = newestAtOrBefore(earlier, parseAsOf(since));
  if (found !== undefined) return found.path;
  throw new PlanError(`there is no earlier snapshot at or before ${since}`, {
    code: "snapshot-missing",
    hint: "--since takes a day, or a snapshot file",
  });
}

function refuseLater(since: Snapshot, current: Snapshot): void {
  if (since.asOf < current.asOf) return;
  throw new PlanError(`--since ${since.asOf} is not before ${current.asOf}`, {
    code: "since",
    hint: "compare with an earlier snapshot",
  });
}
