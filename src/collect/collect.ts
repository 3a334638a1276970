/** From a plan's sources to a snapshot: all read side by side; one that fails costs its own facts only. */
import { RenderError, SourceError } from "../domain/errors.ts";
import type { Source } from "../domain/facts.ts";
import { queryKey } from "../domain/item-query.ts";
import type { Plan } from "../domain/plan.ts";
import { refKey } from "../domain/ref.ts";
import { snapshotSchemaVersion, type Snapshot } from "../domain/snapshot.ts";
import type { Instant } from "../domain/time.ts";
import { carryOver, type Carried, type Gap } from "./carry-over.ts";
import type { CollectContext, Collected, SourceKind } from "./contract.ts";

/** A source as the plan wants it. */
export interface ChosenSource {
  readonly id: string;
  readonly kind: SourceKind<unknown>;
  readonly settings: unknown;
  readonly isRequired: boolean;
}

export interface CollectWorld extends Pick<CollectContext, "web" | "files" | "pause"> {
  /** What is wrong with a snapshot by its schema; empty where nothing is. */
  faultsOf(snapshot: Snapshot): readonly { readonly path: string; readonly message: string }[];
  /** Says how a source is getting on. */
  tell(event: SourceEvent): void;
}

export interface SourceEvent {
  readonly id: string;
  readonly kind: "started" | "working" | "done" | "carried" | "failed";
  readonly message: string;
}

export interface CollectRun {
  readonly plan: Plan;
  readonly asOf: Instant;
  readonly previous?: Snapshot;
}

/**
 * The facts of now. Throws a SourceError only where a source failed that the plan calls required, or
 * where none gave anything; the others' facts are carried over from the snapshot before, or missing, and said to be.
 */
export async function collect(
  world: CollectWorld,
  run: CollectRun,
  sources: readonly ChosenSource[],
): Promise<Snapshot> {
  const outcomes = await Promise.all(sources.map((source) => attempt(world, run, source)));
  refuseWithoutRequired(outcomes);
  const snapshot = merge(world, run, outcomes);
  refuseEmpty(snapshot);
  return snapshot;
}

type Outcome = { readonly source: ChosenSource } & (
  { readonly collected: Collected } | { readonly failure: SourceError }
);

async function attempt(
  world: CollectWorld,
  run: CollectRun,
  source: ChosenSource,
): Promise<Outcome> {
  const { id, kind, settings } = source;
  const tell = (message: string) => world.tell({ id, kind: "working", message });
  const { web, files, pause } = world;
  world.tell({ id, kind: "started", message: kind.kind });
  try {
    const context = { ...run, id, web, files, pause, tell };
    const collected = await kind.collect(context, settings);
    refuseMisfits(world, run, collected);
    world.tell({ id, kind: "done", message: collected.cost ?? "" });
    return { source, collected };
  } catch (error) {
    // A recording that cannot be kept is no fault of the source.
    if (error instanceof RenderError) throw error;
    return { source, failure: asSourceError(error) };
  }
}

