/** What a snapshot file holds: the exact keys, the sizes that are allowed, and what must fit together. */
import { z } from "zod";
import type { Severity } from "../domain/notice.ts";
import { packedPattern } from "../domain/pull-history.ts";
import { isRepository } from "../domain/ref.ts";
import { snapshotSchemaVersion, type Snapshot } from "../domain/snapshot.ts";
import { findMisfits } from "./consistency.ts";
import {
  coverage,
  enhancement,
  foundItems,
  freezeException,
  instant,
  job,
  line,
  meeting,
  name,
  release,
  source,
  timeline,
  url,
  workItem,
} from "./facts-schema.ts";

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

const pullHistory = z.strictObject({
  repo: z.string().max(200).refine(isRepository, "expected a repository such as owner/name"),
  since: instant,
  until: instant,
  pulls: z.string().max(2_000_000).regex(packedPattern, "expected packed pull requests"),
  source: name,
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
    found: z.exactOptional(z.array(foundItems).max(200)),
    coverage: z.exactOptional(coverage),
    timeline: z.exactOptional(timeline),
    jobs: z.array(job).max(1_000),
    exceptions: z.exactOptional(z.array(freezeException).max(5_000)),
    enhancements: z.exactOptional(z.array(enhancement).max(5_000)),
    meetings: z.exactOptional(z.array(meeting).max(100)),
    history: z.exactOptional(z.array(pullHistory).max(100)),
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
