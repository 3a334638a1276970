/** CI jobs, each on its own instance. */
import { longDate } from "../../calendar.ts";
import type { Block, Inline, Notes, Row } from "../../domain/deck.ts";
import type { CiJob } from "../../domain/facts.ts";
import type { Section } from "../contract.ts";
import { joined, link, text } from "../inlines.ts";
import { list, paragraph, prose, slides } from "../slides.ts";
import type { View } from "../view.ts";
import { capitalized, jobStatus } from "../words.ts";

export const jobs: Section = {
  kind: "jobs",
  about: "State of every CI job, by instance.",
  compose(view, setting) {
    const known = view.assessment.jobs;
    return slides({
      id: "jobs",
      ...(setting.title === undefined ? {} : { kicker: "CI jobs" }),
      title: setting.title ?? titleOf(view),
      blocks: [...signal(view), ...jobBlocks(known), ...prose(view, setting.text)],
      notes: known.flatMap(ask),
    });
  },
};

/** `CI jobs: 1 passing, 1 failing`. */
function titleOf(view: View): readonly Inline[] {
  const states = ["passing", "failing", "flaking", "unknown"].filter(
    (state) => (view.value(`jobs.${state}`) ?? 0) !== 0,
  );
  if (states.length === 0) return [text("CI jobs")];
  const parts = states.map((state) => [view.number(`jobs.${state}`), text(` ${state}`)]);
  return [text("CI jobs: "), ...joined(parts, ", ")];
}

/** Whether the jobs would let a release be cut, before how each of them stands. */
function signal(view: View): readonly Block[] {
  const { goNoGo } = view.assessment;
  return goNoGo === undefined ? [] : [paragraph(view.sentence(goNoGo.statement))];
}

/** Fewer make no table. */
const leastRows = 4;

function jobBlocks(known: readonly CiJob[]): readonly Block[] {
  return known.length < leastRows ? list(known.map(jobLine)) : [table(known)];
}

/** `apisnoop-conformance-gate on prow.k8s.io: failing. Since 3 October 2020`. */
function jobLine(job: CiJob): readonly Inline[] {
  const known = knownOf(job);
  return [
    link(job.name, job.url),
    text(` on ${job.instance}: `),
    jobStatus(job.state),
    text(known === "" ? "" : `. ${capitalized(known)}`),
  ];
}

function table(known: readonly CiJob[]): Block {
  const columns = [
    { title: "Job", align: "start", weight: 4 },
    { title: "Instance", align: "start", weight: 2 },
    { title: "State", align: "start", weight: 1.6 },
    { title: "Since, and what is known", align: "start", weight: 4 },
  ] as const;
  return { kind: "table", columns, rows: known.map(jobRow) };
}

function jobRow(job: CiJob): Row {
  const { name, instance, state, url } = job;
  return {
    cells: [[link(name, url)], [text(instance)], [jobStatus(state)], [text(knownOf(job))]],
  };
}

function knownOf({ role, since, note }: CiJob): string {
  const parts = [role, since === undefined ? undefined : `since ${longDate(since)}`, note];
  return parts.filter((part) => part !== undefined).join("; ");
}

/** Nothing about a job that passes. */
function ask({ name, instance, state, url }: CiJob): Notes {
  if (state === "passing") return [];
  const job = [link(name, url), text(` on ${instance}`)];
  if (state === "unknown") return [[text("Ask: who knows how "), ...job, text(" stands?")]];
  return [[text("Ask: who looks at "), ...job, text(`, which is ${state}?`)]];
}
