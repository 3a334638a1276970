/** Each rule of `.oxlintrc.json` that stands for a house rule finds what it is there for, where it should. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root, smallProject } from "./small-project.ts";

/** Code that a pure room may not hold but `effects` may, and the rule that says so. */
const impure: readonly (readonly [code: string, rule: string])[] = [
  ["export const now = new Date();", "no-restricted-globals"],
  ["export const now = Date.now();", "no-restricted-globals"],
  ["export const dice = Math.random();", "no-restricted-properties"],
  ["export const home = process.env['HOME'];", "no-restricted-globals"],
  ["export const page = fetch('x:');", "no-restricted-globals"],
  ["setTimeout(() => undefined, 1);", "no-restricted-globals"],
  ["console.log(1);", "no-console"],
  ["export const order = 'a'.localeCompare('b');", "no-restricted-properties"],
  ["export const shown = (1).toLocaleString();", "no-restricted-properties"],
];

/** Code that no file may hold. */
const wrong: readonly (readonly [code: string, rule: string])[] = [
  ["export const same = (x: any): unknown => x;", "no-explicit-any"],
  ["export const first = ['a'][0]!;", "no-non-null-assertion"],
  ["export default 1;", "no-default-export"],
  ["export type Thing = { readonly a: number };", "consistent-type-definitions"],
  ["async function wait(): Promise<void> {}\nwait();", "no-floating-promises"],
  ["export const sum = (a: 1, b: 1, c: 1, d: 1): number => a + b + c + d;", "max-params"],
  [`export const grade = (n: number): number => ${"n > 1 ? 1 : ".repeat(10)}0;`, "complexity"],
  [`export function long(): void {\n${"  void 0;\n".repeat(60)}}`, "max-lines-per-function"],
  ["export const one = [\n" + "  1,\n".repeat(249) + "];\n", "max-lines"],
];

const project = smallProject({
  ...numbered("src/compose", impure),
  ...numbered("src/effects", impure),
  ...numbered("src/plan", wrong),
  "src/plan/badName.ts": "export {};",
});
afterAll(() => project[Symbol.dispose]());

function numbered(
  folder: string,
  cases: readonly (readonly [code: string, rule: string])[],
): Record<string, string> {
  return Object.fromEntries(cases.map(([code], index) => [`${folder}/case-${index}.ts`, code]));
}

interface Linted {
  readonly diagnostics: readonly { readonly code: string; readonly filename: string }[];
}

function lint(): Linted {
  const linter = join(root, "node_modules/oxlint/bin/oxlint");
  const ended = spawnSync(process.execPath, [linter, "--format=json", "src"], {
    cwd: project.folder,
    encoding: "utf8",
  });
  return JSON.parse(ended.stdout) as Linted;
}

const { diagnostics } = lint();

function rulesHit(file: string): readonly string[] {
  const codes = diagnostics.filter(({ filename }) => filename === file).map(({ code }) => code);
  return codes.map((code) => code.replace(/^.*\((.*)\)$/, "$1"));
}

test.each(impure.map(([code, rule], index) => ({ code, rule, index })))(
  "$rule stops $code, but not in effects",
  ({ rule, index }) => {
    expect(rulesHit(`src/compose/case-${index}.ts`)).toContain(rule);
    expect(rulesHit(`src/effects/case-${index}.ts`)).toEqual([]);
  },
);

test.each(wrong.map(([code, rule], index) => ({ code, rule, index })))(
  "$rule stops $code",
  ({ rule, index }) => {
    expect(rulesHit(`src/plan/case-${index}.ts`)).toEqual([rule]);
  },
);

test("filename-case stops a name in camel case", () => {
  expect(rulesHit("src/plan/badName.ts")).toContain("filename-case");
});
