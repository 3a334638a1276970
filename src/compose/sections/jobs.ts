/** CI jobs, each on its own instance. */
import { longDate } from "../../calendar.ts";
import type { CiJob } from "../../domain/facts.ts";
import type { Row } from "../../domain/deck.ts";
import type { Section } from "../contract.ts";
import { link, text } from "../inlines.ts";
import { prose, slide } from "../slides.ts";
import type { View } from "../view.ts";
import { jobStatus } from "../words.ts";

export const jobs: Section = {
  kind: "jobs",
  about: "State of every CI job, by instance.",
  compose(view, setting) {
    const known = view.assessment.jobs;
    if (known.length === 0) return [];
    const columns = [
      { title: "Job", align: "start", weight: 4 },
      { title: "Instance", align: "start", weight: 2 },
      { title: "State", align: "start", weight: 1.6 },
      { title: "Since, and what is known", align: "start", weight: 4 },
    ] as const;
    const rows = known.map(jobRow);
    return [
      slide(
        "jobs",
        setting.title ?? titleOf(view),
        [{ kind: "table", columns, rows }, ...prose(view, setting)],
        "CI jobs",
      ),
    ];
  },
};

function titleOf(view: View) {
  const states = ["passing", "failing", "flaking", "unknown"].filter(
    (state) => view.value(`jobs.${state}`) !== 0,
  );
  return states.flatMap((state, index) => [
    text(index === 0 ? "CI jobs: " : ", "),
    view.number(`jobs.${state}`),
    text(` ${state}`),
  ]);
}

function jobRow({ name, instance, state, since, note, url }: CiJob): Row {
  const known = [since === undefined ? "" : `since ${longDate(since)}`, note ?? ""];
  return {
    cells: [
      [link(name, url)],
      [text(instance)],
      [jobStatus(state)],
      [text(known.filter((part) => part !== "").join("; "))],
    ],
  };
}
