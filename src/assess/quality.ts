/** What a reader must know about the facts themselves: missing, old, from the future. */
import { age, daysBetween } from "../calendar.ts";
import type { Source } from "../domain/facts.ts";
import type { Notice } from "../domain/notice.ts";
import type { Contribution, Plan } from "../domain/plan.ts";
import { refKey } from "../domain/ref.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import type { Instant } from "../domain/time.ts";
import { findKind } from "../key-results/registry.ts";
import { queryNotices } from "./found-items.ts";
import { workItemsByRef } from "./work-items.ts";

/** Facts older than this are called stale; the update is bi-weekly. */
const staleDays = 14;

export function qualityNotices(plan: Plan, snapshot: Snapshot, asOf: Instant): readonly Notice[] {
  return [
    ...snapshot.sources.flatMap((source) => sourceNotices(source, snapshot.asOf, asOf)),
    ...missingNotices(plan, snapshot),
    ...missingRow(plan, snapshot),
    ...unknownFreezes(plan, snapshot),
    ...queryNotices(plan, snapshot),
    ...unknownRefs(plan, snapshot),
  ];
}

function sourceNotices(source: Source, takenAt: Instant, asOf: Instant): readonly Notice[] {
  const finding = sourceFinding(source, takenAt, asOf);
  if (finding === undefined) return [];
  const { title: subject, url } = source;
  return [{ subject, ...(url === undefined ? {} : { url }), ...finding }];
}

type Finding = Pick<Notice, "code" | "severity" | "message">;

/** The gravest thing to say about a source; undefined where all is well. */
function sourceFinding(source: Source, takenAt: Instant, asOf: Instant): Finding | undefined {
  const { status, retrievedAt } = source;
  const said = source.message === undefined ? "" : ` (${source.message})`;
  const day = retrievedAt.slice(0, 10);
  if (status === "failed") {
    const message = `could not be read${said}; its facts are unknown`;
    return { code: "source-failed", severity: "warning", message };
  }
  if (status === "carried") {
    const message = `could not be read${said}; facts as of ${day}`;
    return { code: "source-carried", severity: "warning", message };
  }
  if (retrievedAt > takenAt) {
    const message = `is dated ${retrievedAt}, after the snapshot (${takenAt})`;
    return { code: "source-from-the-future", severity: "warning", message };
  }
  if (daysBetween(day, asOf.slice(0, 10)) > staleDays) {
    const message = `is ${age(retrievedAt, asOf)} old`;
    return { code: "source-stale", severity: "info", message };
  }
  return undefined;
}

/** Every release has a calendar; coverage is missed where the plan names a source or a key result of it. */
function missingNotices(plan: Plan, { coverage, timeline, asOf }: Snapshot): readonly Notice[] {
  const missing = (what: string): Notice => ({
    code: "facts-missing",
    severity: "warning",
    subject: what,
    message: `the snapshot of ${asOf} holds no ${what}; what depends on it is unknown`,
  });
  return [
    ...(coverage === undefined && asksForCoverage(plan) ? [missing("coverage")] : []),
    ...(timeline === undefined ? [missing("release calendar")] : []),
  ];
}

/** An export may not have begun with a new release, and a table of one's own may lack it. */
function missingRow({ release }: Plan, { coverage }: Snapshot): readonly Notice[] {
  if (coverage === undefined || coverage.releases.some((row) => row.release === release)) return [];
  const message = `holds no row of ${release}; what depends on it is unknown`;
  return [{ code: "coverage-row-missing", severity: "warning", subject: "coverage", message }];
}

function asksForCoverage({ sources, objectives }: Plan): boolean {
  const kinds = objectives.flatMap(({ keyResults }) => keyResults.map(({ kind }) => kind));
  return "coverage" in sources || kinds.some((kind) => findKind(kind)?.needsCoverage === true);
}

function unknownFreezes(plan: Plan, { timeline }: Snapshot): readonly Notice[] {
  if (timeline === undefined) return [];
  const known = new Set(timeline.events.map(({ id }) => id));
  return plan.objectives
    .flatMap(({ keyResults }) => keyResults)
    .flatMap(({ id, freeze, at }) => {
      if (freeze === undefined || known.has(freeze)) return [];
      const message = `the release calendar holds no "${freeze}", by which it is bound`;
      return [{ code: "freeze-unknown", severity: "warning", subject: id, message, at }];
    });
}

/** Where a person has set the stage, nobody misses the facts. */
function unknownRefs(plan: Plan, snapshot: Snapshot): readonly Notice[] {
  const told = [...workItemsByRef(snapshot)].filter(([, { state }]) => state !== undefined);
  const known = new Set(told.map(([ref]) => ref));
  const items = plan.objectives.flatMap(({ keyResults }) =>
    keyResults.flatMap(({ groups }) => groups.flatMap((group) => group.items)),
  );
  return items
    .filter(({ override }) => override === undefined)
    .flatMap((item) => refNotices(item, known));
}

function refNotices({ title, refs, needs, at }: Contribution, known: ReadonlySet<string>) {
  return [...refs, ...needs]
    .map(refKey)
    .filter((key) => !known.has(key))
    .map((key) => ({
      code: "reference-unknown",
      severity: "warning" as const,
      subject: title,
      message: `no source says how ${key} stands`,
      at,
    }));
}
