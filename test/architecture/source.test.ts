/** House rules that no tool knows: how files are named and opened, and what their text may not hold. */
import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "./small-project.ts";

const files = globSync(
  ["src/**/*.ts", "browser/**/*.ts", "scripts/**/*.{ts,mjs}", "bench/*.{ts,mjs}"],
  { cwd: root },
);
const pure = files.filter((file) => /^src\/(?!effects|cli)/.test(file));

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** Files of `among` whose text `isWrong`. */
function check(among: readonly string[], isWrong: (text: string, file: string) => boolean): void {
  expect(among.length).toBeGreaterThan(0);
  expect(among.filter((file) => isWrong(read(file), file))).toEqual([]);
}

describe("every file", () => {
  test("is named after what it holds", () => {
    const vague = /^(utils?|helpers?|common|misc|shared|managers?|services?|types)\b/;
    check(files, (_, file) => vague.test(basename(file)) || vague.test(basename(dirname(file))));
  });

  test("opens with a sentence on what it is, or with the one thing that it holds", () => {
    check(
      files,
      (text) => !/^(#!.*\n)?(\/\*\*|import [^;]*;\n(import [^;]*;\n)*\n\/\*\*)/.test(text),
    );
  });

  test("gives a reason where it turns a check off", () => {
    check(files, (text) =>
      /(oxlint|eslint)-disable(?!.* -- \S)|@ts-(ignore|nocheck)|@ts-expect-error(?! \S)|prettier-ignore(?! \S)/.test(
        text,
      ),
    );
  });

  test("leaves nothing for later without an issue", () => {
    check(files, (text) => /\b(TODO|FIXME|XXX)\b(?!.*#\d)/.test(text));
  });
});

describe("a pure room", () => {
  test("names the locale of whatever it formats or compares", () => {
    check(pure, (text) => /\bIntl\.\w+\((?!\s*")/.test(text));
  });

  test("never formats by the machine's own zone", () => {
    check(pure, (text) => /Intl\.DateTimeFormat\((?![^)]*timeZone)/.test(text));
  });
});

describe("a folder of members is its registry", () => {
  test.each([
    ["src/compose/sections", "src/compose/registry.ts"],
    ["src/cli/commands", "src/cli/commands/registry.ts"],
  ])("%s", (folder, registry) => {
    const members = globSync(`${folder}/*.ts`, { cwd: root }).filter((file) => file !== registry);
    const listed = Array.from(read(registry).matchAll(/from "(\.\/[^"]+)"/g), ([, path]) =>
      join(dirname(registry), path ?? ""),
    ).filter((file) => dirname(file) === folder);
    expect(listed.toSorted()).toEqual(members.toSorted());
  });
});
