/** Which font files a page needs, by the characters that stand on it. */
import index from "./font-index.json" with { type: "json" };

/** One `@font-face`: a file and the characters that it is there for. */
export interface FontFace {
  readonly family: string;
  /** As CSS says it: `400`, or `400 600` where one file serves both. */
  readonly weight: string;
  /** The name by which `Assets` knows it. */
  readonly file: string;
  /** As CSS says it: `U+41,U+42-5a`. */
  readonly range: string;
}

interface Family {
  readonly family: string;
  readonly package: string;
  readonly weights: readonly number[];
  readonly subsets: Readonly<Record<string, string>>;
}

/** One of a family's files, whatever its weight. */
interface Subset {
  readonly family: Family;
  readonly name: string;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

const parsed = new Map<Family, readonly Subset[]>();

/** The faces that draw the text, each file only for what it is needed for. `hasCode`: some of it is code. */
export function fontFaces(text: string, hasCode: boolean): readonly FontFace[] {
  const families = hasCode ? [index.text, index.code] : [index.text];
  return families.flatMap((stack) => facesOf(stack, text));
}

/** Characters of the text that no font of ours draws, each once, by code point. */
export function undrawn(text: string): readonly string[] {
  const missing = clusters(text).flatMap((cluster) => place(cluster, index.text).missing);
  return [...new Set(missing)].toSorted((left, right) => codePoint(left) - codePoint(right));
}

function facesOf(stack: readonly Family[], text: string): readonly FontFace[] {
  const needed = new Map<Subset, Set<number>>();
  for (const cluster of clusters(text)) {
    for (const [subset, codePoints] of place(cluster, stack).drawn) {
      const all = needed.get(subset) ?? new Set();
      needed.set(subset, all);
      for (const one of codePoints) all.add(one);
    }
  }
  return [...needed].flatMap(([subset, codePoints]) => facesOfSubset(subset, codePoints));
}

function facesOfSubset(
  { family, name }: Subset,
  codePoints: ReadonlySet<number>,
): readonly FontFace[] {
  const { weights, package: folder } = family;
  return weights.map((weight) => ({
    family: family.family,
    weight: weights.length === 1 ? "400 600" : String(weight),
    file: `${folder}/files/${folder}-${name}-${weight}-normal.woff2`,
    range: cssRange([...codePoints].toSorted((left, right) => left - right)),
  }));
}

/** What is drawn as one: an emoji with its modifiers must come from one file. Plain ASCII is one cluster. */
function clusters(text: string): readonly string[] {
  const ascii = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at));
  const others = new Set(text.match(/[^\0-\x7f]+/g));
  return [...new Set([...ascii, ...[...others].flatMap(graphemes)])];
}

/** Made of several characters are only those that have a mark, a joiner or a modifier in them. */
function graphemes(text: string): readonly string[] {
  if (!/[\p{M}\p{Cf}\p{Emoji_Modifier}\p{Regional_Indicator}]/u.test(text)) return Array.from(text);
  const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

interface Placed {
  readonly drawn: ReadonlyMap<Subset, readonly number[]>;
  readonly missing: readonly string[];
}

function place(cluster: string, stack: readonly Family[]): Placed {
  const characters = [...cluster];
  const codePoints = characters.map(codePoint);
  const isEmoji = /\p{Emoji_Presentation}|\u{FE0F}/u.test(cluster);
  const families = isEmoji ? stack.toReversed() : stack;
  const whole = firstSubset(families, codePoints);
  if (whole !== undefined) return { drawn: new Map([[whole, codePoints]]), missing: [] };
  const drawn = new Map<Subset, number[]>();
  const missing: string[] = [];
  for (const character of characters) {
    const subset = firstSubset(families, [codePoint(character)]);
    if (subset !== undefined)
      drawn.set(subset, [...(drawn.get(subset) ?? []), codePoint(character)]);
    else if (!/[\s\p{Default_Ignorable_Code_Point}]/u.test(character)) missing.push(character);
  }
  return { drawn, missing };
}

/** The first file of the first family that draws all of them; later families are not even looked at. */
function firstSubset(
  families: readonly Family[],
  codePoints: readonly number[],
): Subset | undefined {
  for (const family of families) {
    const found = subsetsOf(family).find((subset) => codePoints.every((one) => has(subset, one)));
    if (found !== undefined) return found;
  }
  return undefined;
}

function subsetsOf(family: Family): readonly Subset[] {
  const known = parsed.get(family);
  if (known !== undefined) return known;
  const made = Object.entries(family.subsets).map(([name, ranges]) => ({
    family,
    name,
    ranges: ranges.split(",").map((range) => {
      const [first = 0, last = first] = range.split("-").map((end) => Number.parseInt(end, 16));
      return [first, last] as const;
    }),
  }));
  parsed.set(family, made);
  return made;
}

/** The ranges are in order. */
function has({ ranges }: Subset, codePoint: number): boolean {
  let start = 0;
  let end = ranges.length;
  while (start < end) {
    const middle = Math.floor((start + end) / 2);
    const [first, last] = ranges[middle] ?? [0, 0];
    if (codePoint < first) end = middle;
    else if (codePoint > last) start = middle + 1;
    else return true;
  }
  return false;
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function cssRange(sorted: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const one of sorted) {
    const last = runs.at(-1);
    if (last?.[1] === one - 1) last[1] = one;
    else runs.push([one, one]);
  }
  return runs
    .map(([first, last]) => [...new Set([first, last])].map((end) => end.toString(16)).join("-"))
    .map((range) => `U+${range}`)
    .join(",");
}
