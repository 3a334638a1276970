/** Named numbers of the CI jobs: how many stand how. */
import type { NamedNumber } from "../../domain/number.ts";
import { distinct } from "../provenance.ts";
import type { NumberContext, NumberFamily } from "./contract.ts";

const states = ["passing", "failing", "flaking", "unknown"] as const;

export const jobs: NumberFamily = {
  family: "jobs",
  names: /^jobs\.(?:passing|failing|flaking|unknown)$/,
  numbers: jobNumbers,
};

function jobNumbers({ snapshot, provenance }: NumberContext): readonly NamedNumber[] {
  if (snapshot.jobs.length === 0) return [];
  return states.map((state) => {
    const jobs = snapshot.jobs.filter((job) => job.state === state);
    return {
      name: `jobs.${state}`,
      value: jobs.length,
      unit: "jobs",
      formula: `number of jobs whose state is ${state}`,
      inputs: jobs.map(({ name, instance, url }) => ({ label: name, value: instance, url })),
      sources: distinct(jobs.flatMap(({ source }) => provenance(source))),
    };
  });
}
