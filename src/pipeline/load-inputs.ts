/** Which plan and which snapshots a run is about. */
import {
  findSnapshots,
  loadSnapshot,
  newestAtOrBefore,
  type SnapshotFile,
} from "../archive/archive.ts";
import { parseAsOf } from "../archive/as-of.ts";
import { readLedger, type Ledger } from "../archive/ledger.ts";
import type { AssessInput } from "../assess/assess.ts";
import { PlanError } from "../domain/errors.ts";
import type { Notice } from "../domain/notice.ts";
import type { Plan } from "../domain/plan.ts";
import type { Instant } from "../domain/time.ts";
import { parsePlan, planName } from "../plan/parse-plan.ts";
import type { Files } from "../ports.ts";
import { loadEarlier } from "./load-earlier.ts";
import { refuseOtherRelease } from "./other-release.ts";

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
  /** A snapshot file or a day to compare with, in the place of the last report that was posted. */
  readonly since?: string;
  /** Compares with the last post of any kind, reminders included, in the place of the last report. */
  readonly isReminder?: boolean;
}

/** A snapshot file as it was read, for the manifest. */
export interface ReadFile {
  readonly kind: "snapshot" | "earlier-snapshot";
  readonly path: string;
  readonly text: string;
}

/** Everything that a run is made from. */
export interface Inputs extends AssessInput {
  readonly read: readonly ReadFile[];
  /** What is wrong with earlier snapshots, which a report can do without. */
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
  const texts = new Map<string, string>();
  const noting = notingFiles(files, texts);
  const snapshot = await loadSnapshot(noting, chosen.path);
  const plan = today ?? readPlan(snapshot.plan);
  refuseOtherRelease(plan.release, snapshot, chosen.path);
  const asOf = latest(snapshot.asOf, chosen.asOf);
  const ledger = await readLedger(files, choice.data, planName(planText.file));
  const current = { series, snapshot, published: publishedIn(ledger, choice) };
  const { notices, ...earlier } = await loadEarlier(noting, current, choice.since);
  const read = [...texts].map(([path, text]): ReadFile => ({
    kind: path === chosen.path ? "snapshot" : "earlier-snapshot",
    path,
    text,
  }));
  return { plan, snapshot, asOf, ...earlier, read, notices: [...ledger.notices, ...notices] };
}

function publishedIn(
  { publications }: Ledger,
  { isReminder = false }: SnapshotChoice,
): readonly Instant[] {
  return publications
    .filter(({ state, cut }) => state === "published" && (isReminder || cut !== "reminder"))
    .map(({ asOf }) => asOf);
}

function readPlan({ file, text }: PlanText): Plan {
  return parsePlan(file, text);
}

/** The same files; what is read through them is noted under its path. */
function notingFiles(files: Files, texts: Map<string, string>): Files {
  return {
    ...files,
    async readText(path, maxBytes) {
      const text = await files.readText(path, maxBytes);
      if (text !== undefined) texts.set(path, text);
      return text;
    },
  };
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
      hint: "release-deck collect makes one; --data names the folder that holds snapshots/, --snapshot a file",
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
