/** Collects for several plans, then builds the decks of those that could be collected for. */
import { collectSnapshot } from "../index.ts";
import { browserFor, editionsOf } from "./artifacts.ts";
import { buildAll, type BuildJob } from "./build-plans.ts";
import { collectWorld, type CollectWorld } from "./collect-world.ts";
import { textOption, type Given } from "./command.ts";
import { exitCodes } from "./exit-codes.ts";
import { dataFolder } from "./options.ts";
import { eachPlan, type NamedPlan } from "./plans.ts";
import { printable, type Terminal } from "./terminal.ts";

export async function reportPlans(terminal: Terminal, given: Given): Promise<number> {
  const editions = editionsOf(given);
  const world = await collectWorld(terminal, given);
  const jobs: BuildJob[] = [];
  const code = await eachPlan({ terminal, given, effects: world.effects }, async (plan) => {
    jobs.push(await collected({ terminal, given, world }, plan));
    return exitCodes.done.code;
  });
  const printer = jobs.length === 0 ? undefined : browserFor(terminal, given, editions);
  try {
    return Math.max(code, await buildAll({ terminal, given, editions, printer }, jobs));
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
  const data = dataFolder(given);
  const since = textOption(given, "since");
  const text = await plan.read();
  const { path } = await collectSnapshot(world.effects, { plan: text, data, asOf: world.asOf });
  terminal.note(printable(`snapshot: ${path}`));
  const choice = { data, snapshot: path, ...(since === undefined ? {} : { since }) };
  // Stdin can be read only once.
  return { plan: { ...plan, read: async () => text }, choice };
}
