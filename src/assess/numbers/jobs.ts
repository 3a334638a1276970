/** Named numbers of the CI jobs: how many stand how, and what that means for a release. */
import type { CiJob } from "../../domain/facts.ts";
import type { NamedNumber } from "../../domain/number.ts";
import { goNoGo, roles, signalingJobs, signals } from "../go-no-go.ts";
import { distinct } from "../provenance.ts";
import type { NumberContext, NumberFamily } from "./contract.ts";

const states = ["passing", "failing", "flaking", "unknown"] as const;

export const jobs: NumberFamily = {
  family: "jobs",
  names:
    /^jobs\.(?:passing|failing|flaking|unknown|verdict|(?:blocking|informing)(?:\.(?:passing|unproven|flaking|failing|unknown))?)$/,
  numbers: (context) => [...byState(context), ...byRole(context), ...verdict(context)],
};

function byState({ snapshot, provenance }: NumberContext): readonly NamedNumber[] {
  if (snapshot.jobs.length === 0) return [];
  return states.map((state) =>
    numberOf(
      { name: `jobs.${state}`, formula: `number of jobs whose state is ${state}` },
      snapshot.jobs.filter((job) => job.state === state),
      provenance,
    ),
  );
}

/** Only where some job has a role. */
function byRole({ snapshot, provenance }: NumberContext): readonly NamedNumber[] {
  const all = signalingJobs(snapshot);
  if (all.length === 0) return [];
  return roles.flatMap((role) => {
    const own = all.filter((one) => one.role === role);
    const total = { name: `jobs.${role}`, formula: `number of ${role} jobs`, found: own };
    const parts = signals.map((signal) => ({
      name: `jobs.${role}.${signal}`,
      formula: `number of ${role} jobs that are ${signal}: ${meanings[signal]}`,
      found: own.filter((one) => one.signal === signal),
    }));
    return [total, ...parts].map(({ found, ...number }) =>
      numberOf(
        number,
        found.map(({ job }) => job),
        provenance,
      ),
    );
  });
}

const meanings = {
  passing: "green, as far as known three runs in a row",
  unproven: "green, but not yet three runs in a row",
  flaking: "failing now and then",
  failing: "red",
  unknown: "no source says, or only an earlier report does",
} as const;

function verdict({ snapshot, provenance }: NumberContext): readonly NamedNumber[] {
  const signal = goNoGo(snapshot);
  if (signal === undefined) return [];
  const all = signalingJobs(snapshot);
  return [
    {
      name: "jobs.verdict",
      value: signal.verdict,
      unit: "verdict",
      formula:
        "go where every blocking job passes and no informing job fails, no go where one does not, unknown where no source says",
      inputs: all.map(({ job, signal: value }) => ({ label: labelOf(job), value, url: job.url })),
      sources: distinct(all.flatMap(({ job }) => provenance(job.source))),
    },
  ];
}

function numberOf(
  named: Pick<NamedNumber, "name" | "formula">,
  found: readonly CiJob[],
  provenance: NumberContext["provenance"],
): NamedNumber {
  return {
    ...named,
    value: found.length,
    unit: "jobs",
    inputs: found.map(({ name, instance, url }) => ({ label: name, value: instance, url })),
    sources: distinct(found.flatMap(({ source }) => provenance(source))),
  };
}

function labelOf({ name, instance }: CiJob): string {
  return `${name} on ${instance}`;
}
