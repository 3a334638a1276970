/** Collects a snapshot for each of several plans. */
import { collectSnapshot, type CollectedSnapshot } from "../index.ts";
import { gateCode, needAttention } from "./attention.ts";
import { collectWorld, type CollectWorld } from "./collect-world.ts";
import { isOn, type Given } from "./command.ts";
import { dataFolder } from "./options.ts";
import { eachPlan, type NamedPlan } from "./plans.ts";
import { printable, type Terminal } from "./terminal.ts";

/** Gives the worst exit code of all. */
export async function collectPlans(terminal: Terminal, given: Given): Promise<number> {
  const world = await collectWorld(terminal, given);
  return eachPlan({ terminal, given, effects: world.effects }, (plan) =>
    collectOne({ terminal, given, world }, plan),
  );
}

interface Run {
  readonly terminal: Terminal;
  readonly given: Given;
  readonly world: CollectWorld;
}

async function collectOne({ terminal, given, world }: Run, plan: NamedPlan): Promise<number> {
  const input = { plan: await plan.read(), data: dataFolder(given), asOf: world.asOf };
  const collected = await collectSnapshot(world.effects, input);
  terminal.result(isOn(given, "json") ? asJson(collected) : asLines(collected));
  return gateCode(given, collected.snapshot.notices);
}

function asJson({ path, snapshot }: CollectedSnapshot): string {
  const { asOf, release, sources, notices } = snapshot;
  const states = sources.map(({ id, status, message }) => ({ id, status, message }));
  return `${JSON.stringify({ snapshot: path, release, asOf, sources: states, notices })}\n`;
}

function asLines({ path, snapshot: { sources, notices } }: CollectedSnapshot): string {
  const late = sources.filter(({ status }) => status !== "ok");
  const lines = [
    path,
    ...late.map(({ title, status, message = "" }) => `  ${title}: ${status}: ${message}`),
    ...needAttention(notices).map(({ subject, message }) => `  ${subject}: ${message}`),
  ];
  return printable(`${lines.join("\n")}\n`);
}
