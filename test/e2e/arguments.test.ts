/** Mistakes in the arguments: each is told before anything is read or written, with what to do. */
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { checkRefusal } from "./checks.ts";
import { run, type Finished } from "./command.ts";
import { exampleFolder, examplePlan } from "./example.ts";

const cwd = exampleFolder();

function release(...parameters: readonly string[]): Promise<Finished> {
  return run(parameters, { cwd });
}

test.each([
  ["a mistyped command", ["biuld"], ["unknown command 'biuld'", "Did you mean build?"]],
  ["a mistyped option", ["build", "--fromat", "md"], ["--fromat", "Did you mean --format?"]],
  ["an option without its value", ["build", "--as-of"], ["--as-of <date>"]],
  ["a command without its argument", ["explain"], ["number"]],
  ["too many arguments", ["explain", "KR1.goal", examplePlan, "more"], ["too many arguments"]],
  ["an unknown format", ["build", "--format", "md,doc"], ['"doc"', "md, html, pdf, json"]],
  ["an unknown cut", ["build", "--cut", "exec,board"], ['"board"', "meeting, exec, mail"]],
  [
    "an empty value, as of an unset variable",
    ["build", examplePlan, "--out", ""],
    ["--out is empty"],
  ],
  ["an empty argument", ["check", ""], ["an argument is empty"]],
  [
    "no day",
    ["build", examplePlan, "--format", "md", "--as-of", "2020-02-30"],
    ["2020-02-30", "2020-10-22"],
  ],
  [
    "no plan in the folder",
    ["build", "--format", "md"],
    ["there is no plan release-deck.yaml", "build data/plans"],
  ],
  ["no such plan", ["check", "data/plans/v1.21.yaml"], ["there is no plan data/plans/v1.21.yaml"]],
  ["a folder for a plan", ["check", "data/plans"], ["data/plans is not a regular file"]],
  ["a pattern that matches nothing", ["check", "plans/*.yaml"], ["no file matches plans/*.yaml"]],
  [
    "no such data",
    ["check", examplePlan, "--data", "elsewhere"],
    ["elsewhere/snapshots/v1.20", "--snapshot"],
  ],
  [
    "no such snapshot",
    ["check", examplePlan, "--snapshot", "none.json"],
    ["there is no snapshot none.json"],
  ],
  [
    "all formats on stdout",
    ["build", examplePlan, "--out", "-"],
    ["one format", "--format md --out -"],
  ],
  [
    "two cuts on stdout",
    ["build", examplePlan, "--cut", "exec,mail", "--out", "-"],
    ["one format"],
  ],
  [
    "two things on stdout",
    ["build", examplePlan, "--format", "md", "--out", "-", "--json"],
    ["--json"],
  ],
])("%s", async (_, parameters, said) => {
  checkRefusal(await release(...parameters), 2, said);
});

test("nothing was written by any of them", () => {
  expect(readdirSync(cwd)).toEqual(["data"]);
});