/** A fault of ours in one source must not cost the others' facts; it is told as what it is. */
function asSourceError(error: unknown): SourceError {
  if (error instanceof SourceError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const hint = "Report it with the recording of the run (--record).";
  const cause = error;
  return new SourceError(`a bug of release-deck: ${message}`, { code: "source-bug", hint, cause });
}

/** What the schema of a snapshot would refuse is refused here, where only this source pays for it. */
function refuseMisfits({ faultsOf }: CollectWorld, run: CollectRun, collected: Collected): void {
  const [first] = faultsOf({ ...blank(run), ...collected.facts, sources: collected.sources });
  if (first === undefined) return;
  const message = `what it gave cannot be used: ${first.path}: ${first.message}`;
  throw new SourceError(message, { code: "source-misfit" });
}

function blank({ plan, asOf }: CollectRun): Snapshot {
  return {
    schemaVersion: snapshotSchemaVersion,
    release: plan.release,
    asOf,
    plan: { file: plan.file, text: plan.text },
    sources: [],
    workItems: [],
    jobs: [],
    notices: [],
  };
}

function refuseWithoutRequired(outcomes: readonly Outcome[]): void {
  const failed = outcomes.flatMap((outcome) =>
    "failure" in outcome && outcome.source.isRequired ? [outcome] : [],
  );
  const [first] = failed;
  if (first === undefined) return;
  const words = failed.map(({ source, failure }) => `${source.id}: ${failure.message}`);
  throw new SourceError(`a required source failed: ${words.join("; ")}`, {
    code: "source-required",
    hint: first.failure.hint ?? "Nothing was written; what there was is untouched.",
    cause: first.failure,
  });
}

/** A snapshot in which everything is unknown would stand before those that know something. */
function refuseEmpty({ sources }: Snapshot): void {
  if (sources.length === 0 || sources.some(({ status }) => status !== "failed")) return;
  const [first] = sources;
  throw new SourceError(`no source gave anything: ${first?.message ?? ""}`, {
    code: "source-none",
    hint: "Nothing was written; release-deck doctor looks at each source.",
  });
}

/** In the order of the plan, so that the same answers give the same snapshot whichever came first. */
function merge(world: CollectWorld, run: CollectRun, outcomes: readonly Outcome[]): Snapshot {
  let snapshot = blank(run);
  const wanted = wantedKeys(run.plan);
  for (const outcome of outcomes) {
    if ("collected" in outcome) snapshot = withCollected(snapshot, outcome.collected);
  }
  for (const outcome of outcomes) {
    const gap = gapOf(outcome, wanted);
    if (gap === undefined) continue;
    const filled = withGap(run, snapshot, gap);
    world.tell({ id: gap.id, kind: filled.kind, message: gap.message });
    snapshot = filled.snapshot;
  }
  return snapshot;
}

function withCollected(snapshot: Snapshot, { facts, sources, notices }: Collected): Snapshot {
  const joined = join(snapshot, { facts, sources });
  return { ...joined, notices: [...joined.notices, ...notices] };
}

/** What a source owes: everything where it failed, else what it says is missing. */
function gapOf(outcome: Outcome, wanted: readonly string[]): Gap | undefined {
  const { id, kind } = outcome.source;
  const { slot } = kind;
  const title = `${slot} (${kind.kind})`;
  if ("failure" in outcome) return { slot, id, title, message: outcome.failure.message, wanted };
  const { missing = [] } = outcome.collected;
  if (missing.length === 0) return undefined;
  return { slot, id, title, message: "it did not answer for all references", wanted: missing };
}

function withGap(run: CollectRun, snapshot: Snapshot, gap: Gap) {
  const taken = new Set(snapshot.sources.map((source) => source.id));
  const carried = run.previous && carryOver(run.previous, gap, taken);
  if (carried !== undefined) return { kind: "carried", snapshot: join(snapshot, carried) } as const;
  if (taken.has(gap.id)) return { kind: "failed", snapshot } as const;
  const { id, slot: kind, title, message } = gap;
  const failed: Source = { id, kind, title, retrievedAt: run.asOf, status: "failed", message };
  const sources = [...snapshot.sources, failed];
  return { kind: "failed", snapshot: { ...snapshot, sources } } as const;
}

function join(snapshot: Snapshot, { facts, sources }: Carried): Snapshot {
  const known = new Set(snapshot.workItems.map(({ ref }) => ref));
  const { workItems = [], jobs = [], ...others } = facts;
  const lists = optionalLists.flatMap((list) => {
    const added = facts[list];
    return added === undefined ? [] : [[list, [...(snapshot[list] ?? []), ...added]] as const];
  });
  return {
    ...snapshot,
    ...others,
    ...Object.fromEntries(lists),
    sources: [...snapshot.sources, ...sources],
    workItems: [...snapshot.workItems, ...workItems.filter(({ ref }) => !known.has(ref))],
    jobs: [...snapshot.jobs, ...jobs],
  };
}

/** Absent from a snapshot where no source has told of them. */
const optionalLists = ["found", "exceptions", "enhancements", "meetings", "history"] as const;

/** What a plan wants to know of work items: its references as keys, and the keys of its queries. */
function wantedKeys({ objectives }: Plan): readonly string[] {
  const groups = objectives.flatMap(({ keyResults }) => keyResults.flatMap((one) => one.groups));
  return groups.flatMap(({ items, from }) => [
    ...items.flatMap(({ refs, needs }) => [...refs, ...needs].map(refKey)),
    ...(from === undefined ? [] : [queryKey(from)]),
  ]);
}
