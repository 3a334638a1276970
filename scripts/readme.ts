/** Writes the tables of the README that the code knows: `node scripts/readme.ts`. */
import { readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { commands } from "../src/cli/commands/registry.ts";
import { exitCodes } from "../src/cli/exit-codes.ts";
import { sourceKinds } from "../src/collect/registry.ts";

const file = new URL("../README.md", import.meta.url);

/** The tables by the line that they follow, each with its head and its rows. */
export const tables: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "## Commands": [
    ["command", "does"],
    ...commands.map(({ name, usage, about }) => [`\`release-deck ${name} ${usage}\``, about]),
  ],
  "Exit codes:": [
    ["code", "meaning"],
    ...Object.values(exitCodes).map(({ code, meaning }) => [String(code), meaning]),
  ],
  "Sources:": [
    ["in `sources:`", "kind", "gives"],
    ...sourceKinds.map(({ slot, kind, about }) => [`\`${slot}\``, `\`${kind}\``, about]),
  ],
};

function withTable(readme: string, heading: string): string {
  const [head = [], ...rows] = tables[heading] ?? [];
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  const from = readme.indexOf(`${heading}\n`);
  if (from === -1) throw new Error(`the README has no line ${heading}`);
  const old = /\n\|.*(?:\n\|.*)*/.exec(readme.slice(from));
  const start = from + (old?.index ?? 0);
  return `${readme.slice(0, start)}\n${lines.join("\n")}${readme.slice(start + (old?.[0].length ?? 0))}`;
}

if (import.meta.main) {
  const readme = Object.keys(tables).reduce(withTable, readFileSync(file, "utf8"));
  writeFileSync(file, await format(readme, { parser: "markdown", printWidth: 100 }));
}
