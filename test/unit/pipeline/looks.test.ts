/** The looks that a plan asks for: a theme that there is, a logo that may be shown. */
import { describe, expect, test } from "vitest";
import { PlanError } from "../../../src/domain/errors.ts";
import { checkTheme } from "../../../src/pipeline/check-plan.ts";
import { loadLogo } from "../../../src/pipeline/load-logo.ts";
import { parsePlan } from "../../../src/plan/parse-plan.ts";
import { MemoryFiles } from "../../builders/memory-files.ts";

const planOf = (line: string) =>
  parsePlan("plans/v1.20.yaml", `release: "1.20"\nobjectives: []\n${line}\n`);

/** The problem of a plan with its place, as people read it. */
async function problemOf(action: () => unknown): Promise<string> {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return error.problems.map(({ at, message }) => `${at?.line}:${at?.column} ${message}`).join();
  }
  return "";
}

describe("a theme", () => {
  const templates = new Map([
    ["themes/default/theme.css", ""],
    ["themes/kubernetes/theme.css", ""],
  ]);
  const check = (theme: string) =>
    problemOf(() => checkTheme(planOf(`theme: ${theme}`), templates));

  test("is one of those that there are", async () => {
    expect(await check("kubernetes")).toBe("");
    expect(await problemOf(() => checkTheme(planOf(""), new Map()))).toBe("");
  });

  test("is refused with its place where there is none of its name", async () => {
    expect(await check("kubernets")).toBe('3:8 theme: "kubernets" is not known');
    expect(await check("../default")).toBe('3:8 theme: "../default" is not known');
  });
});

describe("a logo", () => {
  const svg = '<svg viewBox="0 0 4 1"></svg>';
  const files = new MemoryFiles({ "plans/logo.svg": svg, "plans/bad.svg": "<html>" });
  const load = (logo: string) => loadLogo(files, "plans/v1.20.yaml", planOf(`logo: ${logo}`));

  test("lies beside the plan", async () => {
    const logo = await load("logo.svg");
    expect(logo?.path).toBe("plans/logo.svg");
    expect(logo?.picture).toMatchObject({ mediaType: "image/svg+xml", width: 4, height: 1 });
  });

  test("is none where the plan names none", async () => {
    expect(await loadLogo(files, "v1.20.yaml", planOf(""))).toBeUndefined();
  });

  test.each([
    ["nowhere.png", "3:7 logo: there is no file plans/nowhere.png"],
    ["bad.svg", "3:7 logo: plans/bad.svg is no PNG or SVG that a page may carry"],
  ])("%s is refused with its place", async (name, expected) => {
    expect(await problemOf(() => load(name))).toBe(expected);
  });

  test.each([
    "/etc/logo.svg",
    "../logo.svg",
    "a/../../logo.svg",
    "~/logo.svg",
    "C:\\logo.svg",
    "logo.gif",
  ])("%s is refused by the plan", (name) => {
    expect(() => planOf(`logo: ${name}`)).toThrow(PlanError);
  });
});
