/** What a reader must know about the facts themselves: missing, old, contradictory, from the future. */
import { age, daysBetween } from "../calendar.ts";
import type { Notice } from "../domain/notice.ts";
import type { Plan } from "../domain/plan.ts";
import { refKey } from "../domain/ref.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import type { Instant } from "../domain/time.ts";

/** Facts older than this are called stale; the update is bi-weekly. */
const staleDays = 14;

export function qualityNotices(plan: Plan, snapshot: Snapshot, asOf: Instant): readonly Notice[] {
  return [
    ...snapshot.sources.flatMap((source) => sourceNotices(source, snapshot.asOf, asOf)),
    ...missingNotices(snapshot),
    ...unknownRefs(plan, snapshot),
  ];
}

function sourceNotices(
  source: Snapshot["sources"][number],
  snapshotAsOf: Instant,
  asOf: Instant,
): readonly Notice[] {
  const about = { subject: source.title, url: source.url };
  const said = source.message === undefined ? "" : ` (${source.message})`;
  const day = source.retrievedAt.slice(0, 10);
  if (source.status === "failed") {
    return [
      {
        ...about,
        code: "source-failed",
        severity: "warning",
        message: `could not be read${said}; its facts are unknown`,
      },
    ];
  }
  if (source.status === "carried") {
    return [
      {
        ...about,
        code: "source-carried",
        severity: "warning",
        message: `could not be read${said}; facts as of ${day}`,
      },
    ];
  }
  if (source.retrievedAt > snapshotAsOf) {
    return [
      {
        ...about,
        code: "source-from-the-future",
        severity: "warning",
        message: `is dated ${source.retrievedAt}, after the snapshot (${snapshotAsOf})`,
      },
    ];
  }
  if (daysBetween(day, asOf.slice(0, 10)) > staleDays) {
    return [
      {
        ...about,
        code: "source-stale",
        severity: "info",
        message: `is ${age(source.retrievedAt, asOf)} old`,
      },
    ];
  }
  return [];
}

function missingNotices(snapshot: Snapshot): readonly Notice[] {
  const missing = (what: string): Notice => ({
    code: "facts-missing",
    severity: "warning",
    subject: what,
    message: `the snapshot of ${snapshot.asOf} holds no ${what}; what depends on it is unknown`,
  });
  return [
    ...(snapshot.coverage === undefined ? [missing("coverage")] : []),
    ...(snapshot.timeline === undefined ? [missing("release calendar")] : []),
  ];
}

function unknownRefs(plan: Plan, snapshot: Snapshot): readonly Notice[] {
  const known = new Set(snapshot.workItems.map(({ ref }) => ref));
  const items = plan.objectives.flatMap(({ keyResults }) =>
    keyResults.flatMap(({ groups }) => groups.flatMap((group) => group.items)),
  );
  return items.flatMap((item) =>
    [...item.refs, ...item.needs]
      .filter((ref) => !known.has(refKey(ref)))
      .map((ref) => ({
        code: "reference-unknown",
        severity: "warning" as const,
        subject: item.title,
        message: `no source says how ${refKey(ref)} stands`,
        at: item.at,
      })),
  );
}
