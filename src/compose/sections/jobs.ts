/** CI jobs, each on its own instance. */
import { longDate } from "../../calendar.ts";
import type { Block, Inline, Notes, Row } from "../../domain/deck.ts";
import type { CiJob } from "../../domain/facts.ts";
import type { Section } from "../contract.ts";
import { joined, link, text } from "../inlines.ts";
import { paragraph, prose, slides } from "../slides.ts";
import type { View } from "../view.ts";
import { jobStatus } from "../words.ts";

export const jobs: Section = {
  kind: "jobs",
  about: "State of every CI job, by instance.",
  compose(view, setting) {
    const known = view.assessment.jobs;
    return slides({
      id: "jobs",
      kicker: "CI jobs",
      title: setting.title ?? titleOf(view),
      blocks: [...signal(view), ...table(known), ...prose(view, setting.text)],
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

function table(known: readonly CiJob[]): readonly Block[] {
  if (known.length === 0) return [];
  const columns = [
    { title: "Job", align: "start", weight: 4 },
    { title: "Instance", align: "start", weight: 2 },
    { title: "State", align: "start", weight: 1.6 },
    { title: "Since, and what is known", align: "start", weight: 4 },
  ] as const;
  return [{ kind: "table", columns, rows: known.map(jobRow) }];
}

function jobRow({ name, instance, state, role, since, note, url }: CiJob): Row {
  const known = [role ?? "", since === undefined ? "" : `since ${longDate(since)}`, note ?? ""];
  return {
    cells: [
      [link(name, url)],
      [text(instance)],
      [jobStatus(state)],
      [text(known.filter((part) => part !== "").join("; "))],
    ],
  };
}

/** Nothing about a job that passes. */
function ask({ name, instance, state, url }: CiJob): Notes {
  if (state === "passing") return [];
  const job = [link(name, url), text(` on ${instance}`)];
  if (state === "unknown") return [[text("Ask: who knows how "), ...job, text(" stands?")]];
  return [[text("Ask: who looks at "), ...job, text(`, which is ${state}?`)]];
}
