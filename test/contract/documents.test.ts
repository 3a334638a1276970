/** What the documents say about the code is so: words, folders, commands, exit codes, recipes, checks. */
import { execFileSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { tables } from "../../scripts/readme.ts";
import { isCheckout } from "../builders/git.ts";

const root = join(import.meta.dirname, "..", "..");

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** The rows of the first table after `heading`, as cells without their padding; no head row. */
function tableAfter(document: string, heading: string): readonly (readonly string[])[] {
  const from = document.indexOf(heading);
  const [table = ""] = /^\|.*(\n\|.*)*/m.exec(from === -1 ? "" : document.slice(from)) ?? [];
  const rows = table.split("\n").slice(2);
  return rows
    .map((row) => row.split("|").slice(1, -1))
    .map((row) => row.map((cell) => cell.trim()));
}

/** What the group of `pattern` matches, each time. */
function all(text: string, pattern: RegExp): readonly string[] {
  return Array.from(text.matchAll(pattern), ([, group]) => group ?? "");
}

function checkPaths(paths: readonly string[]): void {
  expect(paths.length).toBeGreaterThan(3);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
}

describe("ARCHITECTURE.md", () => {
  const architecture = read("ARCHITECTURE.md");

  test("each word of the glossary is a word of the code", () => {
    const words = tableAfter(architecture, "## Glossary").flatMap(([cell = ""]) =>
      all(cell, /([A-Z]\w+)/g),
    );
    const domain = globSync("src/domain/*.ts", { cwd: root }).map(read).join("\n");
    const known = new Set(all(domain, /^export (?:interface|type) (\w+)/gm));
    expect(words.length).toBeGreaterThan(20);
    expect(words.filter((word) => !known.has(word))).toEqual([]);
  });

  const rows = tableAfter(architecture, "## The code map");
  const named = rows.flatMap(([cell = ""]) => all(cell, /`([^`]+)`/g));

  test("the code map names every room, and nothing that is not there", () => {
    checkPaths(named);
    expect(named).toEqual(expect.arrayContaining(globSync("src/*", { cwd: root })));
  });

  test.skipIf(!isCheckout)("the code map names every folder that is committed", () => {
    const committed = execFileSync("git", ["ls-tree", "-d", "--name-only", "HEAD"], { cwd: root });
    const folders = committed.toString().match(/^[a-z]+$/gm) ?? [];
    const tops = new Set(named.map((path) => path.split("/")[0] ?? ""));
    expect(folders.length).toBeGreaterThan(8);
    expect(folders.filter((folder) => !tops.has(folder))).toEqual([]);
  });
});

describe("README.md", () => {
  const readme = read("README.md");

  // What they hold comes from the code itself; `node scripts/readme.ts` writes them.
  test.each(Object.entries(tables))("tells after %s what the code says", (heading, [, ...rows]) => {
    expect(rows.length).toBeGreaterThan(3);
    expect(tableAfter(readme, heading)).toEqual(rows);
  });
});

describe("CONTRIBUTING.md", () => {
  const contributing = read("CONTRIBUTING.md");

  test("names the checks that there are", () => {
    const cells = tableAfter(contributing, "## What the checks hold").map(([cell = ""]) => cell);
    const [, tools = ""] = /const tools = \{([^}]*)\}/.exec(read("scripts/check.mjs")) ?? [];
    expect(all(cells.join("\n"), /^`([a-z-]+)` \(/gm)).toEqual(all(tools, /^ {2}"?([a-z-]+)"?:/gm));
  });

  test("speaks of npm scripts that there are", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const spoken = all(contributing, /^npm (?:run )?(?:-s )?([a-z-]+)/gm);
    expect(spoken.length).toBeGreaterThan(3);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining([...spoken]));
  });

  test("sends to registries and folders that there are", () => {
    checkPaths(all(contributing, /`(src\/[^`]*registry\.ts)`/g));
    const recipes = tableAfter(contributing, "## Where things go").flat().join("\n");
    checkPaths(all(recipes, /`([a-z]+\/[^`<]*)[^`]*`/g));
  });
});
