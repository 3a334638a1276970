/** Twenty plans in one run: what each costs once the first is done. */
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./contestant.ts";
import { command, environment, root } from "./setting.ts";
import { type Summary, summarize } from "./statistics.ts";

const planCount = 20;

export interface ManyPlans {
  readonly planCount: number;
  /** From the last byte of one PDF to the last byte of the next, the first not counted. */
  readonly eachMs: Summary;
  /** From the first PDF to the last, divided by the plans after the first; one value a run. */
  readonly meanMs: Summary;
}

/** The example under twenty names, built by one command. */
export async function measureManyPlans(work: string, rounds: number): Promise<ManyPlans> {
  const names = Array.from({ length: planCount }, (_, index) => `plan-${index + 10}`);
  for (const name of names) copyExample(work, name);
  const plans = names.map((name) => join(work, "plans", `${name}.yaml`));
  const out = join(work, "many");
  const pdfs = names.map((name) => join(out, name, "deck.pdf"));
  const twenty = {
    name: `release-deck build, ${planCount} plans`,
    parameters: [command, "build", ...plans, "--data", work, "--out", out],
    environment: environment(work),
    pdf: pdfs.at(-1) ?? "",
  };
  const gaps: number[][] = [];
  await run(twenty);
  for (let round = 0; round < rounds; round++) {
    await run(twenty);
    const times = pdfs.map((pdf) => statSync(pdf).mtimeMs);
    gaps.push(times.slice(1).map((time, index) => time - (times[index] ?? time)));
  }
  const means = gaps.map((each) => each.reduce((sum, gap) => sum + gap, 0) / each.length);
  return { planCount, eachMs: summarize(gaps.flat()), meanMs: summarize(means) };
}

/** Under a title of its own, so that no two decks are the same. */
function copyExample(work: string, name: string): void {
  mkdirSync(join(work, "plans"), { recursive: true });
  const plan = readFileSync(join(root, "data", "plans", "v1.20.yaml"), "utf8");
  const titled = plan.replace(/^title: .*$/m, `title: v1.20, ${name}`);
  writeFileSync(join(work, "plans", `${name}.yaml`), titled);
  const snapshots = join(root, "data", "snapshots", "v1.20");
  cpSync(snapshots, join(work, "snapshots", name), { recursive: true });
}
