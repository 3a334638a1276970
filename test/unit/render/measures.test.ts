import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { measureProperties } from "../../../src/render/measures.ts";

const css = readFileSync(new URL("../../../templates/theme.css", import.meta.url), "utf8");

function names(text: string, pattern: RegExp): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(pattern), ([, name = ""]) => name));
}

const given = names(measureProperties(), /--([\w-]+):/g);
const own = names(css, /--([\w-]+):/g);
const used = names(css, /var\(--([\w-]+)\)/g);

test("the style sheet uses no property that is not given", () => {
  expect([...used].filter((name) => !given.has(name) && !own.has(name))).toEqual([]);
});

test("the style sheet takes every length that the fitting counts with", () => {
  const onlyForFitting = ["page-number-width"];
  const unused = [...given].filter((name) => !used.has(name) && !own.has(name));
  expect(unused).toEqual(onlyForFitting);
});

test("lengths are in rem of 16 px", () => {
  expect(measureProperties()).toContain("--slide-width: 80rem;");
  expect(measureProperties()).toContain("--text-size: 1.5rem;");
});

test("no text is smaller than 18 pt on a slide 13.33 in wide, but for footnotes of 14 pt", () => {
  const sizes = [...measureProperties().matchAll(/--([\w-]+)-size: ([\d.]+)rem/g)];
  expect(sizes.length).toBeGreaterThan(4);
  for (const [, name, rem] of sizes) {
    const points = Number(rem) * 12;
    expect(points, name).toBeGreaterThanOrEqual(name === "small" ? 14 : 18);
  }
});
