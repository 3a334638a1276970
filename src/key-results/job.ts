/** A key result that CI jobs are green, for some days if the team says so. */
import { z } from "zod";
import { dayOf, daysBetween } from "../calendar.ts";
import type { Statement } from "../domain/assessment.ts";
import type { CiJob } from "../domain/facts.ts";
import type { NumberInput } from "../domain/number.ts";
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
    const { id, settings: wanted } = keyResult;
    const { unit = job.unit } = wanted;
    const instances = watchedInstances(wanted, facts);
    const current = greenCount(instances, wanted.greenDays, facts);
    return {
      progress: {
        unit,
        current,
        currentName: `${id}.green`,
        goal: instances.length,
        score: ratioScore(current, instances.length),
        scoreFormula: "instances that are green / all instances",
        subtotals: [],
        statements: [headline(id, `${unit} of ${wanted.job} are green`, current)],
      },
      numbers: [
        {
          name: "goal",
          value: instances.length,
          unit,
          formula:
            "number of instances that shall be green: those of the plan, else all known ones",
        },
        {
          name: "green",
          value: current,
          unit,
          formula: greenFormula(wanted),
          inputs: instances.map(instanceInput),
          sources: instances.flatMap(({ known }) => facts.provenance(known?.source)),
        },
      ],
    };
  },
};

interface Watched {
  readonly instance: string;
  /** Undefined where the plan names the instance and no source knows it. */
  readonly known: CiJob | undefined;
}

function watchedInstances(wanted: Settings, facts: Facts): readonly Watched[] {
  const known = facts.jobs.filter(({ name }) => name === wanted.job);
  const instances = wanted.instances ?? known.map(({ instance }) => instance);
  return instances.map((instance) => ({
    instance,
    known: known.find((candidate) => candidate.instance === instance),
  }));
}

/** Undefined as soon as one instance is not known: a part would read as the whole. */
function greenCount(
  instances: readonly Watched[],
  greenDays: number,
  facts: Facts,
): number | undefined {
  const states = instances.map(({ known }) => isGreen(known, greenDays, facts));
  if (states.length === 0 || states.includes(undefined)) return undefined;
  return states.filter((isPassing) => isPassing === true).length;
}

function isGreen(known: CiJob | undefined, greenDays: number, facts: Facts): boolean | undefined {
  if (known === undefined || known.state === "unknown") return undefined;
  if (known.state !== "passing" || greenDays === 0) return known.state === "passing";
  if (known.since === undefined) return undefined;
  if (daysBetween(known.since, dayOf(facts.asOf)) >= greenDays) return true;
  return isBeginKnown(known) ? false : undefined;
}

/** Where all runs that are known were green, it may have been green for longer than they reach back. */
function isBeginKnown({ runs }: CiJob): boolean {
  return runs === undefined || runs.some(({ state }) => state === "failed");
}

function headline(id: string, what: string, current: number | undefined): Statement {
  if (current === undefined)
    return ["it is not known how many of ", { number: `${id}.goal` }, ` ${what}`];
  return [{ number: `${id}.green` }, " of ", { number: `${id}.goal` }, ` ${what}`];
}

function greenFormula({ job: name, greenDays }: Settings): string {
  const window = greenDays > 0 ? ` for ${greenDays} days` : "";
  return `instances of ${name} that are passing${window}`;
}

function instanceInput({ instance, known }: Watched): NumberInput {
  const input = { label: instance, value: known?.state ?? "unknown" };
  return known === undefined ? input : { ...input, url: known.url };
}
