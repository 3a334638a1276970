import { expect, test } from "vitest";
import { RenderError } from "../../../../src/domain/errors.ts";
import { nodeAssets } from "../../../../src/effects/assets.ts";
import { palettesIn } from "../../../../src/render/pptx/palette.ts";

const css = (await nodeAssets().templates()).get("themes/default/theme.css") ?? "";

test("pages have the colors of the light theme", () => {
  const { page } = palettesIn(css);
  expect(css).toContain(`--ink: light-dark(#${page.ink.toLowerCase()}, #`);
  expect(page.paper).toBe("FFFFFF");
});

test("a cover has its own colors, and those of the dark theme where it says nothing", () => {
  const { page, cover } = palettesIn(css);
  expect(cover.paper).not.toBe(page.paper);
  expect(css).toContain(`--cover: #${cover.paper.toLowerCase()};`);
  expect(css).toContain(`, #${cover["good-tint"].toLowerCase()});`);
  expect(cover["good-tint"]).not.toBe(page["good-tint"]);
});

test("a theme without a color is refused by name", () => {
  expect(() => palettesIn(css.replaceAll("--quiet:", "--loud:"))).toThrow(RenderError);
  expect(() => palettesIn(css.replaceAll("--quiet:", "--loud:"))).toThrow("--quiet");
  expect(() => palettesIn("")).toThrow(RenderError);
});
