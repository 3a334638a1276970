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
  lines: new Map([
    ["DA", reading(/^(\d+),([^,]+)/, ([line = "", count = ""]) => hitOrMiss(line, count))],
    ...totals("LF", "LH"),
  ]),
  branches: new Map([
    ["BRDA", reading(/^(\d+,.+),([^,]+)$/, ([key = "", count = ""]) => hitOrMiss(key, count))],
    ...totals("BRF", "BRH"),
  ]),
  functions: new Map([
    ["FN", reading(/^\d+,(?:\d+,)?(.+)$/, ([name = ""]) => hitOrMiss(name, "0"))],
    ["FNDA", reading(/^([^,]+),(.+)$/, ([count = "", name = ""]) => hitOrMiss(name, count))],
    // Since LCOV 2.2 a function has a number, and may have several names.
    ["FNL", reading(/^(\d+),/, ([index = ""]) => hitOrMiss(`#${index}`, "0"))],
    ["FNA", reading(/^(\d+),([^,]+)/, ([index = "", count = ""]) => hitOrMiss(`#${index}`, count))],
    ...totals("FNF", "FNH"),
  ]),
};

function reading(form: RegExp, read: (parts: readonly string[]) => Entry | undefined): Reading {
  return (value) => {
    const found = form.exec(value);
    return found === null ? undefined : read(found.slice(1));
  };
}

/** A count may have an exponent, be negative by a fault of gcov, or be `-`: never reached. */
function hitOrMiss(key: string, count: string): Entry | undefined {
  const hits = count === "-" ? 0 : Number(count);
  return Number.isNaN(hits) ? undefined : { key, isHit: hits > 0 };
}

function totals(foundTag: string, hitTag: string): readonly (readonly [string, Reading])[] {
  const form = /^(\d{1,9})$/;
  return [
    [foundTag, reading(form, ([count]) => ({ found: Number(count) }))],
    [hitTag, reading(form, ([count]) => ({ hit: Number(count) }))],
  ];
}
