import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { measureProperties, measuresOf } from "../../../src/render/measures.ts";

const templates = new URL("../../../templates/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, templates), "utf8");
const slides = read("slides.css");
const themes = readdirSync(new URL("themes/", templates));

function names(text: string, pattern: RegExp): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(pattern), ([, name = ""]) => name));
}

const given = names(measureProperties(), /--([\w-]+):/g);
const own = names(slides, /--([\w-]+):/g);
const used = names(slides, /var\(--([\w-]+)\)/g);

describe.each(themes)("the theme %s", (theme) => {
  const css = read(`themes/${theme}/theme.css`);
  const colors = names(css, /--([\w-]+):/g);

  test("gives every color that the style sheet uses", () => {
    const all = new Set([...given, ...own, ...colors]);
    expect([...used].filter((name) => !all.has(name))).toEqual([]);
  });

  test("gives the same colors as the default theme", () => {
    const expected = names(read("themes/default/theme.css"), /--([\w-]+):/g);
    expect([...colors].toSorted()).toEqual([...expected].toSorted());
  });

  test("names no color of one scheme alone, but on the grounds that are the same in both", () => {
    const rules = css.matchAll(/--([\w-]+):\s*([^;]+);/g);
    const plain = Array.from(rules, ([, name = "", value = ""]) => ({ name, value }))
      .filter(({ value }) => !value.startsWith("light-dark("))
      .map(({ name }) => name);
    expect(plain.filter((name) => !name.startsWith("cover"))).toEqual([]);
  });
});

test("the style sheet takes every length that the fitting counts with", () => {
  const onlyForFitting = ["body-width", "page-number-width"];
  const unused = [...given].filter((name) => !used.has(name) && !own.has(name));
  expect(unused.toSorted()).toEqual(onlyForFitting);
});

test("lengths are in rem of 16 px, those of a larger setting only where they differ", () => {
  const [all = "", medium = "", large = "", aside = ""] = measureProperties().split("}\n");
  expect(all).toContain("--slide-width: 80rem;");
  expect(all).toContain("--text-size: 1.5rem;");
  expect(medium).toContain("--text-size: 1.75rem;");
  expect(large).toContain("--text-size: 2rem;");
  expect(large).not.toContain("--slide-width");
  expect(aside).toContain("--body-width: 43rem;");
  expect(aside).not.toContain("--text-size");
});

test.each(Object.entries(measuresOf))(
  "no text of the %s setting is smaller than 18 pt on a slide 13.33 in wide",
  (_, measures) => {
    const sizes = Object.entries(measures).filter(([name]) => name.endsWith("Size"));
    expect(sizes.length).toBeGreaterThan(7);
    const small = sizes.filter(([, px]) => (px / measures.slideWidth) * (40 / 3) * 72 < 18);
    expect(small).toEqual([]);
  },
);
