/** What each kind of fact in a snapshot file holds: the exact keys and the sizes that are allowed. */
import { z } from "zod";
import { isTimeZone } from "../calendar.ts";
import { parseRef, refKey } from "../domain/ref.ts";
import { compareReleases, parseRelease } from "../domain/release.ts";

export const name = z.string().min(1).max(200);
export const line = z.string().max(20_000);
export const url = z
  .string()
  .max(2_000)
  .regex(/^https?:\/\/\S+$/, "expected an address that begins with https:// or http://");
export const instant = z.iso.datetime({
  precision: 0,
  error: "expected an instant in UTC such as 2020-10-22T08:00:00Z",
});
const day = z.iso.date("expected a day such as 2020-10-22");
const zone = name.refine(isTimeZone, "expected a time zone such as America/Los_Angeles");
const count = z.int().min(0).max(1e9);
export const release = z
  .string()
  .max(20)
  .refine((text) => parseRelease(text) === text, "expected a release such as 1.20");
const ref = z.string().max(200).refine(isRefKey, "expected a reference such as owner/name#123");

export const source = z.strictObject({
  id: name,
  kind: name,
  title: line,
  url: z.exactOptional(url),
  retrievedAt: instant,
  commit: z.exactOptional(name),
  status: z.enum(["ok", "carried", "failed"]),
  message: z.exactOptional(line),
});

const check = z.strictObject({
  name: line,
  state: z.enum(["success", "failure", "pending", "neutral"]),
  isRequired: z.exactOptional(z.boolean()),
  url: z.exactOptional(url),
  since: z.exactOptional(instant),
});

const workEvent = z.strictObject({
  kind: z.enum([
    "labeled",
    "unlabeled",
    "milestoned",
    "demilestoned",
    "merged",
    "closed",
    "reopened",
    "ready-for-review",
    "drafted",
    "reviewed",
    "review-requested",
    "pushed",
    "renamed",
  ]),
  at: instant,
  actor: z.exactOptional(name),
  what: z.exactOptional(line),
});

export const workItem = z.strictObject({
  ref,
  kind: z.enum(["pull-request", "issue"]),
  state: z.exactOptional(z.enum(["open", "closed", "merged"])),
  stateReason: z.exactOptional(z.enum(["completed", "not-planned", "duplicate"])),
  title: z.exactOptional(line),
  url,
  author: z.exactOptional(name),
  isBot: z.exactOptional(z.boolean()),
  isDraft: z.exactOptional(z.boolean()),
  baseBranch: z.exactOptional(line),
  labels: z.exactOptional(z.array(name).max(200)),
  milestone: z.exactOptional(line),
  createdAt: z.exactOptional(instant),
  updatedAt: z.exactOptional(instant),
  mergedAt: z.exactOptional(instant),
  closedAt: z.exactOptional(instant),
  activeAt: z.exactOptional(instant),
  review: z.exactOptional(z.enum(["approved", "changes-requested", "required"])),
  reviewers: z.exactOptional(z.array(name).max(200)),
  assignees: z.exactOptional(z.array(name).max(200)),
  mergeability: z.exactOptional(z.enum(["mergeable", "conflicting"])),
  isInMergeQueue: z.exactOptional(z.boolean()),
  checks: z.exactOptional(z.array(check).max(1_000)),
  events: z.exactOptional(z.array(workEvent).max(2_000)),
  closes: z.exactOptional(z.array(ref).max(200)),
  closedBy: z.exactOptional(z.array(ref).max(200)),
  movedFrom: z.exactOptional(ref),
  source: name,
});

export const foundItems = z.strictObject({
  query: line,
  items: z
    .array(
      z.strictObject({
        title: line,
        ref: z.exactOptional(ref),
        adds: z.exactOptional(z.number().min(0).max(1e9)),
        step: z.exactOptional(line),
      }),
    )
    .max(20_000),
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

const categoryCoverage = z
  .strictObject({ category: name, total: count, tested: count })
  .refine(({ tested, total }) => tested <= total, "more are tested than there are");

export const coverage = z.strictObject({
  source: name,
  debtSource: z.exactOptional(name),
  ineligibleSource: z.exactOptional(name),
  endpointsSource: z.exactOptional(name),
  categoriesSource: z.exactOptional(name),
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
  endpoints: z.exactOptional(
    z
      .array(z.strictObject({ name, promoted: release, tested: z.exactOptional(release) }))
      .max(20_000),
  ),
  pages: z.exactOptional(
    z.strictObject({
      newTested: z.exactOptional(url),
      oldTested: z.exactOptional(url),
      ineligible: z.exactOptional(url),
    }),
  ),
  categories: z.exactOptional(z.array(categoryCoverage).max(1_000)),
});

const timelineEvent = z.strictObject({
  id: name,
  title: line,
  date: day,
  endDate: z.exactOptional(day),
  instant: z.exactOptional(instant),
  zone: z.exactOptional(zone),
  text: z.exactOptional(line),
});

export const timeline = z.strictObject({
  source: name,
  url: z.exactOptional(url),
  events: z.array(timelineEvent).max(1_000),
  earlierCycles: z.exactOptional(
    z.array(z.strictObject({ release, start: day, end: day })).max(500),
  ),
});

const run = z.strictObject({
  id: name,
  state: z.enum(["passed", "failed", "aborted"]),
  startedAt: instant,
  url: z.exactOptional(url),
});

export const job = z.strictObject({
  name,
  instance: name,
  state: z.enum(["passing", "failing", "flaking", "unknown"]),
  since: z.exactOptional(day),
  note: z.exactOptional(line),
  role: z.exactOptional(z.enum(["blocking", "informing"])),
  runs: z.exactOptional(z.array(run).max(1_000)),
  url,
  source: name,
});

export const freezeException = z.strictObject({
  name: line,
  issue: z.exactOptional(ref),
  pulls: z.array(ref).max(200),
  freeze: z.exactOptional(z.enum(["enhancements-freeze", "code-freeze", "docs-freeze"])),
  status: z.enum(["requested", "approved", "denied", "withdrawn"]),
  requested: z.exactOptional(day),
  reviewed: z.exactOptional(day),
  url: z.exactOptional(url),
  source: name,
});

export const enhancement = z.strictObject({
  ref,
  title: line,
  status: z.exactOptional(name),
  stage: z.exactOptional(z.enum(["alpha", "beta", "stable", "deprecated", "disabled", "removed"])),
  release: z.exactOptional(release),
  milestones: z.record(name, release),
  url,
  source: name,
});

export const meeting = z.strictObject({
  title: line,
  rule: line,
  next: z.exactOptional(instant),
  zone: z.exactOptional(zone),
  because: z.exactOptional(line),
  agendaUrl: z.exactOptional(url),
  slack: z.exactOptional(name),
  mailingList: z.exactOptional(line),
  source: name,
});

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
