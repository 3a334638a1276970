/** `release-deck check` and `--strict`: a figure typed by hand is held against the items. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "./command.ts";
import { exampleFolder, examplePlan } from "./example.ts";

const cwd = exampleFolder();
const october = join(cwd, "data/snapshots/v1.20/2020-10-22T080000Z.json");

/** The plan of the October update, with a claim of that update typed into a group's note. */
function claim(text: string): { readonly plan: string; readonly line: number } {
  const { plan } = JSON.parse(readFileSync(october, "utf8")) as { plan: { text: string } };
  const note = "note: Flaky tests that we refactor or look at again.";
  const lines = plan.text.replace(note, `${note} ${text}`).split("\n");
  return { plan: lines.join("\n"), line: lines.findIndex((line) => line.includes(text)) + 1 };
}

mkdirSync(join(cwd, "october"));
const file = "october/v1.20.yaml";
const { plan, line } = claim("+17 being reviewed maybe 1.20");
writeFileSync(join(cwd, file), plan);

function check(...parameters: readonly string[]) {
  return run(["check", ...parameters], { cwd });
}

test("+17 over a group whose items sum to 10 is told with its place", async () => {
  expect(line).toBeGreaterThan(1);
  const { code, stdout } = await check(file, "--snapshot", october);
  expect(code).toBe(0);
  expect(stdout).toMatch(new RegExp(`^${file}:${line}:\\d+ \\w+: .*the items sum to 10`, "m"));
});

test("the place is that of the figure, and the same for machines", async () => {
  const { stdout } = await check(file, "--snapshot", october, "--json");
  const { notices } = JSON.parse(stdout) as {
    notices: { message: string; at?: { file: string; line: number; column: number } }[];
  };
  const found = notices.filter(({ message }) => message.includes("the items sum to 10"));
  expect(found).toHaveLength(1);
  const [{ at, message } = { at: undefined, message: "" }] = found;
  expect(at).toMatchObject({ file, line });
  expect(plan.split("\n")[line - 1]?.slice((at?.column ?? 0) - 1)).toMatch(/^\+17 being/);
  expect(message).toContain("17");
});

test("--strict makes a gate of it, and of nothing that is in order", async () => {
  expect((await check(file, "--snapshot", october, "--strict")).code).toBe(5);
  expect((await check(examplePlan, "--strict")).code).toBe(0);
  expect((await check(examplePlan, "--as-of", "2020-10-22", "--strict")).code).toBe(0);
});

test("build --strict builds all the same", async () => {
  const parameters = ["build", file, "--snapshot", october, "--format", "md", "--strict"];
  const { code, stdout } = await run(parameters, { cwd });
  expect(code).toBe(5);
  expect(stdout).toContain("one finding: see release-deck check");
  expect(readFileSync(join(cwd, "output/v1.20/deck.md"), "utf8")).toContain("the items sum to 10");
});
