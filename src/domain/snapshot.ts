/** What is known of a release as of one instant. */
import type {
  CiJob,
  CoverageSnapshot,
  Enhancement,
  FreezeException,
  Meeting,
  Source,
  Timeline,
  WorkItem,
} from "./facts.ts";
import type { FoundItems } from "./item-query.ts";
import type { Notice } from "./notice.ts";
import type { PullHistory } from "./pull-history.ts";
import type { Release } from "./release.ts";
import type { Instant } from "./time.ts";

/** Version of the snapshot format that this code writes. Older ones are migrated, newer ones refused. */
export const snapshotSchemaVersion = 1;

/** The lists of a snapshot whose facts each name their source. */
export const factLists = [
  "workItems",
  "found",
  "jobs",
  "exceptions",
  "enhancements",
  "meetings",
  "history",
] as const;

/** Where the parts of a coverage name their sources. */
export const coverageSources = [
  "source",
  "debtSource",
  "ineligibleSource",
  "endpointsSource",
  "categoriesSource",
] as const;

/** All facts as of one instant. Written once, never edited. */
export interface Snapshot {
  readonly schemaVersion: typeof snapshotSchemaVersion;
  readonly release: Release;
  readonly asOf: Instant;
  /** The plan that it was collected under: its file's name and its text. */
  readonly plan: { readonly file: string; readonly text: string };
  readonly sources: readonly Source[];
  readonly workItems: readonly WorkItem[];
  /** What the queries of the plan found, each once. */
  readonly found?: readonly FoundItems[];
  readonly coverage?: CoverageSnapshot;
  readonly timeline?: Timeline;
  readonly jobs: readonly CiJob[];
  readonly exceptions?: readonly FreezeException[];
  readonly enhancements?: readonly Enhancement[];
  readonly meetings?: readonly Meeting[];
  /** What repositories did before, to learn their habits from; each once. */
  readonly history?: readonly PullHistory[];
  readonly notices: readonly Notice[];
}
