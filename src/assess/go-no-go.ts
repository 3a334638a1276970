/**
 * Whether the CI jobs would let a release be cut, by the rules of the Kubernetes release team: its
 * handbook for the release signal, "Judging State of Testgrid dashboards", and "Release Blocking
 * Jobs and Criteria". Blocking jobs must be green, three runs in a row; flakes hold a cut up as
 * failures do. An informing job that fails holds it up until somebody has explained it; one that
 * flakes does not. What is not known is never go.
 */
import { longDate } from "../calendar.ts";
import type { GoNoGo, Statement } from "../domain/assessment.ts";
import type { CiJob } from "../domain/facts.ts";
import type { Snapshot } from "../domain/snapshot.ts";

export const roles = ["blocking", "informing"] as const;

/** `unproven`: it passes, but not yet three times in a row. */
export const signals = ["passing", "unproven", "flaking", "failing", "unknown"] as const;

type Role = (typeof roles)[number];
type Signal = (typeof signals)[number];

export interface SignalingJob {
  readonly job: CiJob;
  readonly role: Role;
  readonly signal: Signal;
}

type Facts = Pick<Snapshot, "jobs" | "sources">;

/** The jobs that have a role, in the order of the snapshot. What an earlier report told of them is no signal of today. */
export function signalingJobs({ jobs, sources }: Facts): readonly SignalingJob[] {
  const fresh = new Set(sources.filter(({ status }) => status === "ok").map(({ id }) => id));
  return jobs.flatMap((job) => {
    if (job.role === undefined) return [];
    const signal = fresh.has(job.source) ? signalOf(job) : "unknown";
    return [{ job, role: job.role, signal }];
  });
}

const wantedInARow = 3;

/** Where fewer runs are known, the job's own state has to do. Aborted runs say nothing. */
function signalOf({ state, runs = [] }: CiJob): Signal {
  if (state !== "passing") return state;
  const newest = runs.filter((run) => run.state !== "aborted").slice(0, wantedInARow);
  return newest.every((run) => run.state === "passed") ? "passing" : "unproven";
}

/** Undefined where no job is a blocking one: nobody asks then. */
export function goNoGo(facts: Facts): GoNoGo | undefined {
  const jobs = signalingJobs(facts);
  if (!jobs.some(({ role }) => role === "blocking")) return undefined;
  const holding = holdUps.flatMap((holdUp) => clause(jobs, holdUp));
  if (holding.length > 0) return { verdict: "no go", statement: sentence("no go", holding) };
  const open = [...unread(facts), ...unknowns.flatMap((unknown) => clause(jobs, unknown))];
  if (open.length > 0)
    return { verdict: undefined, statement: sentence("not known whether to go", open) };
  const flakes = clause(jobs, tolerated);
  return { verdict: "go", statement: sentence("go", [allPass(jobs), ...flakes]) };
}

function allPass(jobs: readonly SignalingJob[]): Statement {
  const isOne = jobs.filter(({ role }) => role === "blocking").length === 1;
  if (isOne) return ["the only blocking job passes"];
  return ["all ", { number: "jobs.blocking" }, " blocking jobs pass"];
}

/** What is said of the jobs of a role and a signal, where there are any. */
interface Clause {
  readonly role: Role;
  readonly signal: Signal;
  /** Of one job, and of several. */
  readonly words: readonly [string, string];
}

const holdUps: readonly Clause[] = [
  { role: "blocking", signal: "failing", words: ["fails", "fail"] },
  { role: "blocking", signal: "flaking", words: ["flakes", "flake"] },
  {
    role: "blocking",
    signal: "unproven",
    words: ["has not passed three times in a row", "have not passed three times in a row"],
  },
  {
    role: "informing",
    signal: "failing",
    words: ["fails and is to be explained first", "fail and are to be explained first"],
  },
];

const unknowns: readonly Clause[] = roles.map((role) => ({
  role,
  signal: "unknown",
  words: ["is not known", "are not known"],
}));

const tolerated: Clause = { role: "informing", signal: "flaking", words: ["flakes", "flake"] };

/** `1 of 5 blocking jobs fails (gce-cos on testgrid.k8s.io)`. */
function clause(jobs: readonly SignalingJob[], { role, signal, words }: Clause): Statement[] {
  const found = jobs.filter((one) => one.role === role && one.signal === signal);
  if (found.length === 0) return [];
  const word = found.length === 1 ? words[0] : words[1];
  const names = namesOf(found.map(({ job }) => job));
  const total = { number: `jobs.${role}` };
  const count = { number: `jobs.${role}.${signal}` };
  return [[count, " of ", total, ` ${role} jobs ${word} (${names})`]];
}

const namedAtMost = 5;

function namesOf(jobs: readonly CiJob[]): string {
  const named = jobs.slice(0, namedAtMost).map(({ name, instance, since }) => {
    const words = `${name} on ${instance}`;
    return since === undefined ? words : `${words} since ${longDate(since)}`;
  });
  const left = jobs.length - named.length;
  return [...named, ...(left > 0 ? [`${left} more`] : [])].join(", ");
}

/** Which jobs a source would have told of is not known, nor whether one of them blocks. */
function unread({ sources }: Facts): Statement[] {
  const failed = sources.filter(({ kind, status }) => kind === "jobs" && status === "failed");
  return failed.length === 0
    ? []
    : [[`the jobs of ${failed.map(({ title }) => title).join(", ")} could not be read`]];
}

function sentence(verdict: string, clauses: readonly Statement[]): Statement {
  return clauses.flatMap((one, index) => [index === 0 ? `${verdict}: ` : "; ", ...one]);
}
