/** Small snapshots and facts for tests: whole by default, each field replaceable. */
import type {
  CiJob,
  CoverageSnapshot,
  ReleaseCoverage,
  Source,
  Timeline,
  TimelineEvent,
  WorkItem,
} from "../../src/domain/facts.ts";
import type { Snapshot } from "../../src/domain/snapshot.ts";

export function aSnapshot(fields: Partial<Snapshot> = {}): Snapshot {
  return {
    schemaVersion: 1,
    release: "1.20",
    asOf: "2020-10-22T08:00:00Z",
    plan: { file: "v1.20.yaml", text: 'release: "1.20"\n' },
    sources: [aSource()],
    workItems: [],
    jobs: [],
    notices: [],
    ...fields,
  };
}

export function aSource(fields: Partial<Source> = {}): Source {
  return {
    id: "deck",
    kind: "deck",
    title: "The deck of that day",
    url: "https://example.org/deck",
    retrievedAt: "2020-10-22T08:00:00Z",
    status: "ok",
    ...fields,
  };
}

/** An open pull request. */
export function aWorkItem(fields: Partial<WorkItem> = {}): WorkItem {
  const ref = fields.ref ?? "kubernetes/kubernetes#95713";
  return {
    ref,
    kind: "pull-request",
    state: "open",
    url: `https://github.com/${ref.replace("#", "/pull/")}`,
    source: "deck",
    ...fields,
  };
}

export function aCoverage(fields: Partial<CoverageSnapshot> = {}): CoverageSnapshot {
  return { source: "deck", unit: "endpoints", releases: [aRelease()], ...fields };
}

/** A row of coverage. */
export function aRelease(fields: Partial<ReleaseCoverage> = {}): ReleaseCoverage {
  return { release: "1.20", total: 418, tested: 263, ...fields };
}

export function aTimeline(fields: Partial<Timeline> = {}): Timeline {
  return { source: "deck", url: "https://example.org/1.20", events: [anEvent()], ...fields };
}

export function anEvent(fields: Partial<TimelineEvent> = {}): TimelineEvent {
  return { id: "code-freeze", title: "Code Freeze", date: "2020-11-12", ...fields };
}

export function aJob(fields: Partial<CiJob> = {}): CiJob {
  return {
    name: "conformance-gate",
    instance: "prow.k8s.io",
    state: "passing",
    url: "https://prow.k8s.io/?job=conformance-gate",
    source: "deck",
    ...fields,
  };
}
