/** Templates and browsers that cannot be used: a clear error, and the earlier build stays. */
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { root } from "../../scripts/lib/paths.mjs";
import { makeOldOutput } from "./checks.ts";
import { entryOf, installCommand, run } from "./command.ts";
import { examplePlan } from "./example.ts";

const { cwd, check } = await makeOldOutput();

describe("the package", async () => {
  const folder = await installCommand();
  const templates = join(folder, "templates");
  const packaged = { entry: entryOf(folder) };

  afterEach(() => {
    rmSync(templates, { recursive: true, force: true });
    cpSync(join(root, "templates"), templates, { recursive: true });
  });

  test.each([
    ["without a template", "blocks/table.hbs", undefined],
    ["without its theme", "themes/default/theme.css", undefined],
    ["with a template that does not end", "blocks/table.hbs", "{{#if rows}}"],
    ["with a template that asks for what is not there", "blocks/table.hbs", "{{nothing}}"],
    ["with a template that calls itself", "blocks/table.hbs", "{{> blocks/table}}"],
    ["with a template that would write as it is", "blocks/table.hbs", "{{{caption}}}"],
    ["with a template that reaches for more", "blocks/table.hbs", "{{constructor}}"],
  ])("%s", async (_, path, text) => {
    const file = join(templates, path);
    if (text === undefined) rmSync(file);
    else writeFileSync(file, text);
    await check(["--format", "html"], { code: 4, said: [path.replace(/\.hbs$/, "")] }, packaged);
  });

  test("without templates", async () => {
    rmSync(templates, { recursive: true });
    await check(["--format", "html"], { code: 4, said: ["templates", "npm ci"] }, packaged);
  });
});

describe("the browser", () => {
  test("that is not there", async () => {
    await check(["--browser", "/nowhere/chrome"], {
      code: 4,
      said: ["/nowhere/chrome", "--browser"],
    });
  });

  test("that is none", async () => {
    await check(["--browser", "/bin/true"], { code: 4, said: ["The browser failed twice"] });
  });

  test("is not needed for the other formats", async () => {
    const parameters = ["build", examplePlan, "--browser", "/nowhere/chrome", "--format", "md"];
    expect((await run(parameters, { cwd })).code).toBe(0);
  });
});
