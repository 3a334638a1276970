/** A key result that CI jobs are green, for some days if the team says so. */
import { z } from "zod";
import { dayOf, daysBetween } from "../calendar.ts";
import type { CiJob } from "../domain/facts.ts";
import type { Facts, KeyResultKind } from "./contract.ts";
import { ratioScore } from "./score.ts";
import { unitSetting } from "./settings.ts";

const settings = z.strictObject({
  unit: unitSetting,
  job: z.string().min(1).describe("Name of the job; every instance that runs it counts."),
  instances: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe("The instances that count; all that the snapshot knows where left out."),
  greenDays: z
    .int()
    .min(0)
    .default(0)
    .describe("For how many days it must have been green without a break."),
});

type Settings = z.infer<typeof settings>;

export const job: KeyResultKind<Settings> = {
  kind: "job",
  about: "CI jobs that are green over a window.",
  unit: "instances",
  settings,
  measure(keyResult, facts) {
    const { greenDays, unit = job.unit } = keyResult.settings;
    const jobs = watchedJobs(keyResult.settings, facts);
    const green = jobs.filter((candidate) => isGreen(candidate, greenDays, facts) === true);
    const isKnown = jobs.every((candidate) => isGreen(candidate, greenDays, facts) !== undefined);
    const current = jobs.length > 0 && isKnown ? green.length : undefined;
    return {
      progress: {
        unit,
        current,
        goal: jobs.length,
        score: ratioScore(current, jobs.length),
        scoreFormula: "instances that are green / all instances",
        subtotals: [],
        statements: [
          [
            `${keyResult.settings.job}: `,
            { number: `${keyResult.id}.green` },
            ` of ${jobs.length} ${unit} green`,
          ],
        ],
      },
      numbers: [
        {
          name: "green",
          value: current,
          unit,
          formula: `instances of ${keyResult.settings.job} that are passing${greenDays > 0 ? ` for ${greenDays} days` : ""}`,
          inputs: jobs.map(({ instance, state, url }) => ({ label: instance, value: state, url })),
          sources: jobs.flatMap(({ source }) => facts.provenance(source)),
        },
      ],
    };
  },
};

/** The jobs of that name; an instance that the plan names and no source knows is there as unknown. */
function watchedJobs(wanted: Settings, facts: Facts): readonly CiJob[] {
  const known = facts.jobs.filter(({ name }) => name === wanted.job);
  if (wanted.instances === undefined) return known;
  return wanted.instances.map(
    (instance) =>
      known.find((candidate) => candidate.instance === instance) ?? {
        name: wanted.job,
        instance,
        state: "unknown",
        url: "",
        source: "",
      },
  );
}

function isGreen(candidate: CiJob, greenDays: number, facts: Facts): boolean | undefined {
  if (candidate.state === "unknown") return undefined;
  if (candidate.state !== "passing" || greenDays === 0) return candidate.state === "passing";
  if (candidate.since === undefined) return undefined;
  return daysBetween(candidate.since, dayOf(facts.asOf)) >= greenDays;
}
