/** Collects for several plans, then builds the decks of those that could be collected for. */
import { collectSnapshot } from "../index.ts";
import { browserFor, editionsOf } from "./artifacts.ts";
import { buildAll, type BuildJob } from "./build-plans.ts";
import { collectWorld, type CollectWorld } from "./collect-world.ts";
import { isOn, textOption, type Given } from "./command.ts";
import { reportFailure } from "./failures.ts";
import { namedPlans, type NamedPlan } from "./plans.ts";
import { printable, type Terminal } from "./terminal.ts";

export async function reportPlans(terminal: Terminal, given: Given): Promise<number> {
  const editions = editionsOf(given);
  const world = await collectWorld(terminal, given);
  const plans = await namedPlans(terminal, given.arguments, world.effects);
  const jobs: BuildJob[] = [];
  const codes: number[] = [];
  for (const plan of plans) {
    try {
      jobs.push(await collected({ terminal, given, world }, plan));
    } catch (error) {
      codes.push(reportFailure(terminal, error, isOn(given, "debug")));
    }
  }
  const printer = jobs.length === 0 ? undefined : browserFor(terminal, given, editions);
  try {
    return Math.max(...codes, await buildAll({ terminal, given, editions, printer }, jobs));
  } finally {
    printer?.dispose();
  }
}

interface Run {
  readonly terminal: Terminal;
  readonly given: Given;
  readonly world: CollectWorld;
}

async function collected({ terminal, given, world }: Run, plan: NamedPlan): Promise<BuildJob> {
  const data = textOption(given, "data") ?? "data";
  const since = textOption(given, "since");
  const text = await plan.read();
  const { path } = await collectSnapshot(world.effects, { plan: text, data, asOf: world.asOf });
  terminal.note(printable(`snapshot: ${path}`));
  const choice = { data, snapshot: path, ...(since === undefined ? {} : { since }) };
  // Stdin can be read only once.
  return { plan: { ...plan, read: async () => text }, choice };
}
