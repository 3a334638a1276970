/** Makes the tables of what the shipped fonts draw and how wide: `node scripts/font-tables.ts`. */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { readAdvances, type Advances } from "./woff2.ts";

interface Source {
  readonly family: string;
  readonly package: string;
  readonly weights: readonly number[];
}

/** In the order in which the page falls back. The color emoji font is left out: it draws nothing in print. */
const text: readonly Source[] = [
  { family: "Inter", package: "inter", weights: [400, 600] },
  { family: "Noto Sans SC", package: "noto-sans-sc", weights: [400, 600] },
  { family: "Noto Emoji", package: "noto-emoji", weights: [400] },
];
const code: readonly Source[] = [
  { family: "JetBrains Mono", package: "jetbrains-mono", weights: [400] },
];

const require = createRequire(import.meta.url);

/** The two generated files by name, as they should stand in `src/render`. */
export function fontTables(): ReadonlyMap<string, string> {
  return new Map([
    ["font-index.json", json({ text: text.map(indexed), code: code.map(indexed) })],
    ["font-advances.json", json({ "400": widths(400), "600": widths(600) })],
  ]);
}

function indexed(source: Source): unknown {
  const subsets = subsetNames(source).map((name) => {
    const [coverage = "", ...others] = source.weights.map((weight) =>
      hexRanges([...advances(source, name, weight).keys()]),
    );
    if (others.some((other) => other !== coverage)) {
      throw new Error(`${source.family} ${name}: its weights draw different code points`);
    }
    return [name, coverage];
  });
  return { ...source, subsets: Object.fromEntries(subsets) };
}

/** `latin` first: what several subsets draw is taken from the one that is embedded anyway. */
function subsetNames(source: Source): readonly string[] {
  const names = Object.keys(declaredRanges(source)).map((name) =>
    name.replace(/^\[(\d+)\]$/, "$1"),
  );
  const rest = names.filter((name) => name !== "latin" && !redundant(source, name));
  return names.includes("latin") && source.package !== "noto-sans-sc" ? ["latin", ...rest] : rest;
}

/** Inter draws the alphabets of Noto Sans SC. */
function redundant(source: Source, name: string): boolean {
  return source.package === "noto-sans-sc" && !/^\d+$/.test(name);
}

/** What the file draws, but for code points of other subsets that it carries along. */
function advances(source: Source, subset: string, weight: number): Advances {
  const declared = declaredRanges(source);
  const ranges = declared[subset] ?? declared[`[${subset}]`] ?? "";
  const isDeclared = new Set(expand(ranges));
  const path = `@fontsource/${source.package}/files/${source.package}-${subset}-${weight}-normal.woff2`;
  const found = readAdvances(readFileSync(require.resolve(path)));
  return new Map([...found].filter(([codePoint]) => isDeclared.has(codePoint)));
}

function declaredRanges(source: Source): Readonly<Record<string, string>> {
  return require(`@fontsource/${source.package}/unicode.json`) as Record<string, string>;
}

function expand(ranges: string): readonly number[] {
  return ranges.split(",").flatMap((range) => {
    const [first = "", last = first] = range.replace("U+", "").split("-");
    const start = Number.parseInt(first, 16);
    return Array.from({ length: Number.parseInt(last, 16) - start + 1 }, (_, at) => start + at);
  });
}

function hexRanges(codePoints: readonly number[]): string {
  const ranges = runs(codePoints).map((run) => [run[0] ?? 0, run.at(-1) ?? 0]);
  return ranges
    .map((range) => [...new Set(range)].map((end) => end.toString(16)).join("-"))
    .join(",");
}

/** Runs of neighboring code points: the first one, then the advance of each. */
function widths(weight: number): readonly (readonly number[])[] {
  const [inter] = text;
  if (inter === undefined) throw new Error("there is no text font");
  const all = new Map(subsetNames(inter).flatMap((name) => [...advances(inter, name, weight)]));
  return runs([...all.keys()]).map((run) => [run[0] ?? 0, ...run.map((one) => all.get(one) ?? 0)]);
}

function runs(codePoints: readonly number[]): readonly (readonly number[])[] {
  const found: number[][] = [];
  for (const codePoint of codePoints.toSorted((left, right) => left - right)) {
    const run = found.at(-1);
    if (run?.at(-1) === codePoint - 1) run.push(codePoint);
    else if (run?.at(-1) !== codePoint) found.push([codePoint]);
  }
  return found;
}

function json(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

if (import.meta.main) {
  for (const [name, content] of fontTables()) {
    writeFileSync(new URL(`../src/render/${name}`, import.meta.url), content);
  }
}
