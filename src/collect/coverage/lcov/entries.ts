/** The entries of an LCOV tracefile that count for each metric, as geninfo's manual has them. */

export const lcovMetrics = ["lines", "branches", "functions"] as const;

export type LcovMetric = (typeof lcovMetrics)[number];

/** What an entry says: that something was hit or not, or how many were found or hit in its file. */
export type Entry =
  | { readonly key: string; readonly isHit: boolean }
  | { readonly found: number }
  | { readonly hit: number };

/** Undefined for what is no such entry. */
type Reading = (value: string) => Entry | undefined;

/** By tag. */
export type Readings = ReadonlyMap<string, Reading>;

export const readings: Readonly<Record<LcovMetric, Readings>> = {
  lines: new Map([["DA", keyThenCount], ...totals("LF", "LH")]),
  branches: new Map([["BRDA", keyUpToCount], ...totals("BRF", "BRH")]),
  functions: new Map([
    ["FN", namedFunction],
    ["FNDA", countThenKey],
    // Since LCOV 2.2 a function has a number, and may have several names.
    ["FNL", (value) => hitOrMiss(`#${value.split(",", 1)[0]}`, "0")],
    ["FNA", (value) => keyThenCount(`#${value}`)],
    ...totals("FNF", "FNH"),
  ]),
};

/** `12,3` or `12,3,checksum`. Of these there are most by far, so nothing but the two is cut out. */
function keyThenCount(value: string): Entry | undefined {
  const comma = value.indexOf(",");
  const end = value.indexOf(",", comma + 1);
  return hitOrMiss(
    value.slice(0, Math.max(0, comma)),
    value.slice(comma + 1, end < 0 ? undefined : end),
  );
}

/** `3,name`, where the name may hold commas. */
function countThenKey(value: string): Entry | undefined {
  const comma = value.indexOf(",");
  return hitOrMiss(value.slice(comma + 1), value.slice(0, Math.max(0, comma)));
}

/** `12,0,name,3`, where the name of a branch may hold commas. */
function keyUpToCount(value: string): Entry | undefined {
  const comma = value.lastIndexOf(",");
  return hitOrMiss(value.slice(0, Math.max(0, comma)), value.slice(comma + 1));
}

/** `12,name` or `12,20,name`: not hit as far as this entry knows. */
function namedFunction(value: string): Entry | undefined {
  return hitOrMiss(/^\d+,(?:\d+,)?(.+)$/.exec(value)?.[1] ?? "", "0");
}

/** A count may have an exponent, be negative by a fault of gcov, or be `-`: never reached. */
function hitOrMiss(key: string, count: string): Entry | undefined {
  if (key === "" || count === "") return undefined;
  const hits = count === "-" ? 0 : Number(count);
  return Number.isNaN(hits) ? undefined : { key, isHit: hits > 0 };
}

function totals(foundTag: string, hitTag: string): readonly (readonly [string, Reading])[] {
  return [
    [foundTag, (value) => (isCount(value) ? { found: Number(value) } : undefined)],
    [hitTag, (value) => (isCount(value) ? { hit: Number(value) } : undefined)],
  ];
}

function isCount(value: string): boolean {
  return /^\d{1,9}$/.test(value);
}
