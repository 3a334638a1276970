/** What a snapshot file holds: the exact keys, the sizes that are allowed, and what must fit together. */
import { z } from "zod";
import { isTimeZone } from "../calendar.ts";
import type { Severity } from "../domain/notice.ts";
import { parseRef, refKey } from "../domain/ref.ts";
import { compareReleases, parseRelease } from "../domain/release.ts";
import { snapshotSchemaVersion, type Snapshot } from "../domain/snapshot.ts";
import { findMisfits } from "./consistency.ts";

const name = z.string().min(1).max(200);
const line = z.string().max(20_000);
const url = z
  .string()
  .max(2_000)
  .regex(/^https?:\/\/\S+$/, "expected an address that begins with https:// or http://");
const instant = z.iso.datetime({
  precision: 0,
  error: "expected an instant in UTC such as 2020-10-22T08:00:00Z",
});
const day = z.iso.date("expected a day such as 2020-10-22");
const count = z.int().min(0).max(1e9);
const release = z
  .string()
  .max(20)
  .refine((text) => parseRelease(text) === text, "expected a release such as 1.20");
const ref = z.string().max(200).refine(isRefKey, "expected a reference such as owner/name#123");

const source = z.strictObject({
  id: name,
  kind: name,
  title: line,
  url,
  retrievedAt: instant,
  commit: z.exactOptional(name),
  status: z.enum(["ok", "carried", "failed"]),
  message: z.exactOptional(line),
});

const workItem = z.strictObject({
  ref,
  kind: z.enum(["pull-request", "issue"]),
  state: z.exactOptional(z.enum(["open", "closed", "merged"])),
  stateReason: z.exactOptional(z.enum(["completed", "not-planned", "duplicate"])),
  title: z.exactOptional(line),
  url,
  author: z.exactOptional(name),
  isDraft: z.exactOptional(z.boolean()),
  labels: z.exactOptional(z.array(name).max(200)),
  milestone: z.exactOptional(line),
  createdAt: z.exactOptional(instant),
  updatedAt: z.exactOptional(instant),
  mergedAt: z.exactOptional(instant),
  closedAt: z.exactOptional(instant),
  source: name,
});

const releaseCoverage = z
  .strictObject({
    release,
    total: count,
    tested: count,
    promoted: z.exactOptional(count),
    newTested: z.exactOptional(count),
    newWithTests: z.exactOptional(count),
    oldTested: z.exactOptional(count),
    stillUntested: z.exactOptional(count),
  })
  .refine(({ tested, total }) => tested <= total, "more are tested than there are");

const releaseDebt = z
  .strictObject({ release, promoted: count, untested: count })
  .refine(({ untested, promoted }) => untested <= promoted, "more are untested than were promoted");

const coverage = z.strictObject({
  source: name,
  debtSource: z.exactOptional(name),
  ineligibleSource: z.exactOptional(name),
  unit: name,
  releases: z
    .array(releaseCoverage)
    .max(500)
    .refine(isOldestFirst, "expected the oldest release first, each once"),
  debt: z.exactOptional(
    z
      .array(releaseDebt)
      .max(500)
      .refine(isOldestFirst, "expected the oldest release first, each once"),
  ),
  ineligible: z.exactOptional(z.array(name).max(20_000)),
});

const timelineEvent = z.strictObject({
  id: name,
  title: line,
  date: day,
  endDate: z.exactOptional(day),
  instant: z.exactOptional(instant),
  zone: z.exactOptional(
    name.refine(isTimeZone, "expected a time zone such as America/Los_Angeles"),
  ),
  text: z.exactOptional(line),
});

const timeline = z.strictObject({
  source: name,
  url,
  events: z.array(timelineEvent).max(1_000),
  earlierCycles: z.exactOptional(
    z.array(z.strictObject({ release, start: day, end: day })).max(500),
  ),
});

const job = z.strictObject({
  name,
  instance: name,
  state: z.enum(["passing", "failing", "flaking", "unknown"]),
  since: z.exactOptional(day),
  note: z.exactOptional(line),
  url,
  source: name,
});

const severities = ["info", "warning", "error"] as const satisfies readonly Severity[];
const position = z.int().min(1);

const notice = z.strictObject({
  code: name,
  severity: z.enum(severities),
  subject: line,
  message: line,
  url: z.exactOptional(url),
  at: z.exactOptional(z.strictObject({ file: line, line: position, column: position })),
});

/** A snapshot; parsing gives its keys in the order in which they stand here. */
export const snapshotSchema = z
  .strictObject({
    schemaVersion: z.literal(snapshotSchemaVersion),
    release,
    asOf: instant,
    plan: z.strictObject({ file: line, text: z.string().max(1_000_000) }),
    sources: z.array(source).max(1_000),
    workItems: z.array(workItem).max(20_000),
    coverage: z.exactOptional(coverage),
    timeline: z.exactOptional(timeline),
    jobs: z.array(job).max(1_000),
    notices: z.array(notice).max(20_000),
  })
  .check(({ value, issues }) => {
    for (const { path, message } of findMisfits(value)) {
      issues.push({ code: "custom", path: [...path], message, input: value });
    }
  });

/** Something that is wrong in a snapshot, and its JSON path, e.g. `workItems[3].state`; empty for the whole. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

type Checked = { readonly snapshot: Snapshot } | { readonly faults: readonly Fault[] };

/** Checks anything against the schema; the snapshot that it gives has its keys in the schema's order. */
export function checkSnapshot(input: unknown): Checked {
  // Making code for the few snapshots of a run first takes longer than that saves.
  const { success, data, error } = snapshotSchema.safeParse(input, { jitless: true });
  if (success) return { snapshot: data };
  return {
    faults: error.issues.map(({ path, message }) => ({ path: z.core.toDotPath(path), message })),
  };
}

/** JSON Schema of a snapshot file, for editors and other programs. */
export function snapshotJsonSchema(): z.core.JSONSchema.BaseSchema {
  return { title: "release-deck snapshot", ...z.toJSONSchema(snapshotSchema) };
}

function isRefKey(text: string): boolean {
  const found = parseRef(text);
  return found !== undefined && refKey(found) === text;
}

function isOldestFirst(rows: readonly { readonly release: string }[]): boolean {
  return rows.every(({ release }, index) => {
    const before = rows[index - 1];
    return before === undefined || compareReleases(before.release, release) < 0;
  });
}
