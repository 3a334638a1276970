import { expect, test } from "vitest";
import { RenderError } from "../../../../src/domain/errors.ts";
import { nodeAssets } from "../../../../src/effects/assets.ts";
import { palettesIn } from "../../../../src/render/pptx/palette.ts";

const css = (await nodeAssets().templates()).get("theme.css") ?? "";

test("pages have the colors of the light theme", () => {
  const { page } = palettesIn(css);
  expect(css).toContain(`--ink: #${page.ink.toLowerCase()};`);
  expect(page.paper).toBe("FFFFFF");
});

test("a cover has its own colors, and those of a page where it says nothing", () => {
  const { page, cover } = palettesIn(css);
  expect(cover.paper).not.toBe(page.paper);
  expect(cover["good-tint"]).toBe(page["good-tint"]);
});

test("a theme without a color is refused by name", () => {
  expect(() => palettesIn(css.replaceAll("--quiet:", "--loud:"))).toThrow(RenderError);
  expect(() => palettesIn(css.replaceAll("--quiet:", "--loud:"))).toThrow("--quiet");
  expect(() => palettesIn("")).toThrow(RenderError);
});
