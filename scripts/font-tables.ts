/** Makes the tables of what the shipped fonts draw and how wide: `node scripts/font-tables.ts`. */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { readAdvances, type Advances } from "./woff2.ts";

interface Source {
  readonly family: string;
  readonly package: string;
  readonly weights: readonly number[];
  /** Which of its files are used, by the name of their subset; all where not said. */
  readonly used?: RegExp;
}

const latin: Source = { family: "Inter", package: "inter", weights: [400, 600] };

/** What stands in squares; these families have the alphabets too, which Inter draws. */
const squares: readonly Source[] = [noto("SC", /^\d+$/), noto("KR", /^\d+$/)];
const alphabets: readonly Source[] = [
  noto("Arabic", /^arabic$/),
  noto("Hebrew", /^hebrew$/),
  noto("Thai", /^thai$/),
  noto("Devanagari", /^devanagari$/),
];

/** Comes last, and first where an emoji is meant. The color font is left out: it draws nothing in print. */
const emoji: Source = { family: "Noto Emoji", package: "noto-emoji", weights: [400] };

/** In the order in which the page falls back. */
const text: readonly Source[] = [latin, ...squares, ...alphabets, emoji];
const code: readonly Source[] = [
  { family: "JetBrains Mono", package: "jetbrains-mono", weights: [400] },
];

/** A sentence as one character, wider than a column may be and nowhere to be broken. */
const basmala = 0xfdfd;

const require = createRequire(import.meta.url);

/** The two generated files by name, as they should stand in `src/render`. */
export function fontTables(): ReadonlyMap<string, string> {
  return new Map([
    ["font-index.json", json({ text: indexed(text), code: indexed(code) })],
    [
      "font-advances.json",
      json({ "400": widths(400), "600": widths(600), scripts: scriptWidths() }),
    ],
  ]);
}

function noto(script: string, used: RegExp): Source {
  const name = `noto-sans-${script.toLowerCase()}`;
  return { family: `Noto Sans ${script}`, package: name, weights: [400, 600], used };
}

/** Of each family what no earlier one draws, but all of the emoji. */
function indexed(stack: readonly Source[]): readonly unknown[] {
  const drawn = new Set<number>();
  return stack.map((source) => {
    const subsets = subsetNames(source).map((name) => {
      const codePoints = coverage(source, name);
      const left = source === emoji ? codePoints : codePoints.filter((one) => !drawn.has(one));
      return [name, left] as const;
    });
    for (const one of subsets.flatMap(([, left]) => left.filter(isLetter))) drawn.add(one);
    const { family, package: folder, weights } = source;
    const ranges = subsets.filter(([, left]) => left.length > 0);
    return { family, package: folder, weights, subsets: Object.fromEntries(ranges.map(inHex)) };
  });
}

function inHex([name, codePoints]: readonly [string, readonly number[]]) {
  return [name, hexRanges(codePoints)] as const;
}

/** Marks and joiners are no letters: they must come from the file of the letter that they go with. */
function isLetter(codePoint: number): boolean {
  return !/[\p{M}\p{Cf}]/u.test(String.fromCodePoint(codePoint));
}

function coverage(source: Source, subset: string): readonly number[] {
  const [all = [], ...others] = source.weights.map((weight) => [
    ...advances(source, subset, weight).keys(),
  ]);
  if (others.some((other) => other.join() !== all.join())) {
    throw new Error(`${source.family} ${subset}: its weights draw different code points`);
  }
  return all;
}

/** `latin` first: what several subsets draw is taken from the one that is embedded anyway. */
function subsetNames(source: Source): readonly string[] {
  const names = Object.keys(declaredRanges(source))
    .map((name) => name.replace(/^\[(\d+)\]$/, "$1"))
    .filter((name) => source.used?.test(name) ?? true);
  return names.toSorted((one, other) => Number(other === "latin") - Number(one === "latin"));
}

/** What the file draws, but for code points of other subsets that it carries along. */
function advances(source: Source, subset: string, weight: number): Advances {
  const declared = declaredRanges(source);
  const ranges = declared[subset] ?? declared[`[${subset}]`] ?? "";
  const isDeclared = new Set(expand(ranges));
  const path = `@fontsource/${source.package}/files/${source.package}-${subset}-${weight}-normal.woff2`;
  const found = readAdvances(readFileSync(require.resolve(path)));
  return new Map(
    [...found].filter(([codePoint]) => isDeclared.has(codePoint) && codePoint !== basmala),
  );
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
  return advanceRuns(new Map(advancesOf(latin, weight)));
}

/** The same for letters of other scripts, in the wider weight: as wide as they may become among others. */
function scriptWidths(): readonly (readonly number[])[] {
  const all = new Map<number, number>();
  for (const [codePoint, advance] of alphabets.flatMap((source) => advancesOf(source, 600))) {
    const character = String.fromCodePoint(codePoint);
    for (const one of new Set([character, basicLetter(character)])) {
      const place = one.codePointAt(0) ?? 0;
      all.set(place, Math.max(all.get(place) ?? 0, shapedAdvance(one, advance)));
    }
  }
  return advanceRuns(new Map([...all].filter(([codePoint]) => isMeasured(codePoint))));
}

/** Of a letter as it stands at the end or in the middle of a word: the letter; else the character itself. */
function basicLetter(character: string): string {
  const letters = character.normalize("NFKC");
  return Array.from(letters).length === 1 ? letters : character;
}

/**
 * What shaping makes of an advance at most. Seen in the browser, with all pairs of letters and thousands
 * of words: joined letters are up to 13 % wider than the widest of their forms, a tatweel is stretched, and
 * a sign that finds no letter stands on a dotted circle.
 */
function shapedAdvance(character: string, advance: number): number {
  if (/[\u0640\u0883-\u0886]/.test(character)) return 650;
  if (/\p{Script=Arabic}/u.test(character)) return Math.ceil(advance * 1.15);
  const isSign = /(?=\p{M})[\u0900-\u097f\u1cd0-\u1cff\ua8e0-\ua8ff]/u.test(character);
  return isSign ? advance + 650 : advance;
}

/** The letters of Thai are not: its lines end between words, which costs room. */
function isMeasured(codePoint: number): boolean {
  return !/(?!\p{M})\p{Script=Thai}/u.test(String.fromCodePoint(codePoint));
}

function advancesOf(source: Source, weight: number): readonly (readonly [number, number])[] {
  return subsetNames(source).flatMap((name) => [...advances(source, name, weight)]);
}

function advanceRuns(all: Advances): readonly (readonly number[])[] {
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
